import type { PlatformId } from '../core/ids.ts';
import type { LedgerDatabase, StoredGift } from './database.ts';

/** A platform's gifts of which the picture is known, with the price in its page's own list where there was one. */
export async function picturedGifts(
  { gifts }: LedgerDatabase,
  platform: PlatformId,
): Promise<Pick<StoredGift, 'icon' | 'name' | 'price'>[]> {
  const rows = await gifts
    .where('[platform+id]')
    .between([platform, ''], [platform, '\uffff'])
    .toArray();
  return rows
    .filter(({ icon }) => icon !== '')
    .map(({ icon, name, price }) => ({ icon, name, price }));
}
