/**
 * Writes the frames of `utils/platforms/instagram/fixtures/*.ndjson` with the simulated site's encoder, which knows
 * nothing of the decoder. The expectation beside each file is written by hand.
 *
 *     node tests/platforms/write-instagram-fixtures.ts
 */
import { writeFileSync } from 'node:fs';
import { evening, lumi, me, mira, morning, noor, otter } from '../sim/instagram/people.ts';
import {
  comment,
  commentAnswer,
  failure,
  heartbeatAnswer,
  infoAnswer,
  newSupporter,
  viewerScript,
} from '../sim/instagram/wire.ts';

const folder = new URL('../../utils/platforms/instagram/fixtures/', import.meta.url);
const start = Date.UTC(2026, 10, 24, 10);
const seconds = start / 1000;

type Line = Readonly<Record<string, unknown>>;

const line = (via: string, url: string, text: string, after = 0): Line => ({
  at: start + after,
  via,
  dir: 'in',
  url,
  text,
});

const api = (path: string) => `https://www.instagram.com/api/v1/live/${path}/`;

const polled = (answer: object, after = 0, of = evening): Line =>
  line('xhr', `${api(`${of.id}/get_comment`)}?last_comment_ts=0`, JSON.stringify(answer), after);

const info = (of = evening, status = 'active'): Line =>
  line('fetch', api(`${of.id}/info`), JSON.stringify(infoAnswer(of, seconds, status)));

const heartbeat = (of = evening, status = 'active'): Line =>
  line(
    'fetch',
    api(`${of.id}/heartbeat_and_get_viewer_count`),
    JSON.stringify(heartbeatAnswer(status)),
  );

const page = 'https://www.instagram.com/mira_plays/live/?broadcast_id=17900000000000011';

function write(name: string, lines: readonly Line[]): void {
  const head = { capture: 1, platform: 'instagram', page };
  const text = [head, ...lines].map((each) => JSON.stringify(each)).join('\n');
  writeFileSync(new URL(`2026-11-24-${name}.ndjson`, folder), `${text}\n`);
}

const hello = comment('18000000000000001', otter, 'hello {"live_gifts":[1]}', seconds);

write('single-badge', [
  line('document', page, viewerScript(me)),
  info(),
  polled(commentAnswer([hello], { fresh: [newSupporter(otter, 'made_up_1', seconds - 5)] })),
]);

// The state is told again and again: a repeat changes nothing, a rising count raises the entry, a lower one does not.
write('rising-state', [
  info(),
  polled(
    commentAnswer([hello], {
      fresh: [newSupporter(otter, 'made_up_1', seconds - 5)],
      inComments: { [otter.pk]: ['made_up_1', 1] },
      tiers: { [otter.pk]: 'made_up_1' },
    }),
  ),
  polled(commentAnswer([hello], { inComments: { [otter.pk]: ['made_up_1', 1] } }), 2_000),
  polled(commentAnswer([hello], { inComments: { [otter.pk]: ['made_up_2', 3] } }), 4_000),
  polled(commentAnswer([hello], { inComments: { [otter.pk]: ['made_up_2', 2] } }), 6_000),
]);

write('forms', [
  // By the number of a comment.
  polled(commentAnswer([hello], { inComments: { [hello.pk]: ['made_up_1', 2] } }, 'plural')),
  polled(
    commentAnswer(
      [comment('18000000000000002', lumi, 'hi', seconds)],
      { tiers: { [lumi.pk]: 'a tier with spaces' } },
      'text',
    ),
  ),
  // Whom a number stands for becomes known later; somebody with a count of none has no badge.
  polled(commentAnswer([], { inComments: { [me.pk]: ['made_up_1', 1] } })),
  polled(
    commentAnswer(
      [
        comment('18000000000000003', me, 'I too', seconds),
        comment('18000000000000004', noor, 'and I', seconds),
      ],
      { inComments: { [me.pk]: ['made_up_1', 1], [noor.pk]: ['made_up_1', 0] } },
    ),
    2_000,
  ),
]);

write('streams', [
  line('document', page, viewerScript(null)),
  line(
    'fetch',
    `${api('web_info')}?target_user_id=${mira.pk}`,
    JSON.stringify(infoAnswer(evening, seconds)),
  ),
  heartbeat(),
  polled(commentAnswer([hello], { inComments: { [otter.pk]: ['made_up_1', 1] } })),
  polled(failure('Sorry, this media has been deleted')),
  info(morning),
  heartbeat(morning),
  polled(commentAnswer([hello], { inComments: { [otter.pk]: ['made_up_1', 1] } }), 9_000, morning),
  heartbeat(morning, 'stopped'),
]);

write('decoys', [
  info(),
  heartbeat(),
  // Who comments, likes or follows pays nothing; a field for gifts with nothing in it is no gift.
  polled(commentAnswer([hello, comment('18000000000000005', lumi, '❤️ sent a badge', seconds)])),
  polled(commentAnswer([hello], null, 'singular', { live_gifts: [], gifts_enabled: true })),
  polled(failure('login_required')),
]);

write('refused', [
  line('document', page, '{"PolarisViewer"'),
  line('xhr', api(`${evening.id}/get_comment`), '<!DOCTYPE html>'),
  polled({ status: 'ok', items: [] }),
  polled({ ...commentAnswer([hello], null), user_pay_supporter_info: [] }),
  polled({
    ...commentAnswer([hello], null),
    user_pay_supporter_info: { supporters_in_comments_v2: [otter.pk] },
  }),
  polled(commentAnswer([], { inComments: { '18000000000000009': ['made_up_1', 1] } })),
  // Told once, although each answer says it again.
  polled(commentAnswer([], { inComments: { '18000000000000009': ['made_up_1', 1] } })),
  polled(commentAnswer([hello], { inComments: { [otter.pk]: ['made_up_1', -4] } })),
  polled(commentAnswer([hello], { fresh: [{ support_tier: 'made_up_1', ts_secs: seconds }] })),
  polled(commentAnswer([hello], {}, 'singular', { live_gifts: [{ stars: 50 }] })),
  polled(commentAnswer([hello], {}, 'singular', { live_gifts: [{ stars: 50 }] })),
]);
