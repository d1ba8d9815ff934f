import type { DeliveryView, UndeliveredGift } from '../../../utils/core/ledger-views.ts';
import type { EpochMs } from '../../../utils/core/time.ts';
import type { PersonView } from '../../../utils/core/views.ts';
import { entryLabel, entryUnits } from '../../entry-label.ts';
import { nameOf, safeText } from '../../names.ts';
import type { Screen } from '../../screen.ts';

/** Marks that keep names from turning sentences, which plain text elsewhere would show as boxes. */
const isolates = /[\u2066-\u2069]/g;

/**
 * Facts for a dispute as plain text: when, what, to whom, in which stream, and what was seen of it, each with the
 * platform's own ids. Moments are in UTC, since whoever reads it has another clock.
 */
export function deliveryReport({ gifts, now }: DeliveryView, screen: Screen): string {
  const { t } = screen;
  const head = [t('reportTitle'), t('reportWritten', [utc(now)]), t('reportBasis')];
  const parts = gifts.map((gift, index) => giftFacts(gift, index + 1, screen).join('\n'));
  return `${[head.join('\n'), ...parts].join('\n\n').replace(isolates, '')}\n`;
}

function giftFacts(gift: UndeliveredGift, number: number, screen: Screen): string[] {
  const { t } = screen;
  const { row, sender, room, lastAt } = gift;
  const amount = entryUnits(row, screen) || t('basis_unknown');
  const fact = (label: string, value: string) => `   ${label}: ${value}`;
  return [
    `${number}. ${entryLabel(row, screen)}, ${amount}`,
    fact(t('reportSent'), utc(row.at)),
    ...(lastAt === row.at ? [] : [fact(t('reportLast'), utc(lastAt))]),
    fact(t('reportPlatform'), t(`platform_${row.platform}`)),
    fact(t('reportFrom'), account(sender, screen)),
    fact(t('reportTo'), account(row.other, screen)),
    fact(t('reportStream'), safeText(room)),
    fact(t('reportEntry'), safeText(row.id)),
  ];
}

function account(person: PersonView | null, { t }: Screen): string {
  if (person === null) return t('personUnknown');
  const name = nameOf(person);
  return name === null ? safeText(person.id) : `${name} (${safeText(person.id)})`;
}

/** `2026-11-22 20:15:03 UTC`. */
function utc(at: EpochMs): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
