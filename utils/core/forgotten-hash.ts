import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { FORGOTTEN_ENTRY, isForgottenEntry } from './forgotten.ts';
import type { EntryId } from './ids.ts';

// Synchronous, unlike the browser's own: an IndexedDB transaction ends while something else is awaited.

/** By what a deleted person's account is known again: SHA-256 in hexadecimal. */
export function personHash(platform: string, person: string): string {
  return hash(`person ${platform}:${person}`);
}

/** Half of a SHA-256 tells payments apart and takes less room. */
const ENTRY_HASH_DIGITS = 32;

/** The id of a payment whose own key names someone who is forgotten: always the same for the same key. */
export function forgottenEntryId(key: EntryId): EntryId {
  return isForgottenEntry(key)
    ? key
    : (`${FORGOTTEN_ENTRY}${hash(`entry ${key}`).slice(0, ENTRY_HASH_DIGITS)}` as EntryId);
}

function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
