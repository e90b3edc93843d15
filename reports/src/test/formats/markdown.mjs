// Renders Markdown reports as GitHub does in the main, and parses the pictures in them.
// Usage: node markdown.mjs <file> ...; exits with 1 if a report is broken.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import MarkdownIt from "markdown-it";

const dom = new JSDOM("<!DOCTYPE html><body></body>");
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const { default: mermaid } = await import("mermaid");

const allowed = new Set(
  "H2 H3 H4 P TABLE THEAD TBODY TR TH TD DETAILS SUMMARY UL LI STRONG CODE PRE SUB".split(" ")
);
const markdown = new MarkdownIt({ html: true, linkify: true });
let wrong = 0;
let pictures = 0;
const report = (file, what) => {
  console.log(`${file}: error: ${what}`);
  wrong++;
};

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  if (text.length > 60000) report(file, `${text.length} characters`);
  const { document } = new JSDOM(markdown.render(text)).window;
  for (const element of document.body.querySelectorAll("*")) {
    if (!allowed.has(element.tagName)) report(file, `a <${element.tagName.toLowerCase()}>`);
  }
  for (const table of document.querySelectorAll("table")) {
    const cells = table.querySelectorAll("th").length;
    for (const row of table.querySelectorAll("tbody tr")) {
      if (row.children.length !== cells) report(file, `a row of ${row.children.length} cells`);
    }
  }
  // What is left of a table, an element or a fence that was not taken for one.
  const shown = [...document.body.childNodes]
    .concat([...document.querySelectorAll("p, li, details")])
    .flatMap((node) => [...node.childNodes])
    .filter((node) => node.nodeType === 3)
    .map((node) => node.textContent);
  for (const piece of shown) {
    if (/\|---|^\s*\| |```|<\/?[a-z]+>|(^|\s)@\w|\w#\d|(^|\s)#\d/.test(piece)) report(file, `shows ${piece.trim()}`);
  }
  // A renderer drops cells that are too many and closes what was left open.
  let cells = 0;
  for (const line of text.replace(/^```[^]*?^```$/gm, "").split("\n")) {
    const found = line.startsWith("|") ? line.split("|").length : 0;
    if (found && cells && found !== cells) report(file, `a row of other length: ${line}`);
    cells = found;
  }
  const titles = (text.match(/^<details>$/gm) || []).length;
  if ((text.match(/^<\/details>$/gm) || []).length !== titles) report(file, "details left open");
  if (document.querySelectorAll("body > details > summary").length !== titles) {
    report(file, "details that are not closed");
  }
  for (const picture of document.querySelectorAll("code.language-mermaid")) {
    pictures++;
    try {
      await mermaid.parse(picture.textContent);
    } catch (failure) {
      report(file, `a picture: ${failure.message}`);
    }
  }
}
console.log(`${process.argv.length - 2} files of Markdown with ${pictures} pictures, ${wrong} faults`);
process.exit(wrong ? 1 : 0);
