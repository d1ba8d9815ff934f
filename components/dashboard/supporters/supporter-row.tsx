import type { Whose } from '../../../utils/core/creator.ts';
import type { SupporterRow } from '../../../utils/core/supporter-views.ts';
import { type BoardMeasure, personAddress } from '../../../utils/core/supporters-address.ts';
import { formatCount } from '../../format.ts';
import { useScreen } from '../../screen.ts';
import { aboutShort, givenWords, platformWords, standingWords } from './supporter-words.ts';

/** One person of a leaderboard, as a link to their page. */
export function SupporterRowLink(props: {
  row: SupporterRow;
  by: BoardMeasure;
  whose: Whose | null;
  active: boolean;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { row, by } = props;
  const who = screen.name(row.person);
  const given = givenWords(row.sum, screen, 18);
  const about = aboutShort(row.worth, screen);
  const byWorth = by === 'worth' && about !== '';
  const says = [
    row.standing === null ? '' : t(standingWords[row.standing]),
    row.hidden ? t('personHidden') : '',
    row.linked.length === 0 ? '' : platformWords([row.platform, ...row.linked], screen),
    screen.counted(row.sum.gifts, 'gifts', 9),
  ].filter(Boolean);
  return (
    <a
      class="ledger-row supporter"
      href={personAddress(row, props.whose)}
      tabIndex={props.active ? 0 : -1}
    >
      <span class="rank">{formatCount(row.rank, screen.locale)}</span>
      <b class="who">
        <bdi class="cut" title={who}>
          {who}
        </bdi>
      </b>
      <b class="amount" title={givenWords(row.sum, screen)}>
        <bdi>{byWorth ? about : given}</bdi>
      </b>
      <small class="cut">{says.join(' · ')}</small>
      <small class="amount">{byWorth ? given : about}</small>
    </a>
  );
}

/** While a row is read. */
export function SupporterRowWaiting() {
  const { t } = useScreen();
  return (
    <div class="ledger-row" data-waiting>
      <span class="unseen">{t('loading')}</span>
    </div>
  );
}
