import type { Side } from '../../components/popup/popup-app.tsx';
import { noCost } from '../../utils/core/cost.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { PopupNews } from '../../utils/core/notices.ts';
import type { PriceChoice } from '../../utils/core/price-list.ts';
import { units } from '../../utils/core/units.ts';
import type { CaptureHealth, PopupView } from '../../utils/core/views.ts';
import { reportedWorth } from '../../utils/core/worth.ts';
import { popupBudgets } from './budget-examples.ts';
import {
  ago,
  amount,
  creator,
  entry,
  money,
  month,
  nothing,
  now,
  person,
  price,
  range,
  room,
  sum,
} from './make.ts';
import { offersLearned, purchaseRecorded } from './notice-examples.ts';

/** One state of the popup. */
export interface PopupExample {
  readonly view: PopupView | null;
  readonly news?: PopupNews;
  readonly side?: Side;
  readonly locale?: string;
  readonly words?: 'english' | 'long' | 'right-to-left';
}

const mira = person('mira.plays', 'Mira');
const noor = person('noor_sings', 'Noor');
const nine = person('', 'Studio Nine');

const choices: readonly PriceChoice[] = [
  { market: 'US', channel: 'web' },
  { market: 'US', channel: 'app' },
  { market: 'FR', channel: 'web' },
  { market: 'ID', channel: 'app' },
];

const healthy: CaptureHealth = {
  platform: 'tiktok',
  frames: 1204,
  gifts: 41,
  sockets: 1,
  lastFrameAt: ago(0),
  lastGiftAt: ago(0),
  refused: {},
  dropped: 0,
  unknown: {},
  carried: true,
};

const worth = reportedWorth('tiktok:coin');

/** A month with payments on several platforms: one in money that is shown, one in money without a rate. */
const several = sum(0, 44, money('44.51'), {
  amounts: [
    amount('tiktok:coin', 3625),
    amount('kick:kick', 150, 50),
    amount('money:INR', 25_000),
    amount('money:USD', 500),
  ],
  basis: 'unknown',
  cost: {
    ...noCost(currencyCode('USD')),
    exact: 5_000_000,
    paid: 1_090_000,
    listed: 38_420_000,
    paidUnits: 100,
    listedUnits: 3625,
    unpricedUnits: 50,
    unconverted: 1,
  },
});

const normal: PopupView = {
  status: { kind: 'watching', platform: 'tiktok', creator: mira, loggedIn: true, inStream: true },
  session: 'tiktok:7400000000000000001',
  now,
  month,
  sent: {
    month: sum(3625, 41, money('38.42')),
    stream: sum(436, 6, money('4.6216')),
    last: [
      entry('Rose', 24, 24, { at: ago(0), state: 'open' }),
      entry('Cap', 3, 297),
      entry('Finger Heart', 10, 50, { at: ago(150), other: noor, state: 'unconfirmed' }),
      entry('', 1, 0, {
        kind: 'subscription',
        at: ago(1500),
        other: nine,
        unit: null,
        units: null,
        money: null,
        basis: 'unknown',
      }),
      entry('Galaxy', 1, 1000, { at: ago(9000), other: nine }),
    ],
    creators: [
      creator(mira, sum(2210, 29, money('23.426'))),
      creator(noor, sum(1050, 9, money('11.13'))),
      creator(nine, sum(365, 3, money('3.869'))),
    ],
    since: ago(90_000),
  },
  received: {
    of: null,
    month: sum(82_310, 641, money('872.486')),
    monthWorth: range('411.55', '436.243'),
    session: sum(1204, 37, money('12.7624')),
    sessionWorth: range('6.02', '6.3812'),
    gifters: 18,
    last: [
      entry('Rose', 112, 112, { at: ago(0), other: person('kai.wav'), state: 'open' }),
      entry('Doughnut', 1, 30, { at: ago(2), other: person('', 'Ada from Lisbon') }),
      entry('', 1, 20, {
        at: ago(30),
        kind: 'chest',
        worth: null,
        other: person('', '', '6812345678901234821'),
      }),
    ],
  },
  budgets: popupBudgets.near,
  unit: 'tiktok:coin',
  price: price('185.50', 17_500),
  own: null,
  worthRate: worth,
  choices,
  tags: true,
  health: [healthy],
  sites: [{ platform: 'kick', allowed: false }],
  hiddenOverlay: null,
  trouble: '',
};

