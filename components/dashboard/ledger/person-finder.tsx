import { useEffect, useState } from 'preact/hooks';
import type { AccountId, PlatformId } from '../../../utils/core/ids.ts';
import type { OnPlatform } from '../../../utils/core/ledger-filter.ts';
import type { FoundPerson, LedgerActions } from '../../../utils/core/ledger-views.ts';
import { isolate, safeText } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import { Field } from '../field.tsx';

const PAUSE_MS = 200;
const MOST = 6;

/** Finds someone in the ledger by handle or name: on one platform, or on any, whose name then stands beside. */
export function PersonFinder(props: {
  id: string;
  label: string;
  hint?: string;
  /** Null: on any platform. */
  platform: PlatformId | null;
  except?: readonly OnPlatform<AccountId>[];
  find: LedgerActions['findPeople'];
  onPick(person: FoundPerson): void;
}) {
  const screen = useScreen();
  const { t, counted } = screen;
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly FoundPerson[] | null>(null);
  const { find, platform, except = [] } = props;
  useEffect(() => {
    setFound(null);
    if (typed.trim() === '') return;
    let over = false;
    const timer = setTimeout(() => {
      void find(typed).then((people) => {
        if (!over) setFound(people);
      });
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [typed]);
  const fitting = (found ?? []).filter(
    (person) =>
      (platform === null || person.platform === platform) &&
      !except.some(({ platform: of, id }) => of === person.platform && id === person.id),
  );
  const more = fitting.length - MOST;
  return (
    <div class="finder">
      <Field
        id={props.id}
        label={props.label}
        hint={props.hint}
        type="search"
        maxLength={60}
        value={typed}
        onType={setTyped}
      />
      <p class="unseen" role="status">
        {found === null ? '' : counted(fitting.length, 'peopleFound')}
      </p>
      {found !== null && fitting.length === 0 && <p class="none">{t('noPersonFound')}</p>}
      {fitting.length > 0 && (
        <ul class="rows">
          {fitting.slice(0, MOST).map((person) => {
            const name = [
              safeText(person.name),
              platform === null ? safeText(t(`platform_${person.platform}`)) : '',
            ]
              .filter(Boolean)
              .join(' · ');
            const who = screen.name(person);
            return (
              <li key={`${person.platform}:${person.id}`}>
                <b class="cut" title={who}>
                  <bdi>{who}</bdi>
                </b>
                <button
                  type="button"
                  class="link"
                  aria-label={t('pickPerson', [isolate(who)])}
                  onClick={() => {
                    props.onPick(person);
                    setTyped('');
                  }}
                >
                  {t('pick')}
                </button>
                <small class="cut">
                  <bdi>{name}</bdi>
                </small>
              </li>
            );
          })}
        </ul>
      )}
      {more > 0 && <p class="under">{counted(more, 'morePeople')}</p>}
    </div>
  );
}
