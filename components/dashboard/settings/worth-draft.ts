import type { CurrencyCode } from '../../../utils/core/ids.ts';
import type { OwnWorth } from '../../../utils/core/operation.ts';
import { MOST_UNITS_IN_ONE_PURCHASE } from '../../../utils/core/purchase.ts';
import { moneyOfPrice } from '../../../utils/core/scaled.ts';
import type { WorthDraft } from '../../../utils/core/settings-views.ts';
import type { UnitId } from '../../../utils/core/units.ts';
import { worthTrouble } from '../../../utils/core/worth.ts';
import { readPrice, readUnits } from '../../conversion.ts';
import { formatCount, formatPlain } from '../../format.ts';
import type { ReadForm } from '../../typed-form.ts';
import type { FieldTrouble } from '../../typed-trouble.ts';

/** The form's fields as typed. */
export interface WorthFields {
  readonly units: string;
  readonly least: string;
  readonly most: string;
  readonly currency: CurrencyCode;
}

/** What the form says: a figure, or what is wrong with which fields. */
export type ReadWorth = ReadForm<WorthFields, WorthDraft, FieldTrouble>;

/** The figures are typed for so many units to begin with: payouts come in such amounts. */
const FIRST_UNITS = 1000;

/** The fields to begin with: the user's figure, or empty ones. */
export function worthFields(
  own: OwnWorth | null,
  currency: CurrencyCode,
  locale: string,
): WorthFields {
  const shown = (minor: number) =>
    own === null ? '' : formatPlain(moneyOfPrice({ currency: own.currency, minor }), locale);
  return {
    units: formatCount(own?.units ?? FIRST_UNITS, locale),
    least: shown(own?.least ?? 0),
    most: shown(own?.most ?? 0),
    currency: own?.currency ?? currency,
  };
}

/** Reads the fields. A single figure in either field is both ends of the range. */
export function readWorth(
  { units: unitsText, least: leastText, most: mostText, currency }: WorthFields,
  unit: UnitId,
  locale: string,
): ReadWorth {
  const units = readUnits(unitsText, locale);
  const least = readPrice(leastText || mostText, locale, currency);
  const most = readPrice(mostText || leastText, locale, currency);
  const troubles: Partial<Record<keyof WorthFields, FieldTrouble>> = {};
  if (units.kind !== 'done') troubles.units = units.kind === 'empty' ? 'empty' : units.trouble;
  else if (units.to < 1) troubles.units = 'units';
  else if (units.to > MOST_UNITS_IN_ONE_PURCHASE) troubles.units = 'too-many-units';
  if (least.kind !== 'done') troubles.least = least.kind === 'empty' ? 'empty' : least.trouble;
  if (most.kind === 'trouble' && mostText !== '') troubles.most = most.trouble;
  const wrong = Object.keys(troubles).length > 0;
  if (wrong || units.kind !== 'done' || least.kind !== 'done' || most.kind !== 'done') {
    return { kind: 'trouble', troubles };
  }
  const draft = { unit, currency, units: units.to, least: least.to.minor, most: most.to.minor };
  const trouble = worthTrouble(draft);
  return trouble === null
    ? { kind: 'done', draft }
    : { kind: 'trouble', troubles: { most: trouble } };
}