const fresh: PopupView = {
  ...normal,
  status: { kind: 'other-page' },
  sent: { month: nothing, stream: null, last: [], creators: [], since: null },
  received: {
    ...normal.received,
    month: nothing,
    monthWorth: null,
    session: null,
    sessionWorth: null,
    gifters: 0,
    last: [],
  },
  health: [],
};

function inCurrency(
  currency: string,
  amounts: readonly string[],
  package17500: string,
  market: string,
): PopupView {
  const [all = '0', one = '0', some = '0'] = amounts;
  return {
    ...normal,
    sent: {
      ...normal.sent,
      month: sum(3625, 41, money(all, currency)),
      stream: sum(1, 1, money(one, currency)),
      last: [
        entry('Rose', 1, 1, { money: money(one, currency) }),
        entry('Cap', 3, 297, { money: money(some, currency) }),
      ],
      creators: [creator(mira, sum(297, 3, money(some, currency)))],
    },
    price: price(package17500, 17_500, currency, { market, channel: 'app', date: '2025-06-18' }),
    choices: [...choices.filter((each) => each.market !== market), { market, channel: 'app' }],
  };
}

const longName = person(`the_longest_handle_that_anyone_${'ever_'.repeat(12)}had`);
const arabicName = person('', 'نورا من الرياض');
const hostileName = person(
  '',
  'evil\u202Egnp.exe\u0000 \uD800 Z\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301algo',
);

