/** The bridge of the test extension: tells the background all it gets, as text. */
import { connectPage } from '../../utils/messaging/page-bridge.ts';

function start(): void {
  const late = document.readyState !== 'loading';
  const bridge = connectPage({
    ...(late ? { nonce: chrome.runtime.sendMessage<unknown, string>({ ask: 'nonce' }) } : {}),
    onHandover: (given) => {
      void chrome.runtime.sendMessage({ nonce: given, top: window === window.top });
    },
    onNotice: (notice) => void chrome.runtime.sendMessage({ notice, page: location.href }),
    onFrame: ({ n, frame, again: isAgain }) => {
      const { body } = frame;
      const text = typeof body === 'string' ? body : `bytes ${body.slice(0, 300)}`;
      const length = body.length;
      void chrome.runtime.sendMessage({
        frame: {
          n,
          again: isAgain,
          ...frame,
          body: text,
          length,
          isBytes: typeof body !== 'string',
        },
        page: location.href,
      });
      if (!location.search.startsWith('?noack')) bridge.ack(n);
    },
  });
}

// Where a test cannot reach the background, the page asks for what it has.
document.addEventListener('page-hook-test', async () => {
  const told: unknown = await chrome.runtime.sendMessage({ ask: 'told' });
  document.documentElement.setAttribute('data-told', JSON.stringify(told));
});

start();
