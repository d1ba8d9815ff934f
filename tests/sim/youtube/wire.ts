/** YouTube's chat as the site sends it, from what is known of the site; knows nothing of the extension. */
import type { YoutubePerson } from './people.ts';

/** A stream: a video on somebody's channel. */
export interface YoutubeStream {
  readonly video: string;
  readonly host: YoutubePerson;
  readonly title: string;
}

const latin = (text: string) => Buffer.from(text, 'latin1');
const base64 = (text: string) => latin(text).toString('base64');
const escaped = (text: string) => text.replaceAll('=', '%3D');

/** A protobuf field of bytes that are shorter than 128. */
const field = (number: number, bytes: string) =>
  String.fromCharCode((number << 3) | 2, bytes.length) + bytes;

/** The id of an item that is made at `micros`: base64 of a protobuf around a base64 of one with the time. */
export function itemId(micros: number, filled = false): string {
  let [time, rest] = ['', micros];
  for (; rest >= 128; rest = Math.floor(rest / 128))
    time += String.fromCharCode((rest % 128) | 128);
  const event = `\x08${time}${String.fromCharCode(rest)}\x15\x01\x02\x03\x04\x1d\x05\x06\x07\x08`;
  const inner = base64(event.slice(0, 19)).slice(0, 26).replaceAll('+', '-').replaceAll('/', '_');
  const id = base64(field(1, field(1, inner))).replace(/=+$/, '');
  return filled ? `${id}%3D%3D` : id;
}

const streamBytes = ({ video, host }: YoutubeStream) =>
  field(1, field(1, video)) + field(5, field(1, host.channel) + field(2, video));

/** The parameters of an item's menu: which stream the item is in. */
const menu = (stream: YoutubeStream) => ({
  liveChatItemContextMenuEndpoint: { params: escaped(base64(base64(streamBytes(stream)))) },
});

/** Where the chat goes on. */
export const continuation = (stream: YoutubeStream) =>
  escaped(base64(`\xd2\x87\xcc\xc8\x03${field(3, base64(streamBytes(stream)))}`));

/** What every item has. */
export interface Item {
  readonly id: string;
  readonly stream: YoutubeStream;
  readonly from: YoutubePerson;
  readonly micros: number;
}

const head = ({ id, stream, from, micros }: Item) => ({
  id,
  timestampUsec: String(micros),
  authorName: { simpleText: from.name },
  authorExternalChannelId: from.channel,
  contextMenuEndpoint: menu(stream),
});

const runs = (...texts: string[]) => ({ runs: texts.map((text) => ({ text })) });

export const textMessage = (item: Item, words: string) => ({
  liveChatTextMessageRenderer: { ...head(item), message: runs(words) },
});

export const superChat = (item: Item, amount: string) => ({
  liveChatPaidMessageRenderer: {
    ...head(item),
    purchaseAmountText: { simpleText: amount },
    message: runs('hi {"brace"}'),
    headerBackgroundColor: 4278239141,
  },
});

export const superSticker = (item: Item, amount: string) => ({
  liveChatPaidStickerRenderer: {
    ...head(item),
    purchaseAmountText: { simpleText: amount },
    sticker: { accessibility: { accessibilityData: { label: 'A cat that waves' } } },
  },
});

/** Memberships given away; `words` are the runs of the announcement in the viewer's language. */
export const giftedMemberships = (item: Item, ...words: string[]) => {
  const { id, timestampUsec, authorName, authorExternalChannelId, contextMenuEndpoint } =
    head(item);
  return {
    liveChatSponsorshipsGiftPurchaseAnnouncementRenderer: {
      id,
      timestampUsec,
      authorExternalChannelId,
      header: {
        liveChatSponsorshipsHeaderRenderer: {
          authorName,
          primaryText: runs(...words),
          contextMenuEndpoint,
        },
      },
    },
  };
};

export const redemption = (item: Item) => ({
  liveChatSponsorshipsGiftRedemptionAnnouncementRenderer: {
    ...head(item),
    message: runs('was gifted a membership by ', '@PixelOtter'),
  },
});

export const membership = (item: Item) => ({
  liveChatMembershipItemRenderer: {
    ...head(item),
    headerSubtext: runs('Welcome to ', 'Club', '!'),
  },
});

export const milestone = (item: Item) => ({
  liveChatMembershipItemRenderer: {
    ...head(item),
    headerPrimaryText: runs('Member for ', '27', ' months'),
    headerSubtext: { simpleText: 'Club' },
    message: runs('27 months already'),
  },
});

/** A gift in Jewels: neither its time nor its sender's channel is told. */
export const jewels = (id: string, from: YoutubePerson, words: string, asset = '') => ({
  giftMessageViewModel: {
    id,
    text: { content: words },
    authorName: { content: `${from.name} ` },
    rendererContext: {},
    ...(asset === ''
      ? {}
      : {
          giftImage: {
            sources: [
              {
                url: `//www.gstatic.com/youtube/img/pdg/gift/assets/${asset}.png=w480-h480`,
                width: 480,
              },
            ],
          },
        }),
  },
});

/** What stands beside the chat while somebody sends one gift after the other. */
export const comboWidget = (id: string, from: YoutubePerson, comboCount: number) => ({
  addInteractivityWidgetAction: {
    widgetRenderer: {
      interactivityWidgetRenderer: {
        type: 'INTERACTIVITY_WIDGET_TYPE_GIFT',
        content: {
          giftAttributionItemViewModel: { id, authorName: { content: from.name }, comboCount },
          elementRenderer: {
            compatibilityOptions: { liveChatAuthorExternalChannelId: from.channel },
          },
        },
      },
    },
  },
});

