const KEY = 'ssot-demo-key';

/** The key stands behind the `#` of the printed address, which a browser sends to nobody. */
function takeKey() {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given) {
    sessionStorage.setItem(KEY, given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(KEY) ?? '';
}

const key = takeKey();

/** Whether this page was opened with a key; without one no button is obeyed. */
export const hasKey = key !== '';

/**
 * Presses a button of the server; gives what it says, and throws it if it was not obeyed.
 *
 * @param {string} button
 * @param {Record<string, string>} fields
 */
export async function press(button, fields = {}) {
  const response = await fetch('/controls/' + button, {
    method: 'POST',
    headers: { 'X-Demo-Key': key },
    body: new URLSearchParams(fields),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(text);
  }
  return text;
}
