/** Instagram's answers as public tools describe them; knows nothing of the extension. */
import type { Broadcast, InstagramPerson } from './people.ts';

const userOf = ({ pk, username, name }: InstagramPerson) => ({
  // The site writes it as a number, its web answers also as text.
  pk: Number(pk),
  username,
  full_name: name,
  is_private: false,
  is_verified: false,
  profile_pic_url: `https://scontent.cdninstagram.com/v/${pk}.jpg`,
});

/** A comment in a stream. `seconds` is its time. */
export const comment = (id: string, from: InstagramPerson, text: string, seconds: number) => ({
  pk: id,
  user_id: Number(from.pk),
  text,
  type: 0,
  created_at: seconds,
  content_type: 'comment',
  user: userOf(from),
});

/** Somebody has just bought a badge. */
export const newSupporter = (of: InstagramPerson, tier: string, seconds: number) => ({
  is_repeat_supporter: false,
  support_tier: tier,
  ts_secs: seconds + 0.25,
  user: userOf(of),
});

/** What an answer says of badges. */
export interface Supporters {
  readonly fresh?: readonly object[];
  /** By the number of a person or of a comment. */
  readonly inComments?: Readonly<Record<string, readonly [tier: string, count: number]>>;
  /** The older form. */
  readonly tiers?: Readonly<Record<string, string | null>>;
}

const supportersInfo = ({ fresh = [], inComments = {}, tiers = {} }: Supporters) => ({
  supporters_in_comments: tiers,
  supporters_in_comments_v2: Object.fromEntries(
    Object.entries(inComments).map(([key, [tier, count]]) => [
      key,
      { support_tier: tier, badges_count: count },
    ]),
  ),
  new_supporters_next_min_id: 0,
  new_supporters: fresh,
});

/** An answer of `get_comment`. Two names of the same field are known, and a form as text. */
export const commentAnswer = (
  comments: readonly object[],
  supporters: Supporters | null = {},
  form: 'singular' | 'plural' | 'text' = 'singular',
  more: object = {},
) => {
  const info = supporters === null ? null : supportersInfo(supporters);
  return {
    comment_likes_enabled: false,
    comments,
    comment_count: comments.length,
    caption: null,
    has_more_comments: false,
    live_seconds_per_comment: 2,
    is_first_fetch: 'True',
    system_comments: [],
    comment_muted: 0,
    is_viewer_comment_allowed: true,
    ...(info === null
      ? {}
      : form === 'singular'
        ? { user_pay_supporter_info: info }
        : { user_pay_supporters_info: form === 'text' ? JSON.stringify(info) : info }),
    ...more,
    status: 'ok',
  };
};

/** An answer of `info` and `web_info`. */
export const infoAnswer = ({ id, host, title }: Broadcast, seconds: number, status = 'active') => ({
  id,
  broadcast_status: status,
  media_id: `${id}_${host.pk}`,
  broadcast_owner: userOf(host),
  cobroadcasters: [],
  broadcast_message: title,
  viewer_count: 12,
  published_time: seconds - 600,
  response_timestamp: seconds,
  user_pay_viewer_config: {
    pay_config: {
      tier_infos: [{ digital_product_id: 1, sku: 'made.up.sku', support_tier: 'made_up_1' }],
    },
  },
  status: 'ok',
});

/** An answer of `heartbeat_and_get_viewer_count`. */
export const heartbeatAnswer = (status = 'active') => ({
  viewer_count: 12,
  broadcast_status: status,
  cobroadcaster_ids: [],
  offset_to_video_start: 0,
  user_pay_max_amount_reached: false,
  status: 'ok',
});

export const failure = (message: string) => ({ message, status: 'fail' });

/** The data in a document that says who is logged in, in part. */
export const viewerScript = (viewer: InstagramPerson | null) =>
  JSON.stringify({
    require: [
      [
        'ScheduledServerJS',
        'handle',
        null,
        [
          {
            __bbox: {
              define: [
                ['SiteData', [], { client_revision: 1 }, 317],
                [
                  'PolarisViewer',
                  [],
                  viewer === null
                    ? { data: null, id: null }
                    : {
                        data: { id: viewer.pk, username: viewer.username, full_name: viewer.name },
                        id: viewer.pk,
                      },
                  1508,
                ],
              ],
            },
          },
        ],
      ],
    ],
  });
