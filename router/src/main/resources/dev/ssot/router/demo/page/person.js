import { press } from './controls.js';
import { Device } from './device.js';
import { fromTemplate } from './elements.js';

const LABELS = ['laptop', 'phone', 'tablet', 'watch'];

/** One user, with the devices that he has. */
export class Person {
  view = fromTemplate('person');
  #who;
  #page;
  #devices = [];
  #asked = 0;
  #added = 0;
  /** What devices that are gone have counted. */
  #past = [];

  /**
   * @param {{user: string, title: string, tenant: string, examples: string[]}} who
   * @param {object} page
   */
  constructor(who, page) {
    this.#who = who;
    this.#page = page;
    this.view.dataset.user = who.user;
    this.#label();
    this.#listen();
    this.#suggest();
    this.add();
  }

  /** Adds a device. */
  add() {
    const label = LABELS.find((one) => !this.#devices.some((device) => device.label === one));
    const { user, title, tenant } = this.#who;
    const random = crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
    const name = `${label}-${random}`;
    const device = new Device({ user, title, session: `${tenant}/${user}`, name, label }, this.#page);
    this.#devices.push({ device, label });
    device.onRemove(() => this.#remove(device));
    this.view.querySelector('.devices').append(device.view);
    this.#count();
  }

  /** What all devices have counted. */
  figures() {
    return [...this.#past, ...this.#devices.map(({ device }) => device.figures())];
  }

  refresh() {
    this.#devices.forEach(({ device }) => device.refresh());
  }

  #remove(device) {
    this.#past.push(device.figures());
    this.#devices = this.#devices.filter((one) => one.device !== device);
    device.close();
    this.#count();
    this.view.querySelector('.add').focus();
    this.#page.changed();
  }

  async #ask(text) {
    const open = this.#devices.map(({ device }) => device).filter((device) => device.isOpen);
    const sender = open.find((device) => device.isLive) ?? open[0];
    try {
      await sender.send(text);
    } catch (error) {
      this.#page.say(`${this.#who.title}’s message was not accepted: ${error.message}`);
    }
  }

  async #crash() {
    try {
      this.#page.say(await press('crash', { user: this.#who.user }));
    } catch (error) {
      this.#page.say(error.message);
    }
  }

  #listen() {
    const form = this.view.querySelector('form');
    form.addEventListener('submit', (submitted) => {
      submitted.preventDefault();
      this.#ask(form.elements.text.value);
      this.#suggest();
    });
    this.view.querySelector('.add').addEventListener('click', () => this.add());
    this.view.querySelector('.crash').addEventListener('click', () => this.#crash());
  }

  #suggest() {
    const { examples } = this.#who;
    this.view.querySelector('input').value = examples[this.#asked++ % examples.length];
  }

  /** At least one device stays, and there are only so many names. */
  #count() {
    this.view.querySelector('.add').disabled = this.#devices.length >= LABELS.length;
    this.view.classList.toggle('single', this.#devices.length === 1);
  }

  #label() {
    const { user, title, tenant } = this.#who;
    this.view.setAttribute('aria-labelledby', `name-${user}`);
    this.view.querySelector('h2').textContent = title;
    this.view.querySelector('h2').id = `name-${user}`;
    this.view.querySelector('.tenant').textContent = `tenant ${tenant}`;
    this.view.querySelector('label').textContent = `Message from ${title}`;
    this.view.querySelector('label').htmlFor = `text-${user}`;
    this.view.querySelector('input').id = `text-${user}`;
    this.view.querySelector('.add').setAttribute('aria-label', `Add device for ${title}`);
    this.view.querySelector('.crash').setAttribute('aria-label', `Crash agent of ${title}`);
  }
}
