import { middleOf } from '../../utils/core/conversion.ts';
import type { DeskPeople, DeskStream, DeskTotal } from '../../utils/core/desk-views.ts';
import { Hero } from '../popup/hero.tsx';
import { useScreen } from '../screen.ts';
import { figureOf, isEmpty, SumParts, Unpriced } from '../sum-words.tsx';
import { rangeWords } from '../worth-words.ts';

/** What came in, worth about; how many gave. Nothing before it is read. */
export function DeskTotalPart(props: {
  stream: DeskStream;
  total: DeskTotal | null;
  people: DeskPeople | null;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { total, people } = props;
  if (total === null) return null;
  const { sum, worth } = total;
  if (isEmpty(sum)) return <Hero label={t('deskTotal')} figure={t('noneYet')} quiet />;
  const middle = worth === null ? null : middleOf(worth);
  const { short, full } = figureOf(sum, middle, screen, 14);
  return (
    <Hero
      label={t(worth === null ? 'deskTotal' : 'deskTotalAbout')}
      figure={worth === null ? short : t('about', [short])}
      entries={{ direction: 'received', session: props.stream.rooms }}
      {...(full === undefined ? {} : { title: full })}
    >
      <p class="under">
        <SumParts sum={sum} money={middle} fit={14} />
        {people !== null && (
          <>
            {' · '}
            <span>
              {t('deskPeople', [
                screen.counted(people.people, 'giftersCounted', 9),
                screen.counted(people.newPeople, 'deskNew', 9),
              ])}
            </span>
          </>
        )}
      </p>
      <p class="under">{worth === null ? t('worthUnknown') : rangeWords(worth, screen)}</p>
      <Unpriced sum={sum} />
    </Hero>
  );
}
