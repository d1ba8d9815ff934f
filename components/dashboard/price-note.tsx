import type { PriceCheck } from '../../utils/core/price-check.ts';
import { useScreen } from '../screen.ts';
import { type Claimed, claimWords } from './claim-words.ts';

/** What a price check found: a title, a sentence and the reasons. */
export function PriceNote({ check, claimed }: { check: PriceCheck; claimed: Claimed }) {
  const screen = useScreen();
  const { tone, title, sentence, reasons } = claimWords(check, claimed, screen);
  return (
    <div class="note" data-tone={tone}>
      <b>{title}</b>
      <p>{sentence}</p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
