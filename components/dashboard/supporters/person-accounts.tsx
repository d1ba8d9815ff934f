import type {
  PersonAccount,
  PersonActions,
  PersonPage,
} from '../../../utils/core/supporter-views.ts';
import { dayOf } from '../../../utils/core/time.ts';
import { isolate, nameOf, safeText } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import { Remark } from '../row-parts.tsx';
import { dayWords, otherName } from './supporter-words.ts';

/** Every account of a person, with the names that each had and the user's note. */
export function PersonAccounts({ page, actions }: { page: PersonPage; actions: PersonActions }) {
  const { t } = useScreen();
  return (
    <section class="panel">
      <h3>{t('personAccounts')}</h3>
      <ul class="rows">
        {page.accounts.map((account) => (
          <Account
            key={`${account.platform}:${account.id}`}
            account={account}
            onSeparate={() => actions.onSeparate(account)}
          />
        ))}
      </ul>
    </section>
  );
}

function Account({ account, onSeparate }: { account: PersonAccount; onSeparate(): void }) {
  const screen = useScreen();
  const { t, zone } = screen;
  const { person, platform, id, past, joined, note } = account;
  const who = screen.name(person);
  const facts = [safeText(t(`platform_${platform}`)), otherName(person)].filter(Boolean);
  return (
    <li>
      <b class="cut" title={who}>
        <bdi>{who}</bdi>
      </b>
      {joined && (
        <span class="actions">
          <button
            type="button"
            class="link"
            aria-label={t('separatePerson', [isolate(who)])}
            onClick={onSeparate}
          >
            {t('separate')}
          </button>
        </span>
      )}
      <small class="names">
        <bdi>{facts.join(' · ')}</bdi>
      </small>
      {joined && <Remark text={note} />}
      {past.length > 0 && (
        <div class="names">
          <small>{t('personPastNames')}</small>
          <ul>
            {past.map((each) => {
              const called = nameOf({ id, ...each });
              const also = otherName(each);
              return (
                <li key={`${each.handle} ${each.name}`}>
                  <small>
                    <bdi>{called ?? t('personUnknown')}</bdi>
                    {also !== '' && (
                      <>
                        {' · '}
                        <bdi>{also}</bdi>
                      </>
                    )}
                    {' · '}
                    {t('nameUntil', [dayWords(dayOf(each.at, zone), screen)])}
                  </small>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <details class="names">
        <summary>{t('personIds')}</summary>
        <p class="ids">
          <bdi>{safeText(`${platform}:${id}`)}</bdi>
        </p>
      </details>
    </li>
  );
}
