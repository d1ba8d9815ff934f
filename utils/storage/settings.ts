import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import type { AlertSettings } from '../core/budget-views.ts';
import { type CreatorAlertSettings, freshCreatorAlerts } from '../core/creator-alert-settings.ts';
import { freshPopout, type PopoutSettings } from '../core/desk-settings.ts';
import type { CurrencyCode, PlatformId } from '../core/ids.ts';
import type { LotMethod } from '../core/lots.ts';
import type { PriceChoice } from '../core/price-list.ts';
import { calendarTaxYear, type TaxYearStart } from '../core/report-address.ts';
import { type TimeZone, timeZone } from '../core/time.ts';
import { creatorAlertsSchema, popoutSchema } from './desk-settings.ts';

const choice = z.object({ market: z.string(), channel: z.enum(['web', 'app']) });

const place = z.object({
  corner: z.enum(['top-left', 'top-right', 'bottom-right', 'bottom-left']),
  x: z.number(),
  y: z.number(),
});

const overlay = z.object({
  place: z.nullable(place),
  shape: z.enum(['dot', 'pill', 'card']),
  hidden: z.boolean(),
  /** Rooms for which the user hid the overlay, latest last. */
  hiddenRooms: z.array(z.string()),
});

/** How the overlay stands on one platform's site. */
export type OverlayMemory = z.infer<typeof overlay>;

const minute = z.int().check(z.nonnegative(), z.maximum(24 * 60));

const alerts = z.object({
  notifications: z.boolean(),
  quietHours: z.nullable(z.object({ from: minute, to: minute })),
  quietUntil: z.nullable(z.int().check(z.nonnegative()).brand<'EpochMs'>()),
  badge: z.enum(['stream', 'today', 'budget']),
});

/** The longest that other people's data can be set to be kept: longer is always. */
export const MOST_MONTHS = 120;

const settings = z.object({
  /** Where coins are bought, by the user's choice; null until chosen. */
  price: z.nullable(choice),
  /** The currency that money is shown in, by the user's choice; null until chosen. */
  display: z.optional(z.nullable(z.string())),
  /** How units spent are matched to purchases. */
  method: z.optional(z.enum(['first-in-first-out', 'average'])),
  /** The time zone that days and months are counted in. */
  zone: z.nullable(z.string()),
  /** For how many months senders of what was received are kept; null for always. */
  keepMonths: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(MOST_MONTHS)))),
  /** After so many days without a gift a supporter counts as lapsed; missing until the user chose. */
  lapsedAfter: z.optional(z.int().check(z.minimum(1), z.maximum(3650))),
  overlays: z.record(z.string(), overlay),
  /** Whether prices in money stand beside the coins in a page's gift panel. */
  tags: z._default(z.boolean(), true),
  /** Notifications, quiet hours and the badge; missing until the user first chose. */
  alerts: z.optional(alerts),
  /** What a creator is told of while live; missing until the user first chose. */
  creatorAlerts: z.optional(creatorAlertsSchema),
  /** How the live desk's pop-out looks; the same. */
  popout: z.optional(popoutSchema),
  /** When the user's tax year begins; missing until they said so: with the calendar's. */
  taxYear: z.optional(
    z.object({
      month: z.int().check(z.minimum(1), z.maximum(12)),
      day: z.int().check(z.minimum(1), z.maximum(31)),
    }),
  ),
  /** Whether exchange rates are those that ship, or also fetched once a day. */
  rates: z._default(z.enum(['shipped', 'fetched']), 'shipped'),
});

/** What the user chose. */
export type Settings = z.infer<typeof settings>;

const fresh: Settings = { price: null, zone: null, overlays: {}, tags: true, rates: 'shipped' };

const item = storage.defineItem<unknown>('local:settings');

const freshOverlay: OverlayMemory = { place: null, shape: 'pill', hidden: false, hiddenRooms: [] };

/** Rooms that are remembered as hidden: a room id is used for one stream only. */
const MOST_HIDDEN_ROOMS = 50;

/** The settings as stored; what cannot be read as settings counts as none. */
export async function readSettings(): Promise<Settings> {
  const result = settings.safeParse(await item.getValue());
  return result.success ? result.data : fresh;
}

/** Reads what a file says are settings. Throws where they are not. */
export function readStoredSettings(value: unknown): Settings {
  return z.parse(settings, value);
}

/** What a backup never sets: the zone that days were counted in, what asks a network, what deletes. */
const setHereOnly: readonly (keyof Settings)[] = ['zone', 'rates', 'keepMonths'];

/**
 * Takes settings over from a backup: those that the user has not chosen here, or with `all` every one but those that
 * are only ever set here. The zone is taken where there is none yet.
 */
export function takeSettings(theirs: Settings, all: boolean): Promise<void> {
  return change((mine) => {
    const offered = Object.entries(theirs).filter(
      ([name, value]) => value !== undefined && !setHereOnly.some((each) => each === name),
    );
    const taken = offered.filter(([name]) => all || isFresh(name, Reflect.get(mine, name)));
    return {
      ...mine,
      ...Object.fromEntries(taken),
      zone: mine.zone ?? theirs.zone,
      overlays: all
        ? { ...mine.overlays, ...theirs.overlays }
        : { ...theirs.overlays, ...mine.overlays },
    };
  });
}

/** Whether a setting is as it is before the user chooses anything. */
function isFresh(name: string, value: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(Reflect.get(fresh, name));
}

