import { DeliveryScreen } from '../../components/dashboard/delivery/delivery-screen.tsx';
import { AddEntry } from '../../components/dashboard/ledger/add-entry.tsx';
import { CorrectEntry } from '../../components/dashboard/ledger/correct-entry.tsx';
import { ExportBar } from '../../components/dashboard/ledger/export-bar.tsx';
import { LedgerScreen } from '../../components/dashboard/ledger/ledger-screen.tsx';
import { StoryPanel } from '../../components/dashboard/ledger/story-panel.tsx';
import { OverviewScreen } from '../../components/dashboard/overview/overview-screen.tsx';
import { currencyCodes } from '../../utils/core/currencies.ts';
import type { AccountId, EntryId, GiftId } from '../../utils/core/ids.ts';
import { everything, type LedgerFilter } from '../../utils/core/ledger-filter.ts';
import type {
  LedgerActions,
  LedgerRow,
  LedgerSum,
  LedgerView,
  OverviewView,
  Story,
} from '../../utils/core/ledger-views.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { addDays, type Day, epochMs, type Month } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import type { Sum } from '../../utils/core/views.ts';
import type { DashboardExample } from './dashboard-examples.ts';
import { ago, entry, money, nothing, now, person, sum } from './make.ts';

/** Does nothing: the gallery shows states. */
export const noLedgerActions: LedgerActions = {
  onVoid: () => {},
  onSetAmount: () => {},
  onSetPrice: () => {},
  onNote: () => {},
  onAdd: () => {},
  onMerge: () => {},
  findPeople: async () => [],
};

const longName = 'The very long and winding name of somebody who likes to be noticed 🎉🎉🎉';
const mira = person('mira.plays', 'Mira');
const noor = person('', 'نور الهدى');

const worth = (text: string) => ({ least: money(text), most: money(text) });
const counted = (of: Sum, entries: number): LedgerSum => ({ ...of, entries });
const none = counted(nothing, 0);

const row = (of: ReturnType<typeof entry>, more: Partial<LedgerRow> = {}): LedgerRow => ({
  ...of,
  direction: 'sent',
  correction: null,
  ...more,
});

const rows: readonly LedgerRow[] = [
  row(entry('Rose', 24, 24, { state: 'open', at: ago(0) })),
  row(entry('Doughnut', 1, 30, { other: noor, at: ago(42) }), { direction: 'received' }),
  row(entry('Galaxy', 1, 1000, { other: person('', longName), at: ago(300) }), {
    correction: 'corrected',
  }),
  row(entry(`Gift with ${longName}`, 99_999, 3_000_000, { other: person('', longName) })),
  row(entry('Perfume', 1, 20, { at: ago(60 * 24 * 9) }), { correction: 'void' }),
  row(entry('', 1, 0, { kind: 'subscription', unit: null, units: null, money: null })),
  row(entry('KICK', 1, 50, { platform: 'kick', unit: 'kick:kick', basis: 'paid', observed: true })),
  row(
    entry('', 1, 88, { kind: 'chest', other: null, state: 'unconfirmed', at: ago(60 * 24 * 400) }),
  ),
];

function viewOf(more: Partial<LedgerView> = {}, filter: Partial<LedgerFilter> = {}): LedgerView {
  return {
    address: { filter: { ...everything, ...filter }, entry: null, unread: [] },
    names: {
      creator: mira,
      person: noor,
      gift: 'Rose',
      session: 'An evening with songs',
      budget: null,
    },
    platforms: ['tiktok', 'kick'],
    count: rows.length,
    counting: false,
    sums: {
      sent: counted(sum(4_142, 130, money('43.91')), 7),
      received: counted(sum(30, 1, null), 1),
      worth: worth('0.15'),
    },
    since: ago(60 * 24 * 400),
    ...more,
  };
}

const typedUnits = [
  { unit: 'tiktok:coin', platform: 'tiktok' },
  { unit: 'kick:kick', platform: 'kick' },
] as const;

