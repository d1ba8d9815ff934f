/** Kick's messages as the site sends them, from what is known of the site; knows nothing of the extension. */
import type { KickPerson } from './people.ts';

/** A message of one channel of the connection. */
export interface ChannelMessage {
  readonly channel: string;
  readonly event: string;
  readonly data: unknown;
}

/** The two connections that the site uses. */
export type Provider = 'centrifugo' | 'pusher';

/** Messages as frames: Centrifugo puts several into one, Pusher each into its own. */
export function frames(provider: Provider, messages: readonly ChannelMessage[]): string[] {
  if (provider === 'pusher') {
    return messages.map(({ channel, event, data }) =>
      JSON.stringify({ event, data: JSON.stringify(data), channel }),
    );
  }
  return [
    messages
      .map(({ channel, event, data }, index) => {
        // Seen both ways: as text and as it is.
        const body = index % 2 === 0 ? JSON.stringify(data) : data;
        return JSON.stringify({
          push: { channel, pub: { data: { event, data: body }, offset: 1 } },
        });
      })
      .join('\n'),
  ];
}

/** A gift of KICKs as the catalogue has it. */
export interface KicksGift {
  readonly id: string;
  readonly name: string;
  readonly amount: number;
}

export const hellYeah: KicksGift = { id: 'hell_yeah', name: 'Hell Yeah', amount: 1 };
export const fullSend: KicksGift = { id: 'full_send', name: 'Full Send', amount: 100 };
export const rageQuit: KicksGift = { id: 'rage_quit', name: 'Rage Quit', amount: 500 };
export const gifts = [hellYeah, fullSend, rageQuit] as const;

/** The body of a gift: of the message, and of the list of pinned ones. */
export function kicksBody(
  transaction: string,
  from: KickPerson | null,
  gift: KicksGift,
  at: number,
) {
  return {
    ...(transaction === '' ? {} : { gift_transaction_id: transaction }),
    message: '',
    sender:
      from === null
        ? null
        : {
            id: from.id,
            username: from.username,
            username_color: '#93EBE0',
            profile_picture: `https://files.kick.com/images/user/${from.id}.webp`,
          },
    gift: {
      gift_id: gift.id,
      name: gift.name,
      amount: gift.amount,
      type: 'BASIC',
      tier: 'BASIC',
      character_limit: 0,
      pinned_time: 0,
    },
    // Nanoseconds, as the site writes them.
    ...(transaction === ''
      ? {}
      : { created_at: new Date(at).toISOString().replace('Z', '123456Z') }),
  };
}

export function kicksGifted(to: KickPerson, body: ReturnType<typeof kicksBody>): ChannelMessage {
  return { channel: `channel_${to.channel}`, event: 'KicksGifted', data: body };
}

/** A drop of subscriptions: in `chunks` messages, each with the whole number. */
export function giftedSubscriptions(
  to: KickPerson,
  from: KickPerson,
  names: readonly string[],
  correlation: string,
  chunks = 1,
): ChannelMessage[] {
  const size = Math.ceil(names.length / chunks);
  return Array.from({ length: chunks }, (_, index) => ({
    channel: `chatroom_${to.chatroom}`,
    event: 'GiftedSubscriptionsEvent',
    data: {
      chatroom_id: to.chatroom,
      gifted_usernames: names.slice(index * size, (index + 1) * size),
      gifter_username: from.username,
      gifted_total: names.length,
      gifter_total: names.length + 40,
      ...(chunks === 1 ? { correlation_id: correlation, chunk_details: null } : {}),
      ...(chunks === 1
        ? {}
        : {
            chunk_details: {
              correlation_id: correlation,
              chunk_index: index,
              total_chunks: chunks,
            },
          }),
    },
  }));
}

