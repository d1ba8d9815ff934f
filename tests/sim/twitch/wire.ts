/** Twitch's messages as the site sends them, from what is known of the site; knows nothing of the extension. */
import { lumi, me, type TwitchPerson } from './people.ts';

/** The sockets and the address that the page uses. */
export const addresses = {
  chat: 'wss://irc-ws.chat.twitch.tv/',
  hermes: 'wss://hermes.twitch.tv/v1?clientId=kimne78kx3ncx6brgo4mv6wki5h1ko',
  pubsub: 'wss://pubsub-edge.twitch.tv/v1',
  answers: 'https://gql.twitch.tv/gql#origin=twilight',
} as const;

type Tags = Readonly<Record<string, string | number>>;

/** A message in chat before it is written: to whom, by whom, and what sets it apart. */
export interface Told {
  readonly id: string;
  readonly to: TwitchPerson;
  readonly from: TwitchPerson;
  readonly at: number;
}

/** A value of a tag with what may not stand in it escaped. */
function escaped(value: string): string {
  const marks: Readonly<Record<string, string>> = {
    '\\': '\\\\',
    ' ': '\\s',
    ';': '\\:',
    '\r': '\\r',
    '\n': '\\n',
  };
  return value.replace(/[\\ ;\r\n]/g, (mark) => marks[mark] ?? mark);
}

function tagged(tags: Tags, rest: string): string {
  const text = Object.entries(tags).map(([name, value]) => `${name}=${escaped(String(value))}`);
  return `@${text.join(';')} ${rest}\r\n`;
}

/** What somebody writes in chat, with tags of its own. */
export function message(told: Told, tags: Tags = {}, text = 'hello there'): string {
  const { id, to, from, at } = told;
  const { login } = from;
  return tagged(
    {
      'badge-info': '',
      badges: '',
      color: '#00FF7F',
      'display-name': from.name,
      emotes: '',
      flags: '',
      id,
      mod: 0,
      'room-id': to.id,
      subscriber: 0,
      'tmi-sent-ts': at,
      turbo: 0,
      'user-id': from.id,
      'user-type': '',
      ...tags,
    },
    `:${login}!${login}@${login}.tmi.twitch.tv PRIVMSG #${to.login} :${text}`,
  );
}

/** What Twitch announces in chat. */
export function notice(told: Told, kind: string, tags: Tags = {}): string {
  const { id, to, from, at } = told;
  return tagged(
    {
      'badge-info': '',
      badges: 'sub-gifter/50',
      'display-name': from.name,
      id,
      login: from.login,
      mod: 0,
      'msg-id': kind,
      'room-id': to.id,
      subscriber: 0,
      'system-msg': 'Something happened; see tags',
      'tmi-sent-ts': at,
      'user-id': from.id,
      ...tags,
    },
    `:tmi.twitch.tv USERNOTICE #${to.login}`,
  );
}

export const cheer = (told: Told, bits: number, tags: Tags = {}) =>
  message(told, { bits, ...tags }, `Cheer${bits} well played`);

export const hypeChat = (told: Told, amount: string, currency: string, exponent: number) =>
  message(told, {
    'pinned-chat-paid-amount': amount,
    'pinned-chat-paid-canonical-amount': amount,
    'pinned-chat-paid-currency': currency,
    'pinned-chat-paid-exponent': exponent,
    'pinned-chat-paid-is-system-message': 0,
    'pinned-chat-paid-level': 'ONE',
  });

export const subscription = (told: Told, plan: string, tags: Tags = {}) =>
  notice(told, 'resub', {
    'msg-param-cumulative-months': 4,
    'msg-param-months': 0,
    'msg-param-multimonth-duration': 1,
    'msg-param-multimonth-tenure': 0,
    'msg-param-should-share-streak': 0,
    'msg-param-sub-plan': plan,
    'msg-param-was-gifted': 'false',
    ...tags,
  });