export const add = (item: object) => ({ addChatItemAction: { item, clientId: '' } });

type TickerOf = 'PaidMessage' | 'PaidSticker' | 'Sponsor';

/** A ticker above the chat, with the whole item inside, or alone. */
export const ticker = (
  of: TickerOf,
  item: Item,
  parts: { readonly amount?: string; readonly detail?: string; readonly renderer?: object },
) => ({
  addLiveChatTickerItemAction: {
    item: {
      [`liveChatTicker${of}ItemRenderer`]: {
        id: item.id,
        authorExternalChannelId: item.from.channel,
        ...(parts.amount === undefined ? {} : { amount: { simpleText: parts.amount } }),
        ...(parts.detail === undefined ? {} : { detailText: { simpleText: parts.detail } }),
        ...(parts.renderer === undefined
          ? {}
          : { showItemEndpoint: { showLiveChatItemEndpoint: { renderer: parts.renderer } } }),
      },
    },
    durationSec: '300',
  },
});

const account = (who: YoutubePerson | null, hinted: boolean) => ({
  serviceTrackingParams: [
    { service: 'GFEEDBACK', params: [{ key: 'logged_in', value: who === null ? '0' : '1' }] },
    {
      service: 'GUIDED_HELP',
      params: [
        ...(who === null || !hinted ? [] : [{ key: 'creator_channel_id', value: who.channel }]),
        { key: 'logged_in', value: who === null ? '0' : '1' },
      ],
    },
  ],
});

/** Who the page's answers are for, and whether they name the viewer's channel. */
export interface Audience {
  readonly viewer: YoutubePerson | null;
  readonly hinted?: boolean;
}

const goesOn = (stream: YoutubeStream) => [
  {
    invalidationContinuationData: {
      invalidationId: { topic: `chat~${stream.video}~1` },
      continuation: continuation(stream),
    },
  },
];

const nameOf = ({ viewer }: Audience) => (viewer === null ? {} : { viewerName: viewer.name });

/** An answer of `get_live_chat`. */
export const chatAnswer = (
  stream: YoutubeStream,
  audience: Audience,
  actions: readonly object[],
) => ({
  responseContext: account(audience.viewer, audience.hinted ?? true),
  continuationContents: {
    liveChatContinuation: { continuations: goesOn(stream), actions, ...nameOf(audience) },
  },
});

/** An answer with what else it changes on the page, which ends with the server's time. */
export const answeredAt = (answer: object, millis: number) => ({
  ...answer,
  frameworkUpdates: {
    entityBatchUpdate: {
      mutations: [{ entityKey: 'Ekts', type: 'ENTITY_MUTATION_TYPE_REPLACE' }],
      timestamp: {
        seconds: String(Math.floor(millis / 1000)),
        nanos: (millis % 1000) * 1_000_000 + 766,
      },
    },
  },
});

/** What the chat's document holds: the first batch. */
export const chatData = (
  stream: YoutubeStream,
  audience: Audience,
  actions: readonly object[],
) => ({
  responseContext: account(audience.viewer, audience.hinted ?? true),
  contents: { liveChatRenderer: { continuations: goesOn(stream), actions, ...nameOf(audience) } },
});

/** The answer to a message of one's own. */
export const sendAnswer = (audience: Audience, item: object) => ({
  responseContext: account(audience.viewer, false),
  actions: [add(item)],
});

/** What a watch page's document holds, and the answer by which it goes on to another video. */
export const watchData = ({ video, host, title }: YoutubeStream, live = true) => ({
  currentVideoEndpoint: { watchEndpoint: { videoId: video } },
  contents: {
    twoColumnWatchNextResults: {
      results: {
        results: {
          contents: [
            { videoPrimaryInfoRenderer: { title: runs(title) } },
            {
              videoSecondaryInfoRenderer: {
                owner: {
                  videoOwnerRenderer: {
                    title: runs(host.name),
                    navigationEndpoint: { browseEndpoint: { browseId: host.channel } },
                  },
                },
              },
            },
          ],
        },
      },
      ...(live ? { conversationBar: { liveChatRenderer: { continuations: [] } } } : {}),
    },
  },
});

/** The player's data of a watch page. */
export const playerData = ({ video, host, title }: YoutubeStream, live = true) => ({
  videoDetails: {
    videoId: video,
    channelId: host.channel,
    author: host.name,
    title,
    isLiveContent: live,
    ...(live ? { isLive: true } : {}),
  },
});

/** The settings that every document of the site sets, in part. */
export const settingsScript = (hl: string, gl: string) =>
  `ytcfg.set({"EXPERIMENT_FLAGS":{"a":true},"HL":"${hl}","GL":"${gl}","LOGGED_IN":true});`;

/** What the page sends along with each request, in part. */
export const requestBody = (hl: string, gl: string, stream: YoutubeStream) => ({
  context: { client: { hl, gl, clientName: 'WEB' } },
  continuation: continuation(stream),
});

/** Data as a document's script assigns it. */
export const chatScript = (data: object) => `window["ytInitialData"] = ${JSON.stringify(data)};`;
export const watchScript = (data: object) => `var ytInitialData = ${JSON.stringify(data)};`;
export const playerScript = (data: object) =>
  `var ytInitialPlayerResponse = ${JSON.stringify(data)};var meta = document.createElement('meta');`;
