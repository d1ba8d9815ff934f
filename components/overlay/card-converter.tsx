import { useEffect, useState } from 'preact/hooks';
import type { ConverterRates } from '../../utils/core/converter-view.ts';
import { Converter, type FindGifts } from '../converter/converter.tsx';
import { useScreen } from '../screen.ts';

/** Where the overlay's converter asks; null for no answer. */
export interface ConverterSource {
  readonly onFindGifts: FindGifts;
  onAskRates(): Promise<ConverterRates | null>;
}

/** The converter in the card. Prices are asked for when it is opened, and again whenever the overlay's numbers change. */
export function CardConverter({ source, numbers }: { source: ConverterSource; numbers: unknown }) {
  const { t } = useScreen();
  const [rates, setRates] = useState<ConverterRates | null>(null);
  useEffect(() => {
    let asked = true;
    void source.onAskRates().then((answer) => {
      if (asked && answer !== null) setRates(answer);
    });
    return () => {
      asked = false;
    };
  }, [numbers]);
  return (
    <div class="card-converter" data-still>
      {rates === null ? (
        <p class="hint">{t('overlayWaiting')}</p>
      ) : rates.price === null ? (
        <p class="hint">{t('overlayNoPrice')}</p>
      ) : (
        <Converter price={rates.price} worth={rates.worth} onFindGifts={source.onFindGifts} />
      )}
    </div>
  );
}
