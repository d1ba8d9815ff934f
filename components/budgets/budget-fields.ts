import {
  type Budget,
  type BudgetCreator,
  type BudgetPeriod,
  type BudgetTrouble,
  checkBudget,
  NotABudget,
  rollsOver,
  usualAlerts,
  usualLockDelayMs,
  type WeekendRule,
} from '../../utils/core/budget.ts';
import type { BudgetDraft } from '../../utils/core/budget-views.ts';
import type { EntryKind } from '../../utils/core/gift-event.ts';
import type { Measure } from '../../utils/core/guard.ts';
import type { PlatformId } from '../../utils/core/ids.ts';
import { currencyCode, decimalOf } from '../../utils/core/money.ts';
import { type Day, dayNamed } from '../../utils/core/time.ts';
import { type UnitId, unitIds } from '../../utils/core/units.ts';
import { readAmount, readUnits } from '../conversion.ts';
import { formatCount } from '../format.ts';
import type { ReadForm } from '../typed-form.ts';

/** A budget as it stands in the form: text as typed. */
export interface BudgetFields {
  readonly name: string;
  readonly limit: string;
  /** A currency code, or a platform's unit. */
  readonly measure: string;
  readonly period: BudgetPeriod['type'];
  readonly firstWeekday: string;
  readonly firstDay: string;
  readonly weekend: WeekendRule;
  readonly month: string;
  readonly spanFirst: string;
  readonly spanLast: string;
  readonly days: string;
  readonly platforms: readonly PlatformId[];
  readonly creators: readonly BudgetCreator[];
  readonly kinds: readonly EntryKind[];
  readonly rollLeft: boolean;
  readonly rollOver: boolean;
  readonly thresholds: string;
  readonly projected: boolean;
  readonly largeGift: string;
  readonly bought: string;
  readonly boughtUnit: UnitId;
  readonly manyGifts: string;
  readonly manyMinutes: string;
  readonly pausedUntil: string;
  readonly locked: boolean;
  readonly lockHours: string;
}

export type BudgetField = keyof BudgetFields;

/** What is wrong with a field, by name. */
export type BudgetFieldTrouble = BudgetTrouble | 'empty' | 'number' | 'date';

export type ReadBudget = ReadForm<BudgetFields, BudgetDraft, BudgetFieldTrouble>;

const HOUR_MS = 3_600_000;

/** An empty form: everything, each month, 80 and 100 per cent. */
export function freshFields(measure: string, today: Day): BudgetFields {
  return {
    name: '',
    limit: '',
    measure,
    period: 'month',
    firstWeekday: '1',
    firstDay: '1',
    weekend: 'same',
    month: '1',
    spanFirst: today,
    spanLast: today,
    days: '30',
    platforms: [],
    creators: [],
    kinds: [],
    rollLeft: false,
    rollOver: false,
    thresholds: usualAlerts.thresholds.join(', '),
    projected: usualAlerts.projected,
    largeGift: '',
    bought: '',
    boughtUnit: 'tiktok:coin',
    manyGifts: '',
    manyMinutes: '10',
    pausedUntil: '',
    locked: false,
    lockHours: String(usualLockDelayMs / HOUR_MS),
  };
}

/** A known budget as the user would type it. */
export function fieldsOfBudget(budget: Budget, today: Day, locale: string): BudgetFields {
  const { limit, period, scope, rollover, alerts, lock } = budget;
  const typed = (measure: Measure | null): string =>
    measure === null ? '' : typedMeasure(measure, locale);
  return {
    ...freshFields(limit.in === 'money' ? limit.money.currency : limit.unit, today),
    ...typedPeriod(period),
    name: budget.name,
    limit: typed(limit),
    platforms: scope.platforms ?? [],
    creators: scope.creators ?? [],
    kinds: scope.kinds ?? [],
    rollLeft: rollover.left,
    rollOver: rollover.over,
    thresholds: alerts.thresholds.map((percent) => formatCount(percent, locale)).join(', '),
    projected: alerts.projected,
    largeGift: typed(alerts.largeGift),
    bought: typed(alerts.bought),
    boughtUnit: alerts.bought?.unit ?? 'tiktok:coin',
    manyGifts: alerts.manyGifts === null ? '' : formatCount(alerts.manyGifts.gifts, locale),
    manyMinutes: alerts.manyGifts === null ? '10' : formatCount(alerts.manyGifts.minutes, locale),
    pausedUntil: budget.pausedUntil ?? '',
    locked: lock !== null,
    lockHours: formatCount((lock?.delayMs ?? usualLockDelayMs) / HOUR_MS, locale),
  };
}

function typedPeriod(period: BudgetPeriod): Partial<BudgetFields> {
  const { type } = period;
  switch (type) {
    case 'week':
      return { period: type, firstWeekday: String(period.firstWeekday) };
    case 'month':
      return { period: type, firstDay: String(period.firstDay), weekend: period.weekend };
    case 'year':
      return { period: type, month: String(period.month), firstDay: String(period.firstDay) };
    case 'custom':
      return { period: type, spanFirst: period.first, spanLast: period.last };
    case 'rolling':
      return { period: type, days: String(period.days) };
    default:
      return { period: type };
  }
}

/** An amount as the user would type it. */
export function typedMeasure(measure: Measure, locale: string): string {
  if (measure.in === 'units') return formatCount(measure.units, locale);
  const [whole = '', fraction = ''] = decimalOf(measure.money).split('.');
  const digits = fraction.slice(0, -4).replace(/0+$/, '') === '' ? '' : fraction.slice(0, -4);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits.length,
    maximumFractionDigits: digits.length,
  }).format(Number(digits === '' ? whole : `${whole}.${digits}`));
}

