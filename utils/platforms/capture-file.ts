import { epochMs } from '../core/time.ts';
import type { PricePlace } from './price-text.ts';
import { Refused } from './refused.ts';
import type { Frame } from './types.ts';

/** The first line of a capture file. */
export interface CaptureHead {
  readonly platform: string;
  readonly page: string;
  /** The page's language and country, where the recording says them. */
  readonly place?: PricePlace;
}

/** Reads the head line of a capture file. Throws SyntaxError, or Refused where it is no capture. */
export function readCaptureHead(line: string): CaptureHead {
  const head: unknown = JSON.parse(line);
  if (!isRecord(head) || head.capture !== 1) {
    throw new Refused('bad-frame', 'not a capture file');
  }
  const { platform, page, locale } = head;
  return {
    platform: typeof platform === 'string' ? platform : '',
    page: typeof page === 'string' ? page : '',
    ...(isRecord(locale) ? { place: placeOf(locale) } : {}),
  };
}

function placeOf({ hl, gl }: Record<string, unknown>): PricePlace {
  return {
    language: typeof hl === 'string' ? hl : '',
    region: typeof gl === 'string' ? gl : '',
  };
}

/** Reads one frame line: `body` is base64, `text` is text. Throws SyntaxError and Refused. */
export function readCaptureFrame(line: string): Frame {
  const row: unknown = JSON.parse(line);
  if (!isRecord(row)) {
    throw new Refused('bad-frame');
  }
  const { at, via, dir, url, body, text, request } = row;
  if (!isVia(via) || (dir !== 'in' && dir !== 'out') || typeof url !== 'string') {
    throw new Refused('bad-frame');
  }
  return {
    at: epochMs(typeof at === 'number' && Number.isSafeInteger(at) && at > 0 ? at : 0),
    via,
    dir,
    url,
    body: typeof text === 'string' ? text : bytesOf(body),
    ...(typeof request === 'string' ? { request } : {}),
  };
}

function bytesOf(body: unknown): Uint8Array {
  if (typeof body !== 'string') {
    throw new Refused('bad-frame', 'no body');
  }
  return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
}

function isVia(value: unknown): value is Frame['via'] {
  return (
    value === 'socket' ||
    value === 'fetch' ||
    value === 'xhr' ||
    value === 'document' ||
    value === 'element'
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
