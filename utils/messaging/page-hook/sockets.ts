/** Copies the frames of matching sockets. */
import { messageEvent, partsOf } from './builtins.ts';
import { replace } from './disguise.ts';
import { wanted } from './matching.ts';
import { add, memory } from './outbox.ts';
import { listen } from './quietly.ts';

const webSocket = partsOf(WebSocket);

WebSocket.prototype.constructor = replace(window, 'WebSocket', () => (socket) => {
  const url = webSocket.url(socket);
  if (wanted('socket', url)) {
    const opened = add('opened', url, '');
    memory[opened.n] = opened;
    listen(socket, 'message', (event) => add('in', url, messageEvent.data(event)));
    listen(socket, 'close', () => {
      delete memory[opened.n];
      add('closed', url, '');
    });
  }
});

replace(WebSocket.prototype, 'send', (socket, args) => () => {
  const url = webSocket.url(socket);
  if (wanted('socket', url)) {
    add('out', url, args[0]);
  }
});
