import {
  type GuardSettings,
  leastWaitSeconds,
  type Measure,
  mostWaitSeconds,
} from '../../../utils/core/guard.ts';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import type { UnitId } from '../../../utils/core/units.ts';
import { readAmount, readUnits } from '../../conversion.ts';
import { formatCount, formatPlain } from '../../format.ts';
import type { FieldTrouble } from '../../typed-trouble.ts';

/** What a limit can be given in: a currency, or a platform's unit. */
export type LimitIn = CurrencyCode | UnitId;

/** The form's fields as typed. */
export interface GuardFields {
  /** Empty for no limit. */
  readonly largest: string;
  readonly in: LimitIn;
  readonly wait: string;
}

/** What is wrong, by field. */
export interface GuardTroubles {
  readonly largest?: FieldTrouble;
  readonly wait?: FieldTrouble | 'wait';
}

/** The limits of a guard as fields; `display` is the currency to begin with. */
export function guardFields(
  { largest, waitSeconds }: GuardSettings,
  display: CurrencyCode,
  locale: string,
): GuardFields {
  const wait = formatCount(waitSeconds, locale);
  if (largest === null) return { largest: '', in: display, wait };
  return largest.in === 'money'
    ? { largest: formatPlain(largest.money, locale), in: largest.money.currency, wait }
    : { largest: formatCount(largest.units, locale), in: largest.unit, wait };
}

/** What limits can be given in. */
export interface LimitChoices {
  readonly currencies: readonly CurrencyCode[];
  readonly units: readonly UnitId[];
}

/** Reads the fields. */
export function readGuardFields(
  fields: GuardFields,
  choices: LimitChoices,
  locale: string,
):
  | { readonly read: Pick<GuardSettings, 'largest' | 'waitSeconds'> }
  | { readonly troubles: GuardTroubles } {
  const largest = readLimit(fields, choices, locale);
  const wait = readUnits(fields.wait, locale);
  const waitTrouble =
    wait.kind === 'empty'
      ? ('empty' as const)
      : wait.kind === 'trouble'
        ? wait.trouble
        : wait.to < leastWaitSeconds || wait.to > mostWaitSeconds
          ? ('wait' as const)
          : null;
  if (typeof largest === 'string' || waitTrouble !== null || wait.kind !== 'done') {
    return {
      troubles: {
        ...(typeof largest === 'string' ? { largest } : {}),
        ...(waitTrouble === null ? {} : { wait: waitTrouble }),
      },
    };
  }
  return { read: { largest, waitSeconds: wait.to } };
}

function readLimit(
  { largest: text, in: kind }: GuardFields,
  { currencies, units }: LimitChoices,
  locale: string,
): Measure | null | FieldTrouble {
  const unit = units.find((each) => each === kind);
  if (unit !== undefined) {
    const read = readUnits(text, locale);
    if (read.kind === 'empty') return null;
    return read.kind === 'done' ? { in: 'units', unit, units: read.to } : read.trouble;
  }
  const currency = currencies.find((each) => each === kind);
  if (currency === undefined) return 'currency';
  const read = readAmount(text, locale, currency);
  if (read.kind === 'empty') return null;
  return read.kind === 'done' ? { in: 'money', money: read.to } : read.trouble;
}
