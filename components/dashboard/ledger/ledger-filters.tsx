import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlatformId } from '../../../utils/core/ids.ts';
import {
  bases,
  directions,
  everything,
  kinds,
  type LedgerFilter,
  wantedStates,
} from '../../../utils/core/ledger-filter.ts';
import type { FilterNames } from '../../../utils/core/ledger-views.ts';
import { dayNamed, dayOf } from '../../../utils/core/time.ts';
import { budgetName } from '../../budgets/budget-words.ts';
import { formatMoments } from '../../dates.ts';
import { safeText } from '../../names.ts';
import { type Screen, useScreen } from '../../screen.ts';
import type { MessageKey } from '../../text.ts';
import { type Choice, Field, SelectField } from '../field.tsx';
import { hourWords } from '../overview/week-words.ts';
import { type PeriodName, periodName, periodNames, periodOf } from './periods.ts';

/** How long typing pauses before the ledger is searched. */
const PAUSE_MS = 250;

/** What is asked of the ledger, to be seen and changed. `onFilter` with `typing` while a text is still being typed. */
export function LedgerFilters(props: {
  filter: LedgerFilter;
  names: FilterNames;
  platforms: readonly PlatformId[];
  onFilter(filter: LedgerFilter, typing?: boolean): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { filter, platforms, onFilter } = props;
  const set = (change: Partial<LedgerFilter>) => onFilter({ ...filter, ...change });
  return (
    <search class="panel filters" aria-label={t('filtersTitle')}>
      <div class="grid">
        <TextField text={filter.text} onText={(text) => onFilter({ ...filter, text }, true)} />
        <PeriodFields filter={filter} set={set} />
        <Open
          id="ledger-direction"
          label="filterDirection"
          value={filter.direction}
          choices={directions.map((value) => ({ value, label: t(`direction_${value}`) }))}
          onChoose={(direction) => set({ direction })}
        />
        <Open
          id="ledger-state"
          label="filterState"
          value={filter.state}
          choices={wantedStates.map((value) => ({ value, label: t(`state_${value}`) }))}
          onChoose={(state) => set({ state })}
        />
        <Open
          id="ledger-basis"
          label="filterBasis"
          value={filter.basis}
          choices={bases.map((value) => ({ value, label: t(`basis_${value}`) }))}
          onChoose={(basis) => set({ basis })}
        />
        <Open
          id="ledger-kind"
          label="filterKind"
          value={filter.kind}
          choices={kinds.map((value) => ({ value, label: t(`entry_${value}`) }))}
          onChoose={(kind) => set({ kind })}
        />
        {platforms.length > 1 && (
          <Open
            id="ledger-platform"
            label="filterPlatform"
            value={filter.platform}
            choices={platforms.map((value) => ({ value, label: t(`platform_${value}`) }))}
            onChoose={(platform) => set({ platform })}
          />
        )}
      </div>
      <Chosen {...props} />
    </search>
  );
}

/** A choice that may be left open. */
function Open<Value extends string>(props: {
  id: string;
  label: MessageKey;
  value: Value | null;
  choices: readonly Choice<Value>[];
  onChoose(value: Value | null): void;
}) {
  const { t } = useScreen();
  const any = { value: '' as const, label: t('filterAny') };
  return (
    <SelectField<Value | ''>
      id={props.id}
      label={t(props.label)}
      value={props.value ?? ''}
      choices={[any, ...props.choices]}
      onChoose={(value) => props.onChoose(value === '' ? null : value)}
    />
  );
}

function TextField({ text, onText }: { text: string; onText(text: string): void }) {
  const { t } = useScreen();
  const [typed, setTyped] = useState(text);
  const told = useRef(text);
  useEffect(() => {
    // The address changed by itself: a link, or the back button.
    if (text !== told.current) setTyped(text);
    told.current = text;
  }, [text]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      onText(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Field
      id="ledger-search"
      type="search"
      label={t('filterSearch')}
      maxLength={120}
      value={typed}
      onType={setTyped}
    />
  );
}

function PeriodFields(props: { filter: LedgerFilter; set(change: Partial<LedgerFilter>): void }) {
  const { t, now, zone } = useScreen();
  const today = dayOf(now, zone);
  const { from, to } = props.filter;
  const [own, setOwn] = useState(false);
  const named = periodName(props.filter, today);
  const shown: PeriodName = own ? 'own' : named;
  const reversed = from !== null && to !== null && from > to;
  return (
    <>
      <SelectField<PeriodName>
        id="ledger-period"
        label={t('filterPeriod')}
        value={shown}
        choices={[...periodNames, 'own' as const].map((value) => ({
          value,
          label: t(`period_${underscored(value)}`),
        }))}
        onChoose={(name) => {
          setOwn(name === 'own');
          if (name !== 'own') props.set(periodOf(name, today));
        }}
      />
      {shown === 'own' && (
        <>
          <Field
            id="ledger-first-day"
            type="date"
            label={t('filterFrom')}
            value={from ?? ''}
            onType={(text) => props.set({ from: dayNamed(text) })}
          />
          <Field
            id="ledger-last-day"
            type="date"
            label={t('filterTo')}
            value={to ?? ''}
            trouble={reversed ? t('trouble_reversed') : undefined}
            onType={(text) => props.set({ to: dayNamed(text) })}
          />
        </>
      )}
    </>
  );
}

type Underscored<Name extends string> = Name extends `${infer Start}-${infer Rest}`
  ? `${Start}_${Rest}`
  : Name;

/** A name as message keys write it. */
function underscored<Name extends string>(name: Name): Underscored<Name> {
  return name.replace('-', '_') as Underscored<Name>;
}

/** What a link asked for that no field shows, each with the way to drop it. */
function Chosen(props: {
  filter: LedgerFilter;
  names: FilterNames;
  onFilter(filter: LedgerFilter): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { filter, onFilter } = props;
  const chosen = chosenWords(filter, props.names, screen);
  const all = JSON.stringify(filter) !== JSON.stringify(everything);
  return !all ? null : (
    <ul class="chips">
      {chosen.map(({ what, words }) => (
        <li key={what}>
          <bdi class="cut" title={words}>
            {words}
          </bdi>
          <button
            type="button"
            class="link"
            aria-label={t('filterDrop', [words])}
            onClick={() => onFilter({ ...filter, [what]: everything[what] })}
          >
            ×
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="link" onClick={() => onFilter(everything)}>
          {t('filterDropAll')}
        </button>
      </li>
    </ul>
  );
}

type Linked =
  | 'creator'
  | 'person'
  | 'gift'
  | 'session'
  | 'budget'
  | 'hour'
  | 'during'
  | 'whose'
  | 'undelivered';

function budgetWords({ budget }: FilterNames, screen: Screen): string {
  return budget === null
    ? screen.t('filterBudgetGone')
    : budgetName(budget, screen, dayOf(screen.now, screen.zone));
}

function chosenWords(filter: LedgerFilter, names: FilterNames, screen: Screen) {
  const { t } = screen;
  const words: { readonly what: Linked; readonly words: string }[] = [];
  const add = (what: Linked, text: string) => words.push({ what, words: text });
  if (filter.creator !== null) add('creator', t('filterCreator', [screen.person(names.creator)]));
  if (filter.person !== null) add('person', t('filterPerson', [screen.person(names.person)]));
  if (filter.gift !== null) {
    add('gift', t('filterGift', [safeText(names.gift) || t('personById', [filter.gift.id])]));
  }
  if (filter.session !== null) {
    add('session', t('filterSession', [safeText(names.session) || t('streamUntitled')]));
  }
  if (filter.budget !== null) add('budget', t('filterBudget', [budgetWords(names, screen)]));
  if (filter.hour !== null) add('hour', hourWords(filter.hour, screen));
  if (filter.during !== null) add('during', formatMoments(filter.during, screen));
  if (filter.whose !== null) {
    add('whose', t(filter.whose === 'mine' ? 'filterMine' : 'filterFollowed'));
  }
  if (filter.undelivered) add('undelivered', t('filterUndelivered'));
  return words;
}
