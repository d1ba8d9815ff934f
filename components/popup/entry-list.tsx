import { isOwnUnit } from '../../utils/core/units.ts';
import type { EntryRow } from '../../utils/core/views.ts';
import { formatAgo, formatMoment } from '../dates.ts';
import { entryCost, entryUnits } from '../entry-label.ts';
import { EntryName } from '../entry-name.tsx';
import { initialOf } from '../names.ts';
import type { Screen } from '../screen.ts';
import { useScreen } from '../screen.ts';
import { KindGlyph } from './kind-glyph.tsx';
import { LedgerLink } from './ledger-link.tsx';

/** What an entry of the list is measured by: what it cost its sender, or what it is worth to the creator. */
export type Measure = { readonly by: 'cost' | 'worth' };

/** The last payments, newest first as given. Nothing at all where there are none. */
export function EntryList(props: {
  title: string;
  entries: readonly EntryRow[];
  measure: Measure;
}) {
  return props.entries.length === 0 ? null : (
    <section class="section">
      <h2>{props.title}</h2>
      <ul class="rows">
        {props.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} measure={props.measure} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry, measure }: { entry: EntryRow; measure: Measure }) {
  const screen = useScreen();
  const initial = entry.kind === 'gift' ? initialOf(entry.gift, screen.language) : '';
  const { main, below, coin } = amountsOf(entry, measure, screen);
  return (
    <li class="entry">
      <span class="tile" aria-hidden="true">
        {initial === '' ? <KindGlyph kind={entry.kind} /> : initial}
      </span>
      <LedgerLink to={{}} entry={entry.id}>
        <EntryName entry={entry} />
      </LedgerLink>
      <b class="amount" data-quiet={main === screen.t('basis_unknown')}>
        <bdi>{main}</bdi>
      </b>
      <Facts entry={entry} />
      <small class={coin ? 'amount coin' : 'amount'}>{below}</small>
    </li>
  );
}

const stateWords = {
  open: 'entryOpen',
  unconfirmed: 'entryUnconfirmed',
  void: 'entryVoid',
} as const;

function Facts({ entry }: { entry: EntryRow }) {
  const screen = useScreen();
  const { t, zone, now, language } = screen;
  const who = screen.name(entry.other);
  return (
    <small class="facts">
      <span class="who">
        <bdi class="cut" title={who}>
          {who}
        </bdi>
        <span>
          {'· '}
          <time title={formatMoment(entry.at, zone, language)}>
            {formatAgo(entry.at, now, zone, screen)}
          </time>
        </span>
      </span>
      {entry.state !== 'closed' && <span class="state">{t(stateWords[entry.state])}</span>}
    </small>
  );
}

/**
 * The two amounts of a row: money first, coins below; what is missing is said. A chest has no worth to the creator:
 * its coins go to viewers.
 */
function amountsOf(entry: EntryRow, measure: Measure, screen: Screen) {
  const coins = entryUnits(entry, screen);
  if (measure.by === 'worth') {
    const worth = entry.worth === null ? '' : screen.t('about', [screen.money(entry.worth, 10)]);
    return worth === ''
      ? { main: coins || screen.t('basis_unknown'), below: '', coin: false }
      : { main: worth, below: coins, coin: true };
  }
  const main = entryCost(entry, screen);
  if (entry.money === null) {
    const known = entry.unit !== null && !isOwnUnit(entry.unit);
    const below = screen.t(known ? 'basis_exact' : 'basis_unknown');
    return { main, below: coins === '' ? '' : below, coin: false };
  }
  return coins === '' || coins === main
    ? { main, below: screen.t(`basis_${entry.basis}`), coin: false }
    : { main, below: coins, coin: true };
}