export const giftedSubscription = (told: Told, to: TwitchPerson = lumi, tags: Tags = {}) =>
  notice(told, 'subgift', {
    'msg-param-gift-months': 1,
    'msg-param-months': 3,
    'msg-param-recipient-display-name': to.name,
    'msg-param-recipient-id': to.id,
    'msg-param-recipient-user-name': to.login,
    'msg-param-sender-count': 8,
    'msg-param-sub-plan': '1000',
    ...tags,
  });

/** A drop of gifted subscriptions: the announcement, and each of them. Before 2025 they shared only their origin. */
export function drop(told: Told, count: number, drop: string, community = true): string[] {
  const shared = {
    'msg-param-origin-id': drop,
    ...(community ? { 'msg-param-community-gift-id': drop } : {}),
  };
  const announced = notice(told, 'submysterygift', {
    'msg-param-mass-gift-count': count,
    'msg-param-sender-count': 20,
    'msg-param-sub-plan': '1000',
    ...shared,
  });
  const singles = Array.from({ length: count }, (_, index) =>
    giftedSubscription({ ...told, id: `${told.id}-${index}` }, lumi, shared),
  );
  return [announced, ...singles];
}

export const combo = (told: Told, bits: number, gift = 'heart') =>
  notice(told, 'onetapgiftredeemed', {
    'msg-param-bits-spent': bits,
    'msg-param-gift-id': gift,
    'msg-param-user-display-name': told.from.name,
  });

export const donation = (told: Told, amount: number, currency: string, exponent: number | '') =>
  notice(told, 'charitydonation', {
    'msg-param-charity-name': 'Clear Rivers; Trust',
    'msg-param-donation-amount': amount,
    'msg-param-donation-currency': currency,
    ...(exponent === '' ? {} : { 'msg-param-exponent': exponent }),
  });

/** The effects that are paid in bits: how chat marks them, and what the notice beside it calls them. */
export const effects = {
  gigantic: [{ 'msg-id': 'gigantified-emote-message' }, 'SEND_GIGANTIFIED_EMOTE'],
  animated: [{ 'msg-id': 'animated-message', 'animation-id': 'rainbow' }, 'SEND_ANIMATED_MESSAGE'],
  celebration: [{ 'custom-reward-id': 'CELEBRATION' }, 'CELEBRATION'],
} as const;

export type Effect = keyof typeof effects;

export const effect = (told: Told, kind: Effect) => message(told, effects[kind][0]);

/** The notice that somebody paid for an effect. The creator's own price is told as 0 where there is none. */
export function redemption(told: Told, kind: Effect, bits: number, own = 0): object {
  return {
    type: 'automatic-reward-redeemed',
    data: {
      timestamp: new Date(told.at).toISOString(),
      redemption: {
        id: told.id,
        user: { id: String(told.from.id), login: told.from.login, display_name: told.from.name },
        channel_id: String(told.to.id),
        redeemed_at: new Date(told.at).toISOString(),
        reward: {
          channel_id: String(told.to.id),
          reward_type: effects[kind][1],
          cost: 0,
          default_cost: 0,
          bits_cost: own,
          default_bits_cost: bits,
          pricing_type: 'BITS',
        },
      },
    },
  };
}

/** A pushed message in the envelope of one of the two sockets. */
export function pushed(by: 'hermes' | 'pubsub', body: object): string {
  const text = JSON.stringify(body);
  return JSON.stringify(
    by === 'hermes'
      ? {
          id: 'n1',
          type: 'notification',
          timestamp: '2026-11-24T10:00:00Z',
          notification: { subscription: { id: 's1' }, type: 'pubsub', pubsub: text },
        }
      : { type: 'MESSAGE', data: { topic: 'community-points-channel-v1.1', message: text } },
  );
}

/** What the page tells chat when it connects. */
export const introduction = (login: string) => [
  'CAP REQ :twitch.tv/tags twitch.tv/commands',
  'PASS oauth:not-to-be-read',
  `NICK ${login}`,
  `USER ${login} 8 * :${login}`,
];

/** What chat welcomes an account with. */
export const welcome = (who: TwitchPerson) =>
  tagged(
    { 'badge-info': '', badges: '', color: '', 'display-name': who.name, 'user-id': who.id },
    ':tmi.twitch.tv GLOBALUSERSTATE',
  );

