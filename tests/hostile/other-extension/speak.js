// Says to the extension whose id the page's address names what only its own scripts may say.
const to = new URLSearchParams(location.search).get('extension');
if (to) {
  const timestamp = Date.now();
  for (const type of ['record', 'overlayState', 'hookNonce', 'ledgerChanged']) {
    chrome.runtime.sendMessage(to, { id: 1, type, data: null, timestamp }, (answer) => {
      const said = chrome.runtime.lastError?.message ?? JSON.stringify(answer);
      const { others = '' } = document.documentElement.dataset;
      document.documentElement.dataset.others = `${others}${type}: ${said}\n`;
    });
  }
}