function ledger(view: LedgerView, story?: Story | null) {
  return () => (
    <LedgerScreen
      view={view}
      rowAt={(index) => rows[index % rows.length] ?? null}
      onShow={() => {}}
      onFilter={() => {}}
      exports={<ExportBar work={{ kind: 'idle' }} onExport={() => {}} onCancel={() => {}} />}
      add={<AddEntry units={typedUnits} actions={noLedgerActions} />}
      story={
        story !== undefined && (
          <StoryPanel
            story={story}
            filter={view.address.filter}
            actions={
              story !== null && (
                <CorrectEntry
                  story={story}
                  actions={noLedgerActions}
                  currency={currencyCode('USD')}
                  currencies={currencyCodes}
                />
              )
            }
          />
        )
      }
    />
  );
}

/** A streak with a gap, paid partly from a purchase. */
export const story: Story = {
  row: row(entry('Rose', 24, 24, { id: 'tiktok:streak:7400000000000000001:11:5655:1' as EntryId })),
  lastAt: now,
  sender: person('kai.watches', 'Kai'),
  creator: mira,
  gift: '5655' as GiftId,
  session: {
    id: 'tiktok:7400000000000000001',
    title: 'An evening with songs',
    firstAt: ago(90),
    lastAt: now,
  },
  added: [0, 10, 14, 24],
  disputed: true,
  onPage: true,
  onSend: true,
  byHand: false,
  unitPrice: units(1),
  assumedPrice: null,
  cost: {
    currency: currencyCode('USD'),
    scale: 6,
    exact: 0,
    paid: 120_000,
    listed: 127_200,
    paidUnits: 12,
    listedUnits: 12,
    unpricedUnits: 0,
    unconverted: 0,
  },
  drawn: {
    parts: [{ units: units(12), price: money('0.11', 'EUR'), display: 120_000 }],
    missing: units(12),
  },
  listed: {
    unit: 'tiktok:coin',
    market: 'US',
    channel: 'web',
    currency: currencyCode('USD'),
    units: units(1750),
    minor: 1855,
    date: '2024',
    source: 'theverge.com',
  },
  rateDay: '2026-11-20' as Day,
  correction: { note: 'For the song' },
  note: 'For the song',
};

const within = { direction: 'sent' } as const;
const day = (n: number) => addDays('2026-11-01' as Day, n);
const spread = (n: number) => (n * 7919) % 13;

/** A month at a glance. */
export const overview: OverviewView = {
  period: { kind: 'month', month: '2026-11' as Month },
  direction: 'sent',
  total: { of: null, sum: counted(sum(3_625, 41, money('38.42')), 29), filter: within },
  worth: null,
  before: counted(sum(1_200, 12, money('12.72')), 9),
  days: Array.from({ length: 30 }, (_, n) => ({
    of: day(n),
    sum:
      n > 21 || spread(n) < 4
        ? none
        : counted(sum(spread(n) * 20, 3, money((spread(n) * 0.21).toFixed(2))), spread(n)),
    filter: { ...within, from: day(n), to: day(n) },
  })),
  creators: [
    { of: mira, sum: counted(sum(2_000, 20, money('21.20')), 12), filter: within },
    { of: noor, sum: counted(sum(1_000, 11, money('10.60')), 9), filter: within },
    { of: person('', longName), sum: counted(sum(625, 10, money('6.62')), 8), filter: within },
  ],
  moreCreators: 4,
  platforms: [
    { of: 'tiktok', sum: counted(sum(3_425, 40, money('36.30')), 28), filter: within },
    { of: 'kick', sum: counted(sum(200, 1, money('2.12')), 1), filter: within },
  ],
  hours: Array.from({ length: 40 }, (_, n) => ({
    of: { weekday: 1 + (spread(n) % 7), hour: (n * 5 + spread(n)) % 24 },
    sum: counted(sum(90, 2, money((0.1 + spread(n) * 0.3).toFixed(2))), 2),
    filter: within,
  })),
  since: ago(60 * 24 * 120),
};

