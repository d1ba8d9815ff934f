import {
  checkGoal,
  type Goal,
  type GoalId,
  type GoalMeasure,
  type GoalPeriod,
  type GoalTrouble,
  NotAGoal,
  targetOf,
} from '../../../utils/core/goal.ts';
import type { GoalDraft, GoalGift } from '../../../utils/core/goal-views.ts';
import type { GiftId } from '../../../utils/core/ids.ts';
import { MOST_UNITS_IN_ONE_PURCHASE } from '../../../utils/core/purchase.ts';
import type { UnitId } from '../../../utils/core/units.ts';
import { readPrice, readUnits } from '../../conversion.ts';
import { formatCount } from '../../format.ts';
import type { ReadForm } from '../../typed-form.ts';
import type { FieldTrouble } from '../../typed-trouble.ts';
import { typedCurrency, typedPrice } from '../typed-fields.ts';

/** A goal as it stands in the form: text as typed. */
export interface GoalFields {
  readonly name: string;
  readonly of: GoalMeasure['of'];
  readonly amount: string;
  readonly unit: UnitId;
  readonly currency: string;
  /** The gift to count; null until one is picked. */
  readonly gift: Pick<GoalGift, 'platform' | 'id' | 'name'> | null;
  readonly period: GoalPeriod['type'];
  readonly firstWeekday: string;
  readonly firstDay: string;
}

export type GoalField = keyof GoalFields;

/** What is wrong with a field, by name. */
export type GoalFieldTrouble = FieldTrouble | GoalTrouble | 'no-gift';

export type ReadGoal = ReadForm<GoalFields, GoalDraft, GoalFieldTrouble>;

/** An empty form: coins, each stream. */
export function freshGoal(currency: string, unit: UnitId = 'tiktok:coin'): GoalFields {
  return {
    name: '',
    of: 'units',
    amount: '',
    unit,
    currency,
    gift: null,
    period: 'stream',
    firstWeekday: '1',
    firstDay: '1',
  };
}

/** A known goal as the user would type it. `gift` is the name of the gift that it counts. */
export function fieldsOfGoal(
  { name, period, wanted }: Goal,
  gift: string,
  currency: string,
  locale: string,
): GoalFields {
  const fresh = freshGoal(currency);
  return {
    ...fresh,
    name,
    of: wanted.of,
    amount:
      wanted.of === 'money'
        ? typedPrice(wanted.price, locale)
        : formatCount(targetOf(wanted), locale),
    unit: wanted.of === 'units' ? wanted.unit : fresh.unit,
    currency: wanted.of === 'money' ? wanted.price.currency : currency,
    gift: wanted.of === 'gift' ? { platform: wanted.platform, id: wanted.gift, name: gift } : null,
    period: period.type,
    firstWeekday: period.type === 'week' ? String(period.firstWeekday) : fresh.firstWeekday,
    firstDay: period.type === 'month' ? String(period.firstDay) : fresh.firstDay,
  };
}

const fieldOf: Readonly<Record<GoalTrouble, GoalField>> = {
  'name-too-long': 'name',
  period: 'period',
  target: 'amount',
  currency: 'amount',
};

/** Reads the form. `id` is that of the goal that is changed; null for a new one. */
export function readGoal(fields: GoalFields, id: GoalId | null, locale: string): ReadGoal {
  const troubles: Partial<Record<GoalField, GoalFieldTrouble>> = {};
  const wanted = readMeasure(fields, locale, troubles);
  if (wanted === null) return { kind: 'trouble', troubles };
  const goal = { name: fields.name.trim(), period: readPeriod(fields), wanted };
  try {
    // No goal that is told apart by its id is checked by it.
    checkGoal({ ...goal, id: id ?? ('new' as GoalId) });
    return { kind: 'done', draft: { ...goal, id } };
  } catch (error) {
    if (!(error instanceof NotAGoal)) throw error;
    return { kind: 'trouble', troubles: { [fieldOf[error.trouble]]: error.trouble } };
  }
}

function readPeriod({ period, firstWeekday, firstDay }: GoalFields): GoalPeriod {
  switch (period) {
    case 'week':
      return { type: period, firstWeekday: Number(firstWeekday) };
    case 'month':
      return { type: period, firstDay: Number(firstDay), weekend: 'same' };
    default:
      return { type: period };
  }
}

function readMeasure(
  { of, amount, unit, currency: code, gift }: GoalFields,
  locale: string,
  troubles: Partial<Record<GoalField, GoalFieldTrouble>>,
): GoalMeasure | null {
  const currency = typedCurrency(code);
  if (of === 'money' && currency === null) troubles.currency = 'currency';
  if (of === 'gift' && gift === null) troubles.gift = 'no-gift';
  if (of === 'money') {
    if (currency === null) return null;
    const typed = readPrice(amount, locale, currency);
    if (typed.kind === 'done') return { of, price: typed.to };
    troubles.amount = typed.kind === 'empty' ? 'empty' : typed.trouble;
    return null;
  }
  const typed = readUnits(amount, locale);
  if (typed.kind !== 'done') {
    troubles.amount = typed.kind === 'empty' ? 'empty' : typed.trouble;
    return null;
  }
  if (of === 'units') {
    if (typed.to > MOST_UNITS_IN_ONE_PURCHASE) troubles.amount = 'too-many-units';
    return troubles.amount === undefined ? { of, unit, units: typed.to } : null;
  }
  if (of !== 'gift') return { of, count: typed.to };
  return gift === null
    ? null
    : { of, platform: gift.platform, gift: gift.id as GiftId, count: typed.to };
}
