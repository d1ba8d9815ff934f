import type { CaptureRefusal } from '../../utils/core/refusals.ts';
import type { EpochMs } from '../../utils/core/time.ts';
import type { CaptureHealth } from '../../utils/core/views.ts';
import { formatAgo } from '../dates.ts';
import { formatCount } from '../format.ts';
import { safeText } from '../names.ts';
import { useScreen } from '../screen.ts';
import type { MessageKey } from '../text.ts';

/** The words for each reason for which something is refused. */
const reasons: Readonly<Record<CaptureRefusal, MessageKey>> = {
  'too-large': 'refused_too_large',
  'bad-gzip': 'refused_bad_gzip',
  'bad-frame': 'refused_bad_frame',
  'bad-message': 'refused_bad_message',
  'bad-json': 'refused_bad_json',
  'missing-id': 'refused_missing_id',
  'absurd-count': 'refused_absurd_count',
  'absurd-price': 'refused_absurd_price',
  'bad-number': 'refused_bad_number',
  'unknown-currency': 'refused_unknown_currency',
  'unknown-payment': 'refused_unknown_payment',
  'unknown-market': 'refused_unknown_market',
  'bad-prices': 'refused_bad_prices',
  'bad-balance': 'refused_bad_balance',
  'bad-order': 'refused_bad_order',
  'bad-purchase': 'refused_bad_purchase',
  'bad-page': 'refused_bad_page',
  'unknown-words': 'refused_unknown_words',
  'unknown-time': 'refused_unknown_time',
  'listed-only': 'refused_listed_only',
  'bad-event': 'refused_bad_event',
  'bad-version': 'refused_bad_version',
  'bad-packet': 'refused_bad_packet',
  'bad-item': 'refused_bad_item',
  'hook-failed': 'refused_hook_failed',
  other: 'refused_other',
};

/** The guard's own reason: nothing was refused, a gift was sent past it. */
const GUARD_BLIND = 'guard-blind';

/** How the reading of gifts goes, folded away until wanted; its one word says whether it is worth opening. */
export function Capture(props: {
  health: readonly CaptureHealth[];
  /** Saves a file about it for the maintainers. */
  onSaveDiagnostic(): void;
}) {
  const { t } = useScreen();
  const { health } = props;
  const { word, good } = verdict(health);
  return (
    <details class="folded capture">
      <summary>
        <span>{t('capture')}</span>
        <span class="verdict" data-good={good}>
          {t(word)}
        </span>
      </summary>
      {health.length === 0 && <p>{t('captureNoneHint')}</p>}
      {health.map((page, at) => (
        <Page key={at} page={page} />
      ))}
      {health.length > 0 && (
        <p class="diagnostic">
          <button type="button" class="button quiet" onClick={props.onSaveDiagnostic}>
            {t('diagnosticSave')}
          </button>
          <small>{t('diagnosticHint')}</small>
        </p>
      )}
    </details>
  );
}

/** What the folded part says about all pages: the worst first. */
export function verdict(health: readonly CaptureHealth[]): { word: MessageKey; good: boolean } {
  if (health.length === 0) {
    return { word: 'captureNone', good: true };
  }
  if (health.some(({ dropped }) => dropped > 0)) {
    return { word: 'captureDropped', good: false };
  }
  const refused = health.flatMap((page) => refusedBy(page).map(([reason]) => reason));
  if (refused.length > 0) {
    const onlyGuard = refused.every((reason) => reason === GUARD_BLIND);
    return { word: onlyGuard ? 'captureGuardBlind' : 'captureRefused', good: false };
  }
  return health.every(({ carried }) => !carried)
    ? { word: 'captureNoSocket', good: false }
    : { word: 'captureGood', good: true };
}

function Page({ page }: { page: CaptureHealth }) {
  const screen = useScreen();
  const { t, locale } = screen;
  const count = (number: number) => formatCount(number, locale, 12);
  const when = (at: EpochMs | null) =>
    at === null ? t('never') : formatAgo(at, screen.now, screen.zone, screen);
  const refused = refusedBy(page);
  return (
    <section class="health">
      <h3>{t(`platform_${page.platform}`)}</h3>
      <dl>
        {(page.sockets > 0 || !page.carried) && (
          <Row name={t('captureSockets')} value={count(page.sockets)} />
        )}
        <Row name={t('captureFrames')} value={count(page.frames)} />
        <Row name={t('captureGifts')} value={count(page.gifts)} />
        <Row name={t('captureLastFrame')} value={when(page.lastFrameAt)} />
        <Row name={t('captureLastGift')} value={when(page.lastGiftAt)} />
        {page.dropped > 0 && <Row name={t('captureDroppedCount')} value={count(page.dropped)} />}
        {refused.map(([reason, times]) => (
          <Row key={reason} name={reasonRow(reason, t)} value={count(times)} />
        ))}
        {Object.entries(page.unknown).map(([kind, times]) => (
          <Row
            key={`unknown ${kind}`}
            name={t('captureUnknown', [safeText(kind)])}
            value={count(times)}
          />
        ))}
      </dl>
    </section>
  );
}

function refusedBy({ refused }: CaptureHealth): [reason: string, times: number][] {
  return Object.entries(refused).filter(([, times]) => times > 0);
}

function reasonRow(reason: string, t: (key: MessageKey) => string): string {
  return reason === GUARD_BLIND
    ? t('refused_guard_blind')
    : `${t('captureRefusedHeading')}: ${reasonWords(reason, t)}`;
}

/** A reason in words; one of another version, or made up by a page, by its name. */
function reasonWords(reason: string, t: (key: MessageKey) => string): string {
  return isKnown(reason) ? t(reasons[reason]) : safeText(reason);
}

const isKnown = (reason: string): reason is CaptureRefusal => Object.hasOwn(reasons, reason);

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