/** The form of 2024: neither a number nor an id. With the two other announcements of the same gift. */
export function oldGiftedSubscription(
  to: KickPerson,
  from: KickPerson,
  name: string,
): ChannelMessage[] {
  const chat = `chatrooms.${to.chatroom}.v2`;
  return [
    {
      channel: chat,
      event: 'App\\Events\\GiftedSubscriptionsEvent',
      data: { chatroom_id: to.chatroom, gifted_usernames: [name], gifter_username: from.username },
    },
    {
      channel: `channel.${to.channel}`,
      event: 'App\\Events\\LuckyUsersWhoGotGiftSubscriptionsEvent',
      data: { channel: { id: to.channel }, usernames: [name], gifter_username: from.username },
    },
    {
      channel: `channel.${to.channel}`,
      event: 'App\\Events\\GiftsLeaderboardUpdated',
      data: {
        channel: { id: to.channel },
        leaderboard: [{ user_id: from.id, username: from.username, quantity: 5 }],
        gifted_quantity: 1,
        gifter_username: from.username,
      },
    },
  ];
}

/** Somebody's own subscription, with its twin on the channel. */
export function subscription(to: KickPerson, from: KickPerson, months: number): ChannelMessage[] {
  return [
    {
      channel: `chatrooms.${to.chatroom}.v2`,
      event: 'App\\Events\\SubscriptionEvent',
      data: { chatroom_id: to.chatroom, username: from.username, months },
    },
    {
      channel: `channel.${to.channel}`,
      event: 'App\\Events\\ChannelSubscriptionEvent',
      data: { user_ids: [from.id], username: from.username, channel_id: to.channel },
    },
  ];
}

/** Messages that look like payments and are none. */
export function decoys(to: KickPerson, from: KickPerson): ChannelMessage[] {
  const chat = `chatrooms.${to.chatroom}.v2`;
  const sender = { id: from.id, username: from.username, slug: from.username, identity: {} };
  const line = (content: string, more: object) => ({
    channel: chat,
    event: 'App\\Events\\ChatMessageEvent',
    data: { id: crypto.randomUUID(), chatroom_id: to.chatroom, content, sender, ...more },
  });
  return [
    line('sent 500 KicksGifted', { type: 'message' }),
    line('20 months!', {
      type: 'celebration',
      metadata: { celebration: { type: 'subscription_renewed', total_months: 20 } },
    }),
    {
      channel: `channel_${to.channel}`,
      event: 'KicksLeaderboardUpdated',
      data: { gifts_week: [{ user_id: from.id, username: from.username, quantity: 9_000 }] },
    },
    {
      channel: `channel_${to.channel}`,
      event: 'GoalProgressUpdateEvent',
      data: { type: 'subscribers', current_value: 12, target_value: 50 },
    },
    {
      channel: `channel_${to.channel}`,
      event: 'RewardRedeemedEvent',
      data: { reward_title: 'Hydrate', user_id: from.id, username: from.username, cost: 500 },
    },
  ];
}

/** The answer that says whose channel it is and what runs there; `stream` is 0 where nothing does. */
export function channelAnswer(of: KickPerson, stream: number, title = 'A quiet evening') {
  return {
    id: of.channel,
    user_id: of.id,
    slug: of.username.toLowerCase(),
    chatroom: { id: of.chatroom, channel_id: of.channel },
    user: { id: of.id, username: of.username },
    livestream: stream === 0 ? null : { id: stream, session_title: title, is_live: true },
  };
}

/** What the page sends to be told of a channel. */
export function subscribeFrame(provider: Provider, channel: string, request: number): string {
  return provider === 'pusher'
    ? JSON.stringify({ event: 'pusher:subscribe', data: { auth: '', channel } })
    : JSON.stringify({ id: request, subscribe: { channel } });
}

export function unsubscribeFrame(provider: Provider, channel: string, request: number): string {
  return provider === 'pusher'
    ? JSON.stringify({ event: 'pusher:unsubscribe', data: { channel } })
    : JSON.stringify({ id: request, unsubscribe: { channel } });
}

/** The channels that a page follows for one creator. */
export const channelsOf = ({ channel, chatroom }: KickPerson): string[] => [
  `channel_${channel}`,
  `channel.${channel}`,
  `chatroom_${chatroom}`,
  `chatrooms.${chatroom}.v2`,
];

export const addresses = {
  centrifugo: 'wss://realtime.us-east-1.platform.kick.com/connection/websocket',
  pusher: 'wss://ws-us2.pusher.com/app/32cbd69e4b950bf97679?protocol=7&client=js&version=8.4.0',
} as const;
