import type { ComponentChildren } from 'preact';
import { ledgerAddress } from '../../utils/core/ledger-filter.ts';
import type { EntryRow } from '../../utils/core/views.ts';
import { entryCost, entryUnits } from '../entry-label.ts';
import { EntryName } from '../entry-name.tsx';
import { useScreen } from '../screen.ts';
import { useLanded } from './use-landed.ts';

/** Opens the entries behind a figure. */
export type Open = (address: string) => void;

/** The latest gift: what it cost, or of one received who gave it. */
export function Last(props: { entry: EntryRow | null; received: boolean; open: Open }) {
  const { entry, received, open } = props;
  const screen = useScreen();
  const { stamp, landed } = useLanded(entry);
  if (entry === null) {
    return <Row name={screen.t('overlayLast')}>{screen.t('overlayNoLast')}</Row>;
  }
  const who = received ? screen.person(entry.other) : '';
  const amount = received
    ? entryUnits(entry, screen) || screen.t('basis_unknown')
    : entryCost(entry, screen);
  return (
    <Row name={screen.t('overlayLast')} key={stamp} landed={landed}>
      <EntryName entry={entry} />
      <small>
        <ToLedger to={ledgerAddress({}, entry.id)} open={open}>
          {amount}
        </ToLedger>
      </small>
      {received && (
        <small class="cut" title={who}>
          {screen.t('overlayFrom', [who])}
        </small>
      )}
    </Row>
  );
}

/** One line of the card: what it is, and how much. */
export function Row(props: { name: string; landed?: boolean; children: ComponentChildren }) {
  return (
    <div class="row" data-landed={props.landed ?? false}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** A figure that leads to the entries that make it. No link: a page could not open the extension's address. */
export function ToLedger(props: { to: string; open: Open; children: string }) {
  const { t } = useScreen();
  return (
    <button
      type="button"
      class="to-ledger"
      title={t('showEntries')}
      onClick={() => props.open(props.to)}
    >
      <bdi>{props.children}</bdi>
    </button>
  );
}
