import type { EpochMs } from '../../core/time.ts';
import { serverTime } from '../server-time.ts';

/** The time at the end of the list of what an answer changes. In people's words quotation marks are escaped. */
const time =
  /\],\s{0,9}"timestamp":\s{0,9}\{\s{0,9}"seconds":\s{0,9}"(\d{1,12})"(?:,\s{0,9}"nanos":\s{0,9}(\d{1,9}))?/;

/** The moment at which the server says that it made an answer; null where it says none. */
export function answeredAt(text: string): EpochMs | null {
  if (!text.includes('"entityBatchUpdate"')) return null;
  const [, seconds = '', nanos = '0'] = time.exec(text) ?? [];
  return seconds === ''
    ? null
    : serverTime(Number(seconds) * 1000 + Math.floor(Number(nanos) / 1e6));
}
