import { trustedNow } from '../../utils/core/trusted-time.ts';
import { units } from '../../utils/core/units.ts';
import { parseGuardNote } from '../../utils/messaging/batch-schema.ts';
import {
  type GuardGifts,
  type GuardState,
  onMessage,
  sendMessage,
} from '../../utils/messaging/protocol.ts';
import { giftCellsOf } from '../../utils/platforms/gift-cells.ts';
import type { LedgerDatabase, StoredPage } from '../../utils/storage/database.ts';
import { sessionOf } from '../../utils/storage/overlay-view.ts';
import { sessionTotalsOf } from '../../utils/storage/queries.ts';
import { ledgerZone, onSettingsChange } from '../../utils/storage/settings.ts';
import { guardThatHolds } from '../../utils/storage/standings.ts';
import type { BudgetDesk } from './budgets.ts';
import { giftsByPicture } from './gift-pictures.ts';
import { noteRefused, pageId } from './pages.ts';
import { userRate } from './prices.ts';
import { type SenderFrame, senderFrame } from './sender.ts';

type GuardedPage = Pick<StoredPage, 'platform' | 'session'>;

/** Answers the guards of pages, and tells them whenever what they judge by changes. */
export class GuardDesk {
  readonly #database: LedgerDatabase;
  readonly #budgets: BudgetDesk;
  /** Other in every worker's life, so that what a page knows of an earlier one is asked for anew. */
  readonly #life = crypto.randomUUID();
  #giftsSeen = 0;
  #telling = false;
  #again = false;

  constructor(database: LedgerDatabase, budgets: BudgetDesk) {
    this.#database = database;
    this.#budgets = budgets;
  }

  /** Registers everything that it listens to. */
  answer(): void {
    onMessage('guardState', async ({ sender }) => {
      const from = senderFrame(sender);
      return this.#state(await this.#pageOf(from));
    });
    onMessage('guardGifts', ({ sender }) => this.#gifts(senderFrame(sender)));
    onMessage('guardNote', async ({ data, sender }) => {
      await noteRefused(this.#database, senderFrame(sender), parseGuardNote(data));
    });
    onSettingsChange(() => this.tell());
  }

  /** Lets pages ask anew for the gifts. */
  giftsChanged(): void {
    this.#giftsSeen += 1;
    this.tell();
  }

  /** Tells every tab's guard what holds now; calls while it does lead to one more time after it. */
  tell(): void {
    this.#again = true;
    if (this.#telling) return;
    this.#telling = true;
    // Trouble with storage is named where it matters; guards keep what they know and ask again.
    void this.#tellAll()
      .catch(() => undefined)
      .finally(() => {
        this.#telling = false;
      });
  }

  async #tellAll(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      for (const page of await this.#database.pages.filter(({ frame }) => frame === 0).toArray()) {
        // A tab without a guard (closed, or still loading) asks when it has one.
        await sendMessage('guardChanged', await this.#state(page), page.tab).catch(() => undefined);
      }
    }
  }

  async #pageOf(from: SenderFrame): Promise<GuardedPage> {
    const page = await this.#database.pages.get(pageId(from));
    return page ?? { platform: from.platform, session: '' };
  }

  async #state({ platform, session }: GuardedPage): Promise<GuardState | null> {
    const settings = await guardThatHolds(this.#database);
    const unit = giftCellsOf(platform)?.unit;
    if (!settings.on || unit === undefined) return null;
    const stream = await sessionOf(this.#database, session);
    const creator = stream?.creator ?? '';
    const sent = stream === null ? [] : await sessionTotalsOf(this.#database, stream.id, 'sent');
    return {
      settings,
      now: trustedNow(await this.#budgets.time()),
      rate: await userRate(this.#database, unit),
      creator,
      touched: await this.#budgets.left({ platform, session, creator }),
      sent: units(sent.filter((row) => row.unit === unit).reduce((sum, row) => sum + row.units, 0)),
      zone: await ledgerZone(),
      gifts: `${this.#life} ${this.#giftsSeen}`,
    };
  }

  async #gifts({ platform }: SenderFrame): Promise<GuardGifts | null> {
    if (!(await guardThatHolds(this.#database)).on) return null;
    const gifts = await giftsByPicture(this.#database, platform);
    return Object.fromEntries(
      [...gifts].map(([key, { prices, names }]) => {
        // A picture that stands for several gifts has no name.
        const [name = ''] = names.size === 1 ? names : [];
        return [key, { prices: [...prices], name }];
      }),
    );
  }
}
