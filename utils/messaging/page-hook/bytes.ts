import { partsOf } from './builtins.ts';
import { MAX_BODY_SIZE } from './limits.ts';
import { attempt } from './quietly.ts';
import type { WireItem } from './wire.ts';

const Bytes = Uint8Array;
const { isView } = ArrayBuffer;
const { buffer, byteOffset, byteLength } = partsOf<Uint8Array<ArrayBuffer>>(
  Object.getPrototypeOf(Bytes),
);
const arrayBuffer = partsOf(ArrayBuffer);
const blob = partsOf(Blob);

/** The size of `data`, and a copy that the page cannot change unless it is too large. Throws for what is no body. */
export const copy = (data: unknown): Pick<WireItem, 'size' | 'body'> => {
  const bytes = isView(data)
    ? new Bytes(buffer(data), byteOffset(data), byteLength(data))
    : attempt(() => new Bytes(data as ArrayBuffer, 0, arrayBuffer.byteLength(data)));
  const size = bytes ? byteLength(bytes) : typeof data === 'string' ? data.length : blob.size(data);
  // Text and Blobs never change.
  const body = () => (bytes ? buffer(new Bytes(bytes)) : (data as Blob | string));
  return { size, body: size > MAX_BODY_SIZE ? undefined : body() };
};