/** Forgets everything that the user chose. */
export function forgetSettings(): Promise<void> {
  return change(() => fresh);
}

/** Changes settings; changes are made one after the other, so that none overwrites another. */
let last: Promise<unknown> = Promise.resolve();
function change(next: (before: Settings) => Settings): Promise<void> {
  const done = last.then(async () => item.setValue(next(await readSettings())));
  last = done.catch(() => undefined);
  return done;
}

/** Remembers where the user buys coins. */
export function choosePrice(price: PriceChoice): Promise<void> {
  return change((before) => ({ ...before, price }));
}

/** Switches the price tags in pages' gift panels on or off. */
export function switchTags(tags: boolean): Promise<void> {
  return change((before) => ({ ...before, tags }));
}

/** What holds of alerts where the user never chose. */
const freshAlerts: AlertSettings = {
  notifications: true,
  quietHours: null,
  quietUntil: null,
  badge: 'stream',
};

/** What the user chose about alerts. */
export function alertSettings({ alerts: chosen }: Settings): AlertSettings {
  return chosen ?? freshAlerts;
}

/** Changes what holds of alerts. */
export function changeAlerts(changed: Partial<AlertSettings>): Promise<void> {
  return change((before) => ({ ...before, alerts: { ...alertSettings(before), ...changed } }));
}

/** What a creator chose about alerts while live. */
export function creatorAlertSettings({ creatorAlerts: chosen }: Settings): CreatorAlertSettings {
  return chosen ?? freshCreatorAlerts;
}

/** Changes what a creator is told of while live. */
export function changeCreatorAlerts(changed: Partial<CreatorAlertSettings>): Promise<void> {
  return change((before) => ({
    ...before,
    creatorAlerts: { ...creatorAlertSettings(before), ...changed },
  }));
}

/** How the live desk's pop-out looks. */
export function popoutSettings({ popout: chosen }: Settings): PopoutSettings {
  return chosen ?? freshPopout;
}

/** Changes how the live desk's pop-out looks. */
export function changePopout(changed: Partial<PopoutSettings>): Promise<void> {
  return change((before) => {
    const { widgets, ...popout } = { ...popoutSettings(before), ...changed };
    return { ...before, popout: { ...popout, widgets: [...widgets] } };
  });
}

/** Switches the daily fetch of exchange rates on or off; the browser's permission is the caller's to ask for. */
export function chooseRates(rates: Settings['rates']): Promise<void> {
  return change((before) => ({ ...before, rates }));
}

/** Remembers the currency that money is shown in; null for that of the listed price. */
export function chooseDisplay(display: CurrencyCode | null): Promise<void> {
  return change((before) => ({ ...before, display }));
}

/** When the tax year begins that statements are of. */
export function taxYearStart({ taxYear }: Settings): TaxYearStart {
  return taxYear ?? calendarTaxYear;
}

/** Remembers when the tax year begins. */
export function chooseTaxYear(taxYear: TaxYearStart): Promise<void> {
  return change((before) => ({ ...before, taxYear }));
}

/** Remembers how units spent are matched to purchases. */
export function chooseMethod(method: LotMethod): Promise<void> {
  return change((before) => ({ ...before, method }));
}

/** Sets after how many days without a gift a supporter counts as lapsed. */
export function chooseLapsedAfter(lapsedAfter: number): Promise<void> {
  return change((before) => ({ ...before, lapsedAfter }));
}

/** Sets for how many months, 1 to {@link MOST_MONTHS}, senders of what was received are kept; null for always. */
export function chooseKeepMonths(keepMonths: number | null): Promise<void> {
  return change((before) => ({ ...before, keepMonths }));
}

/** The zone that the ledger counts days in: the browser's at the first use, kept from then on. */
export async function ledgerZone(): Promise<TimeZone> {
  const { zone } = await readSettings();
  if (zone !== null) {
    return timeZone(zone);
  }
  const here = timeZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  await change((before) => ({ ...before, zone: before.zone ?? here }));
  return here;
}

/** Chooses the zone that days are counted in; the background then counts them anew, unless a budget is locked. */
export function chooseZone(zone: TimeZone): Promise<void> {
  return change((before) => ({ ...before, zone }));
}

/** How the overlay stands on a platform's site. */
export function overlayMemory({ overlays }: Settings, platform: PlatformId): OverlayMemory {
  return overlays[platform] ?? freshOverlay;
}

/** Changes how the overlay stands; `room` with `hideHere` hides it for that stream or shows it again. */
export function rememberOverlay(
  platform: PlatformId,
  changed: Partial<Omit<OverlayMemory, 'hiddenRooms'>>,
  room: string,
  hideHere: boolean | undefined,
): Promise<void> {
  return change((before) => {
    const memory = overlayMemory(before, platform);
    const others = memory.hiddenRooms.filter((hidden) => hidden !== room);
    const hiddenRooms =
      hideHere === undefined || room === ''
        ? memory.hiddenRooms
        : [...others, ...(hideHere ? [room] : [])].slice(-MOST_HIDDEN_ROOMS);
    return {
      ...before,
      overlays: { ...before.overlays, [platform]: { ...memory, ...changed, hiddenRooms } },
    };
  });
}

/** Calls back whenever the settings change, in any of the extension's contexts. Gives the way to stop. */
export function onSettingsChange(callback: () => void): () => void {
  return item.watch(callback);
}