/** Every state of the popup, by name. */
export const popupExamples: Readonly<Record<string, PopupExample>> = {
  normal: { view: normal },
  'budgets-none': { view: { ...normal, budgets: popupBudgets.none } },
  'budgets-many': { view: { ...normal, budgets: popupBudgets.many } },
  'budgets-long': { view: { ...normal, budgets: popupBudgets.long }, words: 'long' },
  'budgets-yen-right-to-left': {
    view: { ...normal, budgets: popupBudgets.yen },
    words: 'right-to-left',
  },
  'own-price': {
    view: {
      ...normal,
      sent: {
        ...normal.sent,
        month: sum(3625, 41, money('38.42'), {
          cost: {
            ...noCost(currencyCode('USD')),
            paid: 35_320_000,
            paidUnits: 3332,
            listed: 3_100_000,
            listedUnits: 293,
          },
        }),
      },
      own: {
        rate: { currency: currencyCode('USD'), minor: 7420, units: units(7000) },
        perUnit: money('0.0106'),
        units: units(7000),
        paid: money('74.20'),
        last: { units: units(7000), channel: 'web', at: ago(19 * 24 * 60) },
      },
    },
  },
  news: {
    view: normal,
    news: {
      notices: [
        purchaseRecorded(),
        offersLearned(),
        purchaseRecorded({ undone: true }),
        offersLearned(),
      ],
      balance: { unit: 'tiktok:coin', difference: -1012 },
    },
  },
  'news-right-to-left': {
    view: normal,
    news: { notices: [purchaseRecorded(), offersLearned({ undone: true })], balance: null },
    words: 'right-to-left',
    locale: 'ar-EG',
  },
  loading: { view: null },
  fresh: { view: fresh },
  'fresh-receive': { view: fresh, side: 'receive' },
  'fresh-no-price': { view: { ...fresh, price: null, worthRate: null, choices: [] } },
  receive: { view: normal, side: 'receive' },
  'receive-no-worth': {
    view: {
      ...normal,
      received: {
        ...normal.received,
        monthWorth: null,
        sessionWorth: null,
        session: null,
        last: normal.received.last.map((each) => ({ ...each, worth: null })),
      },
      worthRate: null,
    },
    side: 'receive',
  },
  'quiet-month': {
    view: {
      ...normal,
      status: { kind: 'no-stream', platform: 'tiktok' },
      sent: { ...normal.sent, month: nothing, stream: null, creators: [] },
    },
  },
  'unknown-price': {
    view: {
      ...normal,
      sent: {
        ...normal.sent,
        month: sum(3625, 41, null),
        stream: sum(436, 6, null),
        last: normal.sent.last.map((each) => ({ ...each, money: null, basis: 'unknown' })),
        creators: [creator(mira, sum(2210, 29, null)), creator(noor, sum(1, 9, null))],
      },
      price: null,
    },
  },
  unpriced: {
    view: {
      ...normal,
      sent: {
        ...normal.sent,
        month: sum(3625, 41, money('38.42'), { unpriced: 2, basis: 'paid' }),
        stream: sum(0, 1, money('0'), { unpriced: 1 }),
      },
      price: price('74.20', 7000, 'USD', { basis: 'paid', date: '2026-11-03', sourceHost: '' }),
    },
  },
  'several-units': {
    view: {
      ...normal,
      budgets: popupBudgets.none,
      unit: 'kick:kick',
      sent: {
        ...normal.sent,
        month: several,
        last: [
          entry('Full Send', 1, 100, { platform: 'kick', unit: 'kick:kick', money: money('1.09') }),
          entry('', 1, 500, { unit: 'money:USD', money: money('5'), basis: 'exact' }),
          entry('', 1, 25_000, { unit: 'money:INR', money: null, basis: 'unknown' }),
        ],
        creators: [creator(mira, several), creator(nine, sum(0, 0, null, { unpriced: 1 }))],
      },
      price: price('1.09', 100, 'USD', { unit: 'kick:kick' }),
      worthRate: null,
    },
  },
  'several-units-receive': {
    view: {
      ...normal,
      received: {
        ...normal.received,
        month: { ...several, money: null, basis: 'unknown', cost: null },
        monthWorth: null,
      },
    },
    side: 'receive',
  },
  'logged-out': {
    view: {
      ...normal,
      status: {
        kind: 'watching',
        platform: 'tiktok',
        creator: mira,
        loggedIn: false,
        inStream: true,
      },
    },
  },
  'needs-reload': { view: { ...normal, status: { kind: 'needs-reload', platform: 'tiktok' } } },
  'no-permission': {
    view: {
      ...normal,
      status: { kind: 'no-permission', platform: 'kick' },
      sites: [
        { platform: 'kick', allowed: false },
        { platform: 'tiktok', allowed: true },
      ],
    },
  },
  'no-chat': {
    view: {
      ...normal,
      status: { kind: 'no-chat', platform: 'tiktok', carrier: 'socket' },
      health: [
        {
          ...healthy,
          frames: 0,
          gifts: 0,
          sockets: 0,
          lastFrameAt: null,
          lastGiftAt: null,
          carried: false,
        },
      ],
    },
  },
  'no-chat-requests': {
    view: {
      ...normal,
      status: { kind: 'no-chat', platform: 'youtube', carrier: 'requests' },
      health: [{ ...healthy, platform: 'youtube', frames: 0, sockets: 0, carried: false }],
    },
  },
  'no-chat-page': {
    view: {
      ...normal,
      status: { kind: 'no-chat', platform: 'telegram', carrier: 'page' },
      health: [{ ...healthy, platform: 'telegram', frames: 0, sockets: 0, carried: false }],
    },
  },
  'unknown-page': {
    view: {
      ...normal,
      status: { kind: 'unknown-page', platform: 'facebook' },
      health: [
        {
          ...healthy,
          platform: 'facebook',
          sockets: 0,
          refused: { 'bad-page': 1, 'unknown-words': 2, 'unknown-time': 1, 'listed-only': 4 },
        },
      ],
    },
  },
  observed: {
    view: {
      ...normal,
      status: {
        kind: 'watching',
        platform: 'telegram',
        creator: null,
        loggedIn: true,
        inStream: false,
      },
      unit: 'telegram:star',
      sent: {
        ...normal.sent,
        stream: null,
        last: [
          entry('', 1, 1_500, {
            platform: 'telegram',
            unit: 'telegram:star',
            observed: true,
            money: money('29.99'),
            other: person('', 'Mira'),
          }),
          entry('A gift with a long name that has to be cut somewhere', 12, 50, {
            observed: true,
            state: 'unconfirmed',
          }),
          ...normal.sent.last.slice(0, 2),
        ],
      },
      price: price('19.99', 1_000, 'USD', { unit: 'telegram:star' }),
      health: [{ ...healthy, platform: 'telegram', sockets: 0, frames: 4, gifts: 1 }],
    },
  },
  trouble: {
    view: {
      ...normal,
      trouble: 'QuotaExceededError',
      health: [
        {
          ...healthy,
          refused: { 'bad-frame': 12, 'bad-order': 1, 'hook-failed': 1, 'never heard of': 3 },
          dropped: 4,
          unknown: { WebcastLuckyMoneyMessage: 31 },
        },
      ],
    },
  },
  'hidden-overlay': {
    view: { ...normal, hiddenOverlay: { platform: 'tiktok', room } },
  },
  'other-trouble': { view: { ...normal, trouble: 'DatabaseClosedError' } },
  huge: {
    view: {
      ...normal,
      sent: {
        ...normal.sent,
        month: sum(9_007_199_254, 41_000_123, money('95476312.1')),
        stream: sum(9_007_199_254, 41_000, money('954763121.5'), { unpriced: 12_345 }),
        last: [
          entry('Universe', 999_999, 44_998_955, {
            units: units(9_007_199_254),
            money: money('954763121.5'),
          }),
        ],
        creators: [creator(mira, sum(9_007_199_254, 29, money('954763121.5')))],
      },
      received: {
        ...normal.received,
        month: sum(9_007_199_254, 41_000_123, null),
        monthWorth: range('450359962.7', '477381560.5'),
        gifters: 12_345_678,
      },
    },
  },
  'long-names': {
    view: {
      ...normal,
      status: {
        kind: 'watching',
        platform: 'tiktok',
        creator: longName,
        loggedIn: true,
        inStream: true,
      },
      sent: {
        ...normal.sent,
        last: [
          entry('A gift whose maker did not stop naming it in time for the list', 24, 24, {
            other: longName,
            state: 'unconfirmed',
          }),
          entry('玫瑰花', 3, 297, { other: arabicName }),
          entry('👩‍👩‍👧‍👦 Family', 1, 5, { other: hostileName }),
          entry('\u3164', 2, 5, { other: null }),
        ],
        creators: [
          creator(longName, sum(2210, 29, money('23.426'))),
          creator(arabicName, sum(10, 1, money('0.106'))),
          creator(hostileName, sum(1, 1, money('0.0106'))),
        ],
      },
    },
  },
  yen: { view: inCurrency('JPY', ['5912', '1.63', '484'], '28525', 'JP'), locale: 'ja' },
  rupiah: { view: inCurrency('IDR', ['880875', '243', '72171'], '4250000', 'ID'), locale: 'id' },
  dinar: {
    view: inCurrency('KWD', ['11.782', '0.0033', '0.965'], '56.875', 'KW'),
    locale: 'en-GB',
  },
  'long-words': {
    view: { ...normal, trouble: 'DatabaseClosedError' },
    words: 'long',
    locale: 'de',
  },
  'long-words-receive': { view: normal, words: 'long', locale: 'de', side: 'receive' },
  'right-to-left': { view: normal, words: 'right-to-left', locale: 'ar-EG' },
  'right-to-left-logged-out': {
    view: { ...normal, status: { kind: 'needs-reload', platform: 'tiktok' } },
    words: 'right-to-left',
    locale: 'he',
  },
};
