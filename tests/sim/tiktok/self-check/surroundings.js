// Window, document and what else the page can see of others.

import { check, flags, same, source } from './kit.js';

/** What is in the page that the page did not put there. */
export async function checkSurroundings() {
  const first = window.__selfCheckFirst;
  await check('history: untouched', () =>
    same(
      [
        source(history.pushState),
        source(history.replaceState),
        Reflect.ownKeys(history).length,
        flags(History.prototype, 'pushState'),
      ],
      [
        'function pushState() { [native code] }',
        'function replaceState() { [native code] }',
        0,
        'wec',
      ],
    ),
  );
  await check('Function.prototype.toString: untouched', () =>
    same(
      [source(Function.prototype.toString), Function.prototype.toString === first.toString],
      ['function toString() { [native code] }', true],
    ),
  );
  await check('window: no unknown names', async () => {
    const frame = document.createElement('iframe');
    frame.id = 'check';
    frame.hidden = true;
    document.body.append(frame);
    const clean = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    // What a browser or this page puts on the top window only.
    const own =
      /^(__selfCheck|__selfCheckDone|__selfCheckFirst|__firstInlineScript|\d+|app|SIGI_STATE|__UNIVERSAL_DATA_FOR_REHYDRATION__|check|event|__playwright.*|__pw.*|\$.*|puppeteer.*|cdc_.*)$/;
    const added = [...new Set([...Object.getOwnPropertyNames(window), ...first.names])].filter(
      (key) => !clean.has(key) && !own.test(key),
    );
    const odd = [...clean].filter((key) => /gift|ledger|wxt/i.test(key));
    const symbols = Object.getOwnPropertySymbols(window)
      .map(String)
      .filter((key) => key !== 'Symbol(Symbol.toStringTag)');
    frame.remove();
    return same([added, odd, symbols], [[], [], []]);
  });
  await check('document: no unknown names', () => {
    const own = Reflect.ownKeys(document)
      .map(String)
      .filter((key) => key !== 'location');
    const attributes = [...document.documentElement.attributes].map((one) => one.name);
    return same([own, attributes], [[], ['lang', 'dir', 'data-theme']]);
  });
  await check('document: at most one strange element', () => {
    const custom = first.strangers.filter((name) => name.includes('-'));
    const others = first.strangers.filter((name) => !name.includes('-'));
    return same([custom.length <= 1, others], [true, []]);
  });
  await check('window: no messages', () => same(first.messages, []));
  await check('window: no errors', () => same(first.errors, []));
}