const year: OverviewView = {
  ...overview,
  period: { kind: 'year', year: 2026 },
  direction: 'received',
  total: { of: null, sum: counted(sum(982_451_653, 123_456, null), 98_765), filter: within },
  worth: worth('4912258.26'),
  before: none,
  days: Array.from({ length: 12 }, (_, n) => ({
    of: `2026-${String(n + 1).padStart(2, '0')}` as Month,
    sum: counted(sum(1 + spread(n) * 9_000_000, 300, null), 200),
    filter: within,
  })),
  creators: [],
  moreCreators: 0,
  platforms: [
    { of: 'tiktok', sum: counted(sum(982_451_653, 123_456, null), 98_765), filter: within },
  ],
};

const undelivered = [0, 3, 5].map((index) => ({
  row: rows[index] ?? row(entry('Rose', 1, 1)),
  sender: person('kai.watches', 'Kai', '11'),
  room: '7400000000000000001',
  lastAt: epochMs(now - 3_000),
}));

const turned = { words: 'right-to-left' as const, locale: 'ar-EG' };
const mixed = { words: 'long' as const, locale: 'de' };
const found = {
  direction: 'sent',
  text: 'rose',
  from: '2026-11-01' as Day,
  to: '2026-11-19' as Day,
  creator: { platform: 'tiktok', id: '7' as AccountId },
  session: ['tiktok:7'],
  hour: { weekday: 2, hour: 21 },
} as const;

/** The ledger page, an entry's story, the overview and the delivery list. */
export const ledgerExamples: Readonly<Record<string, DashboardExample>> = {
  'ledger-none': {
    open: 'ledger',
    content: ledger(
      viewOf({ count: 0, since: null, sums: { sent: none, received: none, worth: null } }),
    ),
  },
  'ledger-one': {
    open: 'ledger',
    content: ledger(
      viewOf({
        count: 1,
        sums: { sent: counted(sum(24, 24, money('0.25')), 1), received: none, worth: null },
      }),
    ),
  },
  'ledger-many': {
    open: 'ledger',
    content: ledger(
      viewOf({
        count: 1_000_000,
        counting: true,
        sums: {
          sent: counted(sum(982_451_653, 1_234_567, money('10413987.52')), 700_000),
          received: counted(sum(421_337_000, 654_321, null), 300_000),
          worth: worth('2106685'),
        },
      }),
    ),
  },
  'ledger-filtered': {
    open: 'ledger',
    content: ledger({
      ...viewOf({ count: 3 }, found),
      address: { filter: { ...everything, ...found }, entry: null, unread: ['colour'] },
    }),
  },
  'ledger-nothing-found': {
    open: 'ledger',
    content: ledger(viewOf({ count: 0 }, { text: 'zzz' })),
  },
  'ledger-story': { open: 'ledger', content: ledger(viewOf(), story) },
  'ledger-story-missing': { open: 'ledger', content: ledger(viewOf(), null) },
  'ledger-long': { open: 'ledger', content: ledger(viewOf({}, found), story), ...mixed },
  'ledger-right-to-left': { open: 'ledger', content: ledger(viewOf({}, found), story), ...turned },
  overview: { open: 'overview', content: () => <OverviewScreen view={overview} /> },
  'overview-empty': {
    open: 'overview',
    content: () => <OverviewScreen view={{ ...overview, since: null }} />,
  },
  'overview-year': { open: 'overview', content: () => <OverviewScreen view={year} /> },
  'overview-long': {
    open: 'overview',
    content: () => <OverviewScreen view={overview} />,
    ...mixed,
  },
  'overview-right-to-left': {
    open: 'overview',
    content: () => <OverviewScreen view={overview} />,
    ...turned,
  },
  delivery: {
    open: 'delivery',
    content: () => (
      <DeliveryScreen view={{ gifts: undelivered, more: 12, now }} onCopy={async () => false} />
    ),
  },
  'delivery-none': {
    open: 'delivery',
    content: () => <DeliveryScreen view={{ gifts: [], more: 0, now }} onCopy={async () => true} />,
  },
};
