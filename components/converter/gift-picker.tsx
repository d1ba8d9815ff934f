import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { GiftPrice } from '../../utils/core/dashboard-views.ts';
import type { FoundGifts } from '../../utils/core/gift-search.ts';
import { costOf, type UnitRate } from '../../utils/core/money.ts';
import type { UnitId } from '../../utils/core/units.ts';
import { exactly } from '../conversion.ts';
import { safeText } from '../names.ts';
import { useScreen } from '../screen.ts';

/** Finds gifts by a part of their name; null where nobody can be asked now. */
export type FindGifts = (typed: string) => Promise<FoundGifts | null>;

/** A field for a gift's name, and the gifts that it finds, each with its coins and what it costs this user. */
export function GiftPicker(props: {
  unit: UnitId;
  rate: UnitRate;
  onFind: FindGifts;
  onPick(gift: GiftPrice): void;
  onClose(): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const [typed, setTyped] = useState('');
  const found = useFound(typed, props.onFind);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  // Before the next key, which is the first letter of a name.
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape of the field and the gifts inside
    <div
      class="picker"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        props.onClose();
      }}
    >
      <div class="fields">
        <label>
          <span>{t('giftName')}</span>
          <input
            type="text"
            ref={field}
            id={id}
            autocomplete="off"
            spellcheck={false}
            maxLength={60}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
      </div>
      <p class="unseen" role="status">
        {found.kind === 'done'
          ? screen.counted(found.of.found.length + found.of.more, 'giftsFound')
          : ''}
      </p>
      {found.kind === 'unknown' && <p>{t('giftsNotRead')}</p>}
      {found.kind === 'done' && found.of.found.length === 0 && <p>{t('noGiftFound')}</p>}
      {found.kind === 'done' && found.of.found.length > 0 && (
        <ul>
          {found.of.found.map((gift) => {
            const name = safeText(gift.name) || t('entry_gift');
            const coins = screen.units(gift.units, props.unit);
            const cost = exactly(() => costOf(gift.units, props.rate));
            return (
              <li key={gift.id}>
                <button
                  type="button"
                  aria-label={t('pickGift', [name, coins])}
                  onClick={() => props.onPick(gift)}
                >
                  <bdi class="cut">{name}</bdi>
                  <small class="coin">{coins}</small>
                  <b>{cost.kind === 'done' ? screen.money(cost.to, 12) : t('basis_unknown')}</b>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {found.kind === 'done' && found.of.more > 0 && (
        <p>{screen.counted(found.of.more, 'moreGifts')}</p>
      )}
    </div>
  );
}

type Found =
  | { readonly kind: 'nothing' | 'unknown' }
  | { readonly kind: 'done'; readonly of: FoundGifts };

/** What was found for what is typed; what an earlier question finds late does not count. */
function useFound(typed: string, onFind: FindGifts): Found {
  const [found, setFound] = useState<Found>({ kind: 'nothing' });
  useEffect(() => {
    let asked = true;
    if (typed.trim() === '') {
      setFound({ kind: 'nothing' });
    } else {
      void onFind(typed).then((of) => {
        if (asked) setFound(of === null ? { kind: 'unknown' } : { kind: 'done', of });
      });
    }
    return () => {
      asked = false;
    };
  }, [typed]);
  return found;
}
