import { readWhose, type Whose, whoseText } from './creator.ts';
import type { PlatformId } from './ids.ts';
import type { SessionId } from './totals.ts';

/** What the address of the streams' screen asks for. */
export type StreamsAddress =
  | { readonly show: 'list'; readonly whose: Whose | null }
  | { readonly show: 'stream'; readonly stream: SessionId }
  | { readonly show: 'compare'; readonly streams: readonly SessionId[] };

/** More streams side by side than this cannot be read. */
export const MOST_COMPARED = 4;

/** Longer than any id of a platform. */
const LONGEST_ID = 300;

/** Reads what stands after the `?`. Never throws: what cannot be read is the list. */
export function readStreamsAddress(
  chosen: URLSearchParams,
  platforms: readonly PlatformId[],
): StreamsAddress {
  const room = (text: string): SessionId | null => {
    const platform = platforms.find((each) => text.startsWith(`${each}:`));
    const id = platform === undefined ? '' : text.slice(platform.length + 1);
    return platform === undefined || id === '' || id.length > LONGEST_ID
      ? null
      : `${platform}:${id}`;
  };
  const stream = room(chosen.get('stream') ?? '');
  if (stream !== null) return { show: 'stream', stream };
  const compared = [...new Set(chosen.getAll('compare'))].map(room);
  const streams = compared.filter((each) => each !== null).slice(0, MOST_COMPARED);
  if (streams.length >= 2) return { show: 'compare', streams };
  return { show: 'list', whose: readWhose(chosen.get('whose'), platforms) };
}

/** The address of one stream's page. */
export function streamAddress(stream: SessionId): string {
  return `#streams?${new URLSearchParams({ stream })}`;
}

/** The address of streams side by side. */
export function compareAddress(streams: readonly SessionId[]): string {
  return `#streams?${new URLSearchParams(streams.map((each) => ['compare', each]))}`;
}

/** The address of the list of streams. */
export function streamsAddress(whose: Whose | null = null): string {
  return whose === null
    ? '#streams'
    : `#streams?${new URLSearchParams({ whose: whoseText(whose) })}`;
}
