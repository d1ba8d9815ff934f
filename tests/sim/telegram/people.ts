/** Someone on the simulated Telegram, or a channel. All of them are invented. */
export interface TelegramPeer {
  /** As /k/ writes it: channels are negative. */
  readonly id: string;
  readonly name: string;
}

/** The account that watches: the user of the extension. */
export const me: TelegramPeer = { id: '7100000001', name: 'Kai' };

export const mira: TelegramPeer = { id: '7100000011', name: 'Mira' };
/** Named so that words for gifts stand in a name. */
export const otter: TelegramPeer = { id: '7100000031', name: 'Gift Otter 50 Stars' };
export const noor: TelegramPeer = { id: '7100000041', name: 'Noor Amari Delacroix' };
export const channel: TelegramPeer = { id: '-2200000001', name: 'Mira plays' };

export const everybody = [me, mira, otter, noor, channel] as const;

/** Whether a peer is a channel. */
export const isChannel = ({ id }: TelegramPeer): boolean => id.startsWith('-');

/** A peer's id as the addresses of the two clients have it. */
export function hashOf(client: 'a' | 'k', { id }: TelegramPeer): string {
  return `#${client === 'a' ? id.replace(/^-/, '-100') : id}`;
}
