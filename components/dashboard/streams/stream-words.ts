import { middleOf } from '../../../utils/core/conversion.ts';
import type { LiveStream } from '../../../utils/core/live-stream.ts';
import type { StreamRow } from '../../../utils/core/stream-views.ts';
import { formatLength, formatMomentShort, formatMoments } from '../../dates.ts';
import { safeText } from '../../names.ts';
import type { Screen } from '../../screen.ts';
import { type Figure, figureOf } from '../../sum-words.tsx';

/** A stream's title; that it has none where it has none. */
export function streamTitle({ title }: Pick<LiveStream, 'title'>, { t }: Screen): string {
  return safeText(title) || t('streamNoTitle');
}

/** When it was: `Nov 22, 8:10 – 11:02 PM`; when it began where it is on air. */
export function streamTimes({ stream, onAir }: StreamRow, screen: Screen): string {
  const { now, zone, language } = screen;
  return onAir
    ? screen.t('streamSince', [formatMomentShort(stream.from, now, zone, language)])
    : formatMoments(stream, screen);
}

/** How long it was on air, without breaks. */
export function streamLength({ liveMs }: Pick<LiveStream, 'liveMs'>, { language }: Screen): string {
  return formatLength(liveMs, language);
}

/** What it is worth, about; what came in in the platform's unit where no rate is known. */
export function streamFigure({ gifts, worth }: StreamRow, screen: Screen, fit: number): Figure {
  const middle = worth === null ? null : middleOf(worth);
  const { short, full } = figureOf(gifts, middle, screen, fit);
  if (gifts.entries === 0) return { short: screen.t('noGifts') };
  return {
    short: middle === null ? short : screen.t('about', [short]),
    ...(full === undefined ? {} : { full }),
  };
}

/** What is in a sum for each hour on air, down to whole ones; null where less than half an hour says nothing. */
export function perHour(count: number, { liveMs }: Pick<LiveStream, 'liveMs'>): number | null {
  const HALF_HOUR = 1_800_000;
  return liveMs < HALF_HOUR ? null : Math.floor((count * 2 * HALF_HOUR) / liveMs);
}