/** Reads the form. `id` is that of the budget that is changed; null for a new one. */
export function readBudget(
  fields: BudgetFields,
  id: Budget['id'] | null,
  locale: string,
): ReadBudget {
  const form = new Form(fields, locale);
  const limit = form.measure('limit');
  if (limit === null) form.troubles.limit ??= 'empty';
  const period = form.period();
  const rolls = period !== null && rollsOver(period);
  const draft = {
    id,
    name: fields.name.trim(),
    scope: {
      platforms: someOf(fields.platforms),
      creators: someOf(fields.creators),
      kinds: someOf(fields.kinds),
    },
    rollover: { left: rolls && fields.rollLeft, over: rolls && fields.rollOver },
    pausedUntil: fields.pausedUntil === '' ? null : form.day('pausedUntil'),
    alerts: form.alerts(),
    lock: fields.locked ? { delayMs: form.count('lockHours', 1) * HOUR_MS } : null,
  };
  return limit === null || period === null || Object.keys(form.troubles).length > 0
    ? { kind: 'trouble', troubles: form.troubles }
    : checked({ ...draft, limit, period });
}

/** Reads typed fields and gathers what is wrong with which. */
class Form {
  readonly troubles: Partial<Record<BudgetField, BudgetFieldTrouble>> = {};
  readonly #fields: BudgetFields;
  readonly #locale: string;

  constructor(fields: BudgetFields, locale: string) {
    this.#fields = fields;
    this.#locale = locale;
  }

  /** A whole number from `least` on. */
  count(field: BudgetField, least: number): number {
    const typed = readUnits(String(this.#fields[field]), this.#locale);
    if (typed.kind === 'done' && typed.to >= least) return typed.to;
    this.troubles[field] = 'number';
    return least;
  }

  /** An amount in the form's currency or unit; null where nothing is typed. */
  measure(field: 'limit' | 'largeGift'): Measure | null {
    const { measure } = this.#fields;
    const unit = unitIds.find((each) => each === measure);
    const typed =
      unit === undefined
        ? readAmount(this.#fields[field], this.#locale, currencyCode(measure))
        : readUnits(this.#fields[field], this.#locale);
    if (typed.kind === 'empty') return null;
    const amount = typed.kind === 'done' ? typed.to : 0;
    if (typeof amount === 'object') {
      if (amount.amount > 0) return { in: 'money', money: amount };
    } else if (unit !== undefined && amount > 0) {
      return { in: 'units', unit, units: amount };
    }
    this.troubles[field] = 'number';
    return null;
  }

  /** A calendar day; null where it is none. */
  day(field: 'spanFirst' | 'spanLast' | 'pausedUntil'): Day | null {
    const day = dayNamed(this.#fields[field]);
    if (day === null) this.troubles[field] = 'date';
    return day;
  }

  period(): BudgetPeriod | null {
    const { period: type, weekend } = this.#fields;
    switch (type) {
      case 'week':
        return { type, firstWeekday: this.count('firstWeekday', 1) };
      case 'month':
        return { type, firstDay: this.count('firstDay', 1), weekend };
      case 'year':
        return { type, month: this.count('month', 1), firstDay: this.count('firstDay', 1) };
      case 'custom': {
        const first = this.day('spanFirst');
        const last = this.day('spanLast');
        return first === null || last === null ? null : { type, first, last };
      }
      case 'rolling':
        return { type, days: this.count('days', 1) };
      default:
        return { type };
    }
  }

  alerts(): Budget['alerts'] {
    const { thresholds, projected, bought, boughtUnit, manyGifts } = this.#fields;
    return {
      thresholds: this.#percents(thresholds),
      projected,
      largeGift: this.measure('largeGift'),
      bought:
        bought.trim() === ''
          ? null
          : { in: 'units', unit: boughtUnit, units: this.count('bought', 1) },
      manyGifts:
        manyGifts.trim() === ''
          ? null
          : { gifts: this.count('manyGifts', 2), minutes: this.count('manyMinutes', 1) },
    };
  }

  /** Whole per cents as people list them: `80, 100`, `80 % 100 %`. */
  #percents(text: string): number[] {
    const parts = text.split(/[\s,;%٪،]+/).filter(Boolean);
    const typed = parts.map((part) => readUnits(part, this.#locale));
    const percents = typed.flatMap((each) => (each.kind === 'done' ? [Number(each.to)] : []));
    if (percents.length < parts.length) this.troubles.thresholds = 'thresholds';
    return [...new Set(percents)].sort((a, b) => a - b);
  }
}

function someOf<T>(chosen: readonly T[]): readonly T[] | null {
  return chosen.length === 0 ? null : chosen;
}

/** Which field a named trouble belongs to. */
const fieldOf: Readonly<Record<BudgetTrouble, BudgetField>> = {
  'name-too-long': 'name',
  'nothing-in-scope': 'platforms',
  period: 'period',
  'span-backwards': 'spanLast',
  limit: 'limit',
  currency: 'measure',
  rollover: 'rollLeft',
  thresholds: 'thresholds',
  alerts: 'manyGifts',
  lock: 'lockHours',
};

function checked(draft: BudgetDraft): ReadBudget {
  try {
    return { kind: 'done', draft: checkBudget(draft) };
  } catch (error) {
    if (!(error instanceof NotABudget)) throw error;
    return { kind: 'trouble', troubles: { [fieldOf[error.trouble]]: error.trouble } };
  }
}
