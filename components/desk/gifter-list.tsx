import type { DeskPeople } from '../../utils/core/desk-views.ts';
import { useScreen } from '../screen.ts';
import { unitsWords } from '../sum-words.tsx';

/** How many of those who gave most are listed. */
const MOST = 5;

/** Who gave most. Nothing at all while nobody gave. */
export function GifterList({ people }: { people: DeskPeople | null }) {
  const screen = useScreen();
  const gifters = people?.gifters.slice(0, MOST) ?? [];
  return gifters.length === 0 ? null : (
    <section class="section">
      <h2>{screen.t('deskTop')}</h2>
      <ol class="rows">
        {gifters.map(({ platform, person, sum }) => {
          const name = screen.name(person);
          return (
            <li class="creator" key={`${platform}:${person.id}`}>
              <b>
                <bdi class="cut" title={name}>
                  {name}
                </bdi>
              </b>
              <span class="amount coin">
                {unitsWords(sum, null, screen, 12) || screen.counted(sum.gifts, 'gifts', 9)}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
