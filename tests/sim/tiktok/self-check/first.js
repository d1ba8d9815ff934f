// The page's own checks that nobody has changed how it works: run by /self-check/live and by any page with
// `?check=1`. What is expected is written down from untouched browsers, not taken from the page itself.
// Result: window.__selfCheck = [{name, ok, detail}], complete when window.__selfCheckDone is true.
// This part is the first script of the page: it notes what comes by before and beside the others.
(() => {
  const messages = [];
  const errors = [];
  const rejections = [];
  const strangers = [];
  window.addEventListener('message', (event) => messages.push(String(event.data)), true);
  window.addEventListener('error', (event) => errors.push(event.message));
  window.addEventListener('unhandledrejection', (event) => {
    rejections.push(event);
    event.preventDefault();
  });

  function label(node) {
    return node.nodeName === 'SCRIPT' || !node.id ? node.nodeName : `${node.nodeName}#${node.id}`;
  }
  new MutationObserver((records) => {
    for (const node of records.flatMap((record) => [...record.addedNodes])) {
      const outside =
        node.parentNode === document.documentElement || node.parentNode === document.body;
      const known =
        node.nodeType !== 1 || /^(HEAD|BODY|SCRIPT|DIV#app|IFRAME#check)$/.test(label(node));
      if (outside && !known) {
        strangers.push(label(node));
      }
    }
  }).observe(document, { childList: true, subtree: true });

  window.__selfCheck = [];
  window.__selfCheckDone = false;
  window.__selfCheckFirst = {
    messages,
    errors,
    rejections,
    strangers,
    names: new Set(Object.getOwnPropertyNames(window)),
    toString: Function.prototype.toString,
  };
  window.addEventListener('load', () => void import('/sim/self-check/run.js'), { once: true });
})();
