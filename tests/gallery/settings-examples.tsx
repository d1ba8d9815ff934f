import type { ComponentChild } from 'preact';
import { LiveAlertsSection } from '../../components/dashboard/settings/live-alerts-section.tsx';
import { RatesSection } from '../../components/dashboard/settings/rates-section.tsx';
import { SitesSection } from '../../components/dashboard/settings/sites-section.tsx';
import { TagsSection } from '../../components/dashboard/settings/tags-section.tsx';
import { WorthSection } from '../../components/dashboard/settings/worth-section.tsx';
import {
  type CreatorAlertSettings,
  freshCreatorAlerts,
} from '../../utils/core/creator-alert-settings.ts';
import { currencyCodes } from '../../utils/core/currencies.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { OwnWorth } from '../../utils/core/operation.ts';
import type { RateSourceState } from '../../utils/core/rate-sources.ts';
import type { RatesView, UnitWorthView } from '../../utils/core/settings-views.ts';
import type { Day } from '../../utils/core/time.ts';
import { unitIds, units } from '../../utils/core/units.ts';
import { worthRates } from '../../utils/core/worth.ts';
import { ago } from './make.ts';

/** What a test listens to. */
export interface SettingsActions {
  onSwitchTags(on: boolean): void;
  onChangeLive(changed: Partial<CreatorAlertSettings>): void;
  onSwitchRates(on: boolean): void;
  onFetchNow(): void;
  onSaveWorth: Parameters<typeof WorthSection>[0]['onSave'];
  onRemoveWorth: Parameters<typeof WorthSection>[0]['onRemove'];
}

const nothing = () => {};

/** The settings as the dashboard puts them together. */
export function settingsContent(
  state: {
    readonly tags?: boolean;
    readonly live?: CreatorAlertSettings;
    readonly rates?: RatesView;
    readonly busy?: boolean;
    readonly refused?: boolean;
    readonly own?: readonly OwnWorth[];
  },
  actions: Partial<SettingsActions> = {},
): () => ComponentChild {
  const {
    tags = true,
    live = freshCreatorAlerts,
    rates = off,
    busy = false,
    refused = false,
    own = [],
  } = state;
  return () => (
    <>
      <SitesSection
        sites={[{ platform: 'kick', allowed: tags }]}
        onAllowSite={nothing}
        onForbidSite={nothing}
      />
      <TagsSection on={tags} onSwitch={actions.onSwitchTags ?? nothing} />
      <LiveAlertsSection
        chosen={live}
        units={unitIds}
        currency={currencyCode('USD')}
        onChange={actions.onChangeLive ?? nothing}
        onOpenDesk={nothing}
        onOpenPopout={nothing}
      />
      <WorthSection
        worths={worthsOf(own)}
        display={currencyCode('USD')}
        currencies={currencyCodes}
        onSave={actions.onSaveWorth ?? nothing}
        onRemove={actions.onRemoveWorth ?? nothing}
      />
      <RatesSection
        view={rates}
        busy={busy}
        refused={refused}
        onSwitch={actions.onSwitchRates ?? nothing}
        onFetchNow={actions.onFetchNow ?? nothing}
      />
    </>
  );
}

function worthsOf(own: readonly OwnWorth[]): readonly UnitWorthView[] {
  const rates = worthRates(own);
  return unitIds.map((unit) => ({
    unit,
    rate: rates(unit),
    own: own.find((each) => each.unit === unit) ?? null,
  }));
}

const off: RatesView = { on: false, latest: '2026-10-02' as Day, sources: [] };

const state = (part: Partial<RateSourceState>): RateSourceState => ({
  id: 'frankfurter',
  triedAt: ago(30),
  fetchedAt: ago(30),
  day: '2026-11-22' as Day,
  trouble: '',
  ...part,
});

const fetched: RatesView = { on: true, latest: '2026-11-22' as Day, sources: [state({})] };

const troubled: RatesView = {
  ...fetched,
  sources: [
    state({ trouble: 'wrong-shape', fetchedAt: ago(3000), day: '2026-11-20' as Day }),
    state({
      id: 'currency-api',
      trouble: `never heard of ${'\u202E'.repeat(3)}`,
      fetchedAt: null,
      day: null,
    }),
  ],
};

/** A creator's own figures, one of them in yen. */
export const ownWorths: readonly OwnWorth[] = [
  {
    unit: 'tiktok:coin',
    currency: currencyCode('JPY'),
    units: units(1000),
    least: 600,
    most: 840,
    at: ago(60 * 24 * 9),
  },
  {
    unit: 'kick:kick',
    currency: currencyCode('KWD'),
    units: units(100),
    least: 235,
    most: 235,
    at: ago(60 * 24 * 400),
  },
];

/** Every alert on. */
export const everyAlert: CreatorAlertSettings = {
  ...freshCreatorAlerts,
  firstGift: { on: true },
  returning: { on: true, afterDays: 30 },
  spike: { ...freshCreatorAlerts.spike, on: true },
  sound: true,
};

/** The states of the settings that matter, by what they show. */
export const settingsStates = {
  first: settingsContent({}),
  fetched: settingsContent({ tags: false, live: everyAlert, rates: fetched, own: ownWorths }),
  troubled: settingsContent({ rates: troubled, busy: true }),
  refused: settingsContent({ rates: { ...off, sources: [state({})] }, refused: true }),
};
