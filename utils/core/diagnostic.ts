import type { CaptureRefusal } from './refusals.ts';
import type { CaptureHealth } from './views.ts';

/** The structure of a frame that was refused, as a capture file writes frames; nothing of what it says. */
export interface FrameSample {
  readonly reason: CaptureRefusal;
  readonly at: number;
  readonly via: string;
  readonly dir: string;
  readonly url: string;
  /** Base64, where it is bytes. */
  readonly body?: string;
  readonly text?: string;
  readonly request?: string;
}

/** How reading gifts goes on one page, and examples of what is not understood there. */
export interface PageDiagnostic {
  readonly health: Omit<CaptureHealth, 'carried'>;
  readonly samples: readonly FrameSample[];
}

/** A file that a user can send to the maintainers: no names, no ids, no texts, no amounts, no times of day. */
export interface Diagnostic {
  /** The form of this file. */
  readonly giftLedgerDiagnostic: 1;
  /** The extension's version: its decoders are of the same. */
  readonly version: string;
  /** Such as `Chrome 144`. */
  readonly browser: string;
  readonly pages: readonly {
    readonly platform: string;
    readonly frames: number;
    readonly gifts: number;
    readonly sockets: number;
    readonly dropped: number;
    /** Whole minutes from the last frame and the last gift to the making of this file; null where there was none. */
    readonly minutesSinceFrame: number | null;
    readonly minutesSinceGift: number | null;
    readonly refused: Readonly<Record<string, number>>;
    readonly unknown: Readonly<Record<string, number>>;
    readonly samples: readonly FrameSample[];
  }[];
}

/** Makes a diagnostic at `now`, in milliseconds since 1970. */
export function diagnosticOf(
  pages: readonly PageDiagnostic[],
  about: Pick<Diagnostic, 'version' | 'browser'>,
  now: number,
): Diagnostic {
  const minutesSince = (at: number | null) =>
    at === null ? null : Math.max(0, Math.floor((now - at) / 60_000));
  return {
    giftLedgerDiagnostic: 1,
    version: about.version,
    browser: about.browser,
    pages: pages.map(({ health, samples }) => ({
      platform: health.platform,
      frames: health.frames,
      gifts: health.gifts,
      sockets: health.sockets,
      dropped: health.dropped,
      minutesSinceFrame: minutesSince(health.lastFrameAt),
      minutesSinceGift: minutesSince(health.lastGiftAt),
      refused: health.refused,
      unknown: health.unknown,
      samples,
    })),
  };
}

/** The browser's name and major version from its user agent, without anything of the machine; empty where unknown. */
export function browserOf(userAgent: string): string {
  const [, name, major] = /(Firefox|Edg|Chrome)\/(\d+)/.exec(order(userAgent)) ?? [];
  return name === undefined ? '' : `${name === 'Edg' ? 'Edge' : name} ${major}`;
}

/** Edge names itself last and Chrome before. */
function order(userAgent: string): string {
  return userAgent.split(' ').reverse().join(' ');
}
