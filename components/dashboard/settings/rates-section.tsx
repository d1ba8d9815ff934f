import { rateHosts } from '../../../utils/core/rate-hosts.ts';
import type { RatesView } from '../../../utils/core/settings-views.ts';
import { formatSourceDate } from '../../dates.ts';
import { isolate } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import { Switch } from '../../switch.tsx';
import { fetchedWords, rateTroubleWords } from './rate-words.ts';
import { SettingsSection } from './section.tsx';

/** Whether exchange rates are fetched once a day: which hosts are asked, how it went, and the way to try again. */
export function RatesSection(props: {
  view: RatesView;
  /** Whether rates are being fetched now. */
  busy: boolean;
  /** Whether the browser, or the user in its prompt, just said no. */
  refused: boolean;
  onSwitch(on: boolean): void;
  onFetchNow(): void;
}) {
  const screen = useScreen();
  const { t, language } = screen;
  const { on, latest, sources } = props.view;
  const hosts = [rateHosts.frankfurter, rateHosts['currency-api']].map(isolate);
  const fetched = fetchedWords(sources, screen);
  const troubled = on ? sources.filter(({ trouble }) => trouble !== '') : [];
  const known = latest === null ? '' : formatSourceDate(latest, language);
  const lines = [
    on || fetched !== '' ? fetched || t('ratesNever') : '',
    known === '' ? '' : t('ratesLatest', [known]),
    !on && fetched !== '' ? t('ratesKept') : '',
  ].filter(Boolean);
  return (
    <SettingsSection id="rates" title={t('ratesTitle')} lead={t('ratesLead')}>
      <Switch
        label={t('ratesSwitch')}
        on={on}
        busy={props.busy}
        explainedBy="rates-hosts"
        onSwitch={props.onSwitch}
      />
      <p class="under" id="rates-hosts">
        {t('ratesHosts', hosts)}
      </p>
      <div role="status">
        {props.refused && <p class="note">{t('ratesRefused')}</p>}
        {lines.map((line) => (
          <p class="under" key={line}>
            {line}
          </p>
        ))}
        {troubled.map((source) => (
          <p class="note" data-tone="trouble" key={source.id}>
            {rateTroubleWords(source, screen)}
          </p>
        ))}
      </div>
      {on && (
        <div class="buttons">
          <button
            type="button"
            class="button quiet"
            aria-disabled={props.busy}
            onClick={() => {
              if (!props.busy) props.onFetchNow();
            }}
          >
            {t(props.busy ? 'ratesBusy' : 'ratesAgain')}
          </button>
        </div>
      )}
    </SettingsSection>
  );
}
