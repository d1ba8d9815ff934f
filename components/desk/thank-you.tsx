import { useState } from 'preact/hooks';
import type { DeskGifter, DeskPeople } from '../../utils/core/desk-views.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { type AmountUnit, isOwnUnit } from '../../utils/core/units.ts';
import { readUnits } from '../conversion.ts';
import { CheckField } from '../dashboard/check-field.tsx';
import { Field } from '../dashboard/field.tsx';
import { useScreen } from '../screen.ts';
import { troubleWords } from '../typed-trouble.ts';
import type { ThanksActions } from './desk-view.ts';
import { gaveWords, thanksText, toThank } from './thanks-words.ts';

/** Whom to thank: those who gave, to be ticked off, filtered by amount and copied as text. */
export function ThankYou(
  props: ThanksActions & {
    people: DeskPeople | null;
    /** What amounts are filtered by; null while nothing came in. */
    unit: AmountUnit | null;
  },
) {
  const screen = useScreen();
  const { t, locale } = screen;
  const { people, unit } = props;
  const [least, setLeast] = useState('');
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState<'' | 'thanksCopied' | 'thanksNotCopied'>('');
  if (people === null) return null;
  const typed = readUnits(least, locale);
  const byUnit = unit !== null && isOwnUnit(unit) ? unit : null;
  const shown = toThank(people.gifters, {
    unit: byUnit,
    least: typed.kind === 'done' ? typed.to : 0,
    open,
  });
  const rest = people.people - people.gifters.length;
  async function copy() {
    setCopied((await props.onCopy(thanksText(shown, screen))) ? 'thanksCopied' : 'thanksNotCopied');
  }
  return (
    <section class="desk-part thanks" aria-labelledby="desk-thanks">
      <h2 id="desk-thanks">{t('thanksTitle')}</h2>
      {people.gifters.length === 0 ? (
        <p class="none">{t('thanksNone')}</p>
      ) : (
        <>
          <p class="says">{t('thanksLead')}</p>
          {byUnit !== null && (
            <Field
              id="thanks-least"
              label={t('thanksLeast', [screen.unitName(byUnit)])}
              inputMode="numeric"
              value={least}
              trouble={
                typed.kind === 'trouble'
                  ? troubleWords(typed.trouble, screen, currencyCode('USD'))
                  : undefined
              }
              onType={setLeast}
            />
          )}
          <CheckField id="thanks-open" label={t('thanksOpen')} checked={open} onCheck={setOpen} />
          {shown.length === 0 ? (
            <p class="none">{t('thanksNobody')}</p>
          ) : (
            <ul class="rows">
              {shown.map((gifter) => (
                <ToThankRow
                  key={`${gifter.platform}:${gifter.person.id}`}
                  gifter={gifter}
                  onThank={props.onThank}
                />
              ))}
            </ul>
          )}
          {rest > 0 && <p class="says">{screen.counted(rest, 'thanksRest', 9)}</p>}
          <div class="buttons">
            <button type="button" class="button" onClick={() => void copy()}>
              {t('thanksCopy')}
            </button>
            <span role="status">{copied === '' ? '' : t(copied)}</span>
          </div>
        </>
      )}
    </section>
  );
}

function ToThankRow(props: { gifter: DeskGifter; onThank: ThanksActions['onThank'] }) {
  const screen = useScreen();
  const { gifter } = props;
  const name = screen.name(gifter.person);
  const gaveMore = !gifter.thanked && gifter.unthanked < gifter.sum.gifts;
  return (
    <li>
      <label class="thank">
        <input
          type="checkbox"
          checked={gifter.thanked}
          aria-label={screen.t('thanksTick', [screen.person(gifter.person)])}
          onChange={({ currentTarget }) => props.onThank(gifter, currentTarget.checked)}
        />
        <bdi class="cut" title={name}>
          {name}
        </bdi>
        <span class="amount coin">{gaveWords(gifter, screen)}</span>
      </label>
      {gaveMore && (
        <small class="thank-more">
          {screen.t('thanksMore', [screen.counted(gifter.unthanked, 'gifts', 9)])}
        </small>
      )}
    </li>
  );
}
