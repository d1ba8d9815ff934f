/** How rows of the tables that grow with the ledger are stored, so that a million entries take little room. */
import type {
  GifterTotal,
  GiftTally,
  GiftTotal,
  MinuteTotal,
  SupporterTotal,
} from '../core/received-totals.ts';
import type { DayTotal, HourTotal, MonthTotal, SessionTotal, Tally } from '../core/totals.ts';
import { entryForm } from './entry-form.ts';
import { type Fields, INDEXED, type StoredForm, storedForm } from './stored-form.ts';
import { totalKeyPaths } from './total-keys.ts';

const received: Fields<GiftTally> = { units: 0, gifts: 0, entries: 1, unpriced: 0 };

const tally: Fields<Tally> = {
  ...received,
  listed: 0,
  listedUnits: 0,
  paid: 0,
  paidUnits: 0,
  exact: 0,
  unpricedUnits: 0,
  unconverted: 0,
};

/** By table. */
export const storedForms = {
  entries: entryForm,
  dayTotals: storedForm<DayTotal>(totalKeyPaths.dayTotals, {
    day: INDEXED,
    creator: INDEXED,
    platform: undefined,
    direction: undefined,
    kind: 'gift',
    unit: undefined,
    ...tally,
    basis: undefined,
  }),
  monthTotals: storedForm<MonthTotal>(totalKeyPaths.monthTotals, {
    creator: undefined,
    month: undefined,
    platform: undefined,
    direction: undefined,
    kind: 'gift',
    unit: undefined,
    end: 'told',
    ...tally,
    basis: undefined,
  }),
  sessionTotals: storedForm<SessionTotal>(totalKeyPaths.sessionTotals, {
    session: undefined,
    direction: undefined,
    kind: 'gift',
    unit: undefined,
    ...tally,
  }),
  hourTotals: storedForm<HourTotal>(totalKeyPaths.hourTotals, {
    month: undefined,
    slot: undefined,
    direction: undefined,
    platform: undefined,
    creator: '',
    kind: 'gift',
    unit: undefined,
    ...tally,
  }),
  gifterTotals: storedForm<GifterTotal>(totalKeyPaths.gifterTotals, {
    day: INDEXED,
    session: INDEXED,
    person: INDEXED,
    platform: undefined,
    creator: undefined,
    unit: undefined,
    ...received,
  }),
  supporterTotals: storedForm<SupporterTotal>(totalKeyPaths.supporterTotals, {
    platform: undefined,
    creator: undefined,
    person: undefined,
    unit: undefined,
    ...received,
  }),
  giftTotals: storedForm<GiftTotal>(totalKeyPaths.giftTotals, {
    session: INDEXED,
    gift: INDEXED,
    day: undefined,
    platform: undefined,
    creator: undefined,
    unit: undefined,
    ...received,
  }),
  minuteTotals: storedForm<MinuteTotal>(totalKeyPaths.minuteTotals, {
    session: undefined,
    minute: undefined,
    unit: undefined,
    ...received,
  }),
} satisfies Readonly<Record<string, StoredForm>>;