/** What chat says of a channel that the page has just entered. */
export const entered = (channel: TwitchPerson) =>
  tagged(
    { 'emote-only': 0, 'followers-only': -1, r9k: 0, 'room-id': channel.id, slow: 0 },
    `:tmi.twitch.tv ROOMSTATE #${channel.login}`,
  );

/** The answer to whom a channel belongs and what runs there; `stream` 0 where nothing does. */
export const channelAnswer = (of: TwitchPerson, stream: number, title = 'A quiet evening') => ({
  data: {
    userOrError: {
      id: String(of.id),
      login: of.login,
      displayName: of.name,
      broadcastSettings: { title },
      stream: stream === 0 ? null : { id: String(stream), type: 'live' },
      __typename: 'User',
    },
  },
});

export const accountAnswer = (who: TwitchPerson | null) => ({
  data: {
    currentUser:
      who === null
        ? null
        : { id: String(who.id), login: who.login, displayName: who.name, email: 'x@y.test' },
  },
});

/** The page's question to send a cheer. */
export const cheerQuestion = (id: string, to: TwitchPerson, bits: number, isAnonymous = false) => ({
  operationName: 'ChatInput_SendCheer',
  variables: {
    input: {
      id,
      targetID: String(to.id),
      bits,
      content: `Cheer${bits} `,
      isAutoModEnabled: true,
      shouldCheerAnyway: false,
      isAnonymous,
    },
  },
});

export const cheerAnswer = (error: string | null = null) => ({
  data: { sendCheer: { error: error === null ? null : { code: error }, __typename: 'Cheer' } },
});

/** Lines that only look like payments. */
export function decoys(told: (id: string) => Told, elsewhere: TwitchPerson): string[] {
  const shared = { 'source-room-id': elsewhere.id, 'source-id': 'over-there' };
  return [
    message(told('d1'), {}, 'bits=100 pinned-chat-paid-amount=500 @bits=100;'),
    message(told('d2'), { 'msg-id': 'highlighted-message' }),
    message(told('d3'), { 'custom-reward-id': '47cc9d27-f771-47d9-8fb9-893b8524ccb3' }),
    cheer(told('d4'), 500, shared),
    subscription(told('d5'), '1000', shared),
    notice(told('d6'), 'sharedchatnotice', { ...shared, 'source-msg-id': 'resub' }),
    subscription(told('d7'), 'Prime'),
    subscription(told('d8'), '1000', { 'msg-param-was-gifted': 'true' }),
    subscription(told('d9'), '1000', {
      'msg-param-multimonth-duration': 4,
      'msg-param-multimonth-tenure': 3,
    }),
    notice(told('d10'), 'giftpaidupgrade', { 'msg-param-sender-login': me.login }),
    notice(told('d11'), 'anongiftpaidupgrade'),
    notice(told('d12'), 'primepaidupgrade', { 'msg-param-sub-plan': '1000' }),
    notice(told('d13'), 'extendsub', { 'msg-param-sub-plan': '1000' }),
    notice(told('d14'), 'standardpayforward'),
    notice(told('d15'), 'communitypayforward'),
    notice(told('d16'), 'rewardgift', { 'msg-param-trigger-type': 'SUBGIFT' }),
    notice(told('d17'), 'bitsbadgetier', { 'msg-param-threshold': 1000 }),
    notice(told('d18'), 'onetapstreakexpired', { 'msg-param-streak-size-bits': 15_000 }),
    notice(told('d19'), 'onetapbreakpointachieved', {
      'msg-param-breakpoint-threshold-bits': 500,
    }),
    notice(told('d20'), 'giftsubbasematch', { 'msg-param-gift-sub-match-quantity': 5 }),
    notice(told('d21'), 'raid', { 'msg-param-viewerCount': 50 }),
    notice(told('d22'), 'charitycampaignprogress', { 'msg-param-donation-amount': 9_900 }),
    cheer(told('d23'), 300, { historical: 1 }),
    ':tmi.twitch.tv NOTICE #mira :bits=5\r\n',
    'PING :tmi.twitch.tv\r\n',
  ];
}
