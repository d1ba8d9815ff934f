import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** So many bytes of a SHA-256: that two of a million ids are alike happens in one of 10^12 ledgers. */
const ID_HASH_BYTES = 10;

/** By what an id can be known in little room. */
export function idHash(id: string): Uint8Array {
  return sha256(utf8ToBytes(id)).subarray(0, ID_HASH_BYTES);
}
