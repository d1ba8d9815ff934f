import type { AccountId, PlatformId } from './ids.ts';
import type { OnPlatform } from './ledger-filter.ts';

/** Somebody whose incoming gifts are in the ledger. */
export interface Creator extends OnPlatform<AccountId> {
  /** The user, somebody whom they follow, or somebody whom they followed once. */
  readonly standing: 'own' | 'followed' | 'past';
  /** Who stands for this one; there only where the user linked it with an account on another platform. */
  readonly linkedTo?: OnPlatform<AccountId>;
}

/** Whose incoming gifts are looked at: the user's, one creator's, or those of all together. */
export type Whose = 'mine' | 'all' | OnPlatform<AccountId>;

/** Longer than any id of a platform. */
const LONGEST_ID = 300;

/** Whose gifts an address asks for (`whose=mine`, `whose=tiktok:7`); null where it asks for nothing that can be read. */
export function readWhose(asked: string | null, platforms: readonly PlatformId[]): Whose | null {
  if (asked === 'mine' || asked === 'all') return asked;
  const platform = platforms.find((each) => asked?.startsWith(`${each}:`));
  if (asked === null || platform === undefined) return null;
  const id = asked.slice(platform.length + 1);
  return id === '' || id.length > LONGEST_ID ? null : { platform, id: id as AccountId };
}

/** Whose gifts, as an address names it. */
export function whoseText(whose: Whose): string {
  return typeof whose === 'string' ? whose : `${whose.platform}:${whose.id}`;
}

/** Whose gifts are shown where nobody is asked for: the user's own, unless they only follow others. */
export function usualWhose(creators: readonly Creator[]): Whose {
  const own = creators.some(({ standing }) => standing === 'own');
  const [first, ...more] = creators;
  if (own || first === undefined) return 'mine';
  return more.length > 0 ? 'all' : { platform: first.platform, id: first.id };
}

/**
 * Whether what came in for `creator` is asked for, by whichever of their accounts; what names no creator is the user's.
 */
export function isAskedFor(
  whose: Whose,
  creators: readonly Creator[],
  { platform, creator }: { readonly platform: PlatformId; readonly creator: AccountId | '' },
): boolean {
  if (whose === 'all') return true;
  if (whose !== 'mine') {
    const end = (of: OnPlatform<string>): string => {
      const known = creators.find((each) => each.id === of.id && each.platform === of.platform);
      const { platform: on, id } = known?.linkedTo ?? of;
      return `${on}:${id}`;
    };
    return creator !== '' && end(whose) === end({ platform, id: creator });
  }
  return !creators.some(
    ({ standing, ...each }) =>
      standing !== 'own' && each.id === creator && each.platform === platform,
  );
}
