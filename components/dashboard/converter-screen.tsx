import { useState } from 'preact/hooks';
import type { Converted } from '../../utils/core/conversion.ts';
import type { DashboardView, GiftPrice } from '../../utils/core/dashboard-views.ts';
import type { WorthRate } from '../../utils/core/worth.ts';
import { formatCount, formatPlain } from '../format.ts';
import { safeText } from '../names.ts';
import { convertTyped, type TypedQuantity } from '../quantity.ts';
import { useScreen } from '../screen.ts';
import { troubleWords } from '../typed-trouble.ts';
import { rangeWords, worthEach, worthOrigin } from '../worth-words.ts';
import { ClaimCheck } from './claim-check.tsx';
import { Field } from './field.tsx';
import { GiftFinder } from './gift-finder.tsx';
import { userRate, userRateWords } from './user-rate.ts';

/** Coins, money and gifts into each other, what a creator gets of it, and whether a price can be right. */
export function ConverterScreen({ view }: { view: DashboardView }) {
  const screen = useScreen();
  const { t, locale } = screen;
  const [typed, setTyped] = useState<TypedQuantity>({
    in: 'units',
    text: formatCount(1000, locale),
  });
  const [gift, setGift] = useState<GiftPrice | null>(
    view.gifts.find(({ name }) => name === 'Rose') ?? view.gifts[0] ?? null,
  );
  const price = userRate(view);
  const currency = price?.currency ?? view.display;
  const rates = { price, gift: gift?.units ?? null, worth: view.worth?.range ?? null };
  const read = convertTyped(typed, rates, currency, locale);
  const done = read.kind === 'done' ? read.to : null;
  const textIn = (kind: TypedQuantity['in'], other: string) =>
    typed.in === kind ? typed.text : other;
  const saysIn = (kind: TypedQuantity['in']) =>
    read.kind === 'trouble' && typed.in === kind
      ? troubleWords(read.trouble, screen, currency)
      : undefined;
  const giftName = gift === null ? '' : safeText(gift.name) || t('entry_gift');
  return (
    <>
      <section class="panel" aria-labelledby="convert-title">
        <h3 id="convert-title">{t('converter')}</h3>
        <p class="lead">{userRateWords(view, screen)}</p>
        <div class="grid">
          <Field
            id="convert-units"
            label={screen.unitName(view.unit)}
            inputMode="numeric"
            value={textIn('units', done === null ? '' : formatCount(done.units, locale))}
            trouble={saysIn('units')}
            onType={(text) => setTyped({ in: 'units', text })}
          />
          {price !== null && (
            <Field
              id="convert-money"
              label={t('convertMoney', [currency])}
              inputMode="decimal"
              value={textIn(
                'money',
                done === null || done.money === null ? '' : formatPlain(done.money, locale),
              )}
              trouble={saysIn('money')}
              onType={(text) => setTyped({ in: 'money', text })}
            />
          )}
          {gift !== null && (
            <Field
              id="convert-gifts"
              label={t('convertGifts', [giftName, screen.units(gift.units, view.unit)])}
              inputMode="numeric"
              value={textIn('gifts', giftsText(done, locale))}
              trouble={saysIn('gifts')}
              onType={(text) => setTyped({ in: 'gifts', text })}
            />
          )}
        </div>
        <div class="worth" role="status">
          {done !== null && <Worth done={done} worth={view.worth} />}
          {done?.gifts != null && done.gifts.left > 0 && (
            <p class="under">{t('convertLeft', [screen.units(done.gifts.left, view.unit)])}</p>
          )}
        </div>
        {view.gifts.length > 0 && (
          <GiftFinder
            id="convert-gift"
            label={t('otherGift')}
            view={view}
            rate={price}
            onPick={setGift}
          />
        )}
      </section>
      <ClaimCheck view={view} />
    </>
  );
}

function giftsText(done: Converted | null, locale: string): string {
  return done === null || done.gifts === null ? '' : formatCount(done.gifts.count, locale);
}

function Worth({ done, worth }: { done: Converted; worth: WorthRate | null }) {
  const screen = useScreen();
  const { t } = screen;
  if (done.worth === null || worth === null) {
    return <p>{t('convertNoWorth')}</p>;
  }
  return (
    <>
      <p>{t('convertWorth', [rangeWords(done.worth, screen)])}</p>
      <p class="under">
        {`${t('worthEstimate', [worthEach(worth, screen), worthOrigin(worth, screen)])} `}
        <a class="link" href="#settings">
          {t('choosePrice')}
        </a>
      </p>
    </>
  );
}
