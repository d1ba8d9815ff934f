/** What a channel of the connection is about, by its name; null for all others. */
export type ChannelSubject = {
  readonly kind: 'channel' | 'chatroom' | 'user';
  readonly id: string;
} | null;

const patterns = [
  ['channel', /^channel[._](\d{1,20})$/],
  ['chatroom', /^chatrooms?[._](\d{1,20})(?:\.v2)?$/],
  ['user', /^private-(?:userfeed\.|App\.User\.|channelpoints-)(\d{1,20})$/],
] as const;

/** Reads names such as `channel_1`, `channel.1`, `chatrooms.2.v2`, `chatroom_2`, `private-userfeed.3`. */
export function subjectOf(name: string): ChannelSubject {
  for (const [kind, pattern] of patterns) {
    const id = pattern.exec(name)?.[1];
    if (id !== undefined) return { kind, id };
  }
  return null;
}
