import type { WebSocket } from 'ws';

/**
 * The other end of the page's check of itself: says three things (bytes 0 to 31, a text, one byte), says back
 * whatever it hears, and closes with code 4001 when it hears `close`.
 */
export function serveCheckSocket(socket: WebSocket): void {
  socket.send(Uint8Array.from({ length: 32 }, (_, n) => n));
  socket.send('hello');
  socket.send(Uint8Array.of(7));
  socket.on('message', (data, binary) => {
    if (!binary && String(data) === 'close') {
      socket.close(4001, 'bye');
      return;
    }
    socket.send(data, { binary });
  });
  socket.on('error', () => socket.terminate());
}
