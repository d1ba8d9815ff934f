/** Runs where capture runs, in a page's isolated world: the product's outbox and messages, with gifts from nowhere. */
import { Outbox } from '../../../utils/messaging/outbox.ts';
import { sendMessage } from '../../../utils/messaging/protocol.ts';
import { giftNumber, type Stream } from './gifts.ts';

declare global {
  /** Sends `count` gifts through an outbox; gives the milliseconds until the last was acknowledged. */
  var giftLedgerBenchSend: (count: number, stream: Stream) => Promise<number>;
}

globalThis.giftLedgerBenchSend = async (count, stream) => {
  const gifts = Array.from({ length: count }, (_, n) => giftNumber(n, stream));
  const counts = {
    frames: count,
    gifts: count,
    sockets: 1,
    lastFrameAt: null,
    lastGiftAt: null,
    refused: {},
    dropped: 0,
    unknown: {},
  };
  const page = {
    platform: 'tiktok',
    nonce: '',
    room: stream.room,
    onStream: true,
    late: false,
    toldAt: null,
    counts,
  } as const;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const outbox = new Outbox({
    send: (events) => sendMessage('record', { page, events }),
    onStored: (frame) => frame === count && resolve(),
    onRefused: (frames) => reject(new Error(`${frames} frames refused`)),
    signal: new AbortController().signal,
  });
  const start = performance.now();
  gifts.forEach((gift, n) => {
    outbox.add(n + 1, [gift]);
  });
  await promise;
  return performance.now() - start;
};
