import { useState } from 'preact/hooks';
import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { DeliveryView } from '../../../utils/core/ledger-views.ts';
import { useScreen } from '../../screen.ts';
import { LedgerRowLink } from '../ledger/ledger-row.tsx';
import { deliveryReport } from './delivery-report.ts';

/** Gifts sent that the page never showed, with a report of the facts to copy. Nothing is sent anywhere. */
export function DeliveryScreen(props: {
  view: DeliveryView;
  /** Puts text on the clipboard; false where that is refused. */
  onCopy(text: string): Promise<boolean>;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { view } = props;
  const [copied, setCopied] = useState<boolean | null>(null);
  if (view.gifts.length === 0) {
    return (
      <div class="panel empty">
        <h3>{t('deliveryNoneTitle')}</h3>
        <p>{t('deliveryNone')}</p>
      </div>
    );
  }
  const report = deliveryReport(view, screen);
  const filter = { undelivered: true };
  return (
    <>
      <p class="lead">{t('deliveryLead')}</p>
      <div class="bar">
        <h3>{screen.counted(view.gifts.length + view.more, 'undelivered')}</h3>
        <button
          type="button"
          class="button"
          onClick={() => void props.onCopy(report).then(setCopied)}
        >
          {t('reportCopy')}
        </button>
      </div>
      <p class="under" role="status">
        {copied === null ? '' : t(copied ? 'reportCopied' : 'reportNotCopied')}
      </p>
      <ul class="rows ledger-rows" aria-label={t('screen_delivery')}>
        {view.gifts.map(({ row }) => (
          <li key={row.id}>
            <LedgerRowLink row={row} href={ledgerAddress(filter, row.id)} open={false} active />
          </li>
        ))}
      </ul>
      {view.more > 0 && (
        <p class="under">
          <a href={ledgerAddress(filter)}>{screen.counted(view.more, 'showMore')}</a>
        </p>
      )}
      <details class="report" open={copied === false}>
        <summary>{t('reportShow')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it. */}
        <pre tabIndex={0}>{report}</pre>
      </details>
    </>
  );
}
