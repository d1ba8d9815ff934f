/** The background of the test extension: keeps what bridges tell until a test asks. */
const told: unknown[] = [];
let nonce = '';

Object.assign(globalThis, { told });

chrome.runtime.onMessage.addListener((message: Record<string, unknown>, _sender, answer) => {
  if (message.ask === 'nonce') {
    answer(nonce);
  } else if (message.ask === 'told') {
    answer(told);
  } else {
    if (typeof message.nonce === 'string' && message.top === true) nonce = message.nonce;
    told.push(message);
  }
});
