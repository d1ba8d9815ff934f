import type { LedgerActions } from '../../../utils/core/ledger-views.ts';
import type { FollowActions, FollowView, NamedCreator } from '../../../utils/core/stream-views.ts';
import { useScreen } from '../../screen.ts';
import { PersonFinder } from '../ledger/person-finder.tsx';

/** Creators for whom the user keeps what comes in, as moderator or agency: who they are, and the ways to add one. */
export function FollowPanel(
  props: { view: FollowView; find: LedgerActions['findPeople'] } & FollowActions,
) {
  const { t } = useScreen();
  const { view, onFollow } = props;
  return (
    <section class="panel follow" id="follow" aria-labelledby="follow-title">
      <div>
        <h3 id="follow-title">{t('followTitle')}</h3>
        <p class="lead">{t('followLead')}</p>
      </div>
      {view.followed.length > 0 && (
        <>
          <ul class="rows">
            {view.followed.map((creator) => (
              <Creator
                key={`${creator.platform}:${creator.id}`}
                creator={creator}
                action="unfollow"
                onAct={() => onFollow(creator.platform, creator.id, false)}
              />
            ))}
          </ul>
          <p class="under">{t('unfollowMeans')}</p>
        </>
      )}
      {view.open.length > 0 && (
        <>
          <h4>{t('followOpen')}</h4>
          <ul class="rows">
            {view.open.map((creator) => (
              <Creator
                key={`${creator.platform}:${creator.id}`}
                creator={creator}
                action="follow"
                onAct={() => onFollow(creator.platform, creator.id, true)}
              />
            ))}
          </ul>
        </>
      )}
      <PersonFinder
        id="follow-find"
        label={t('followFind')}
        hint={t('followFindHint')}
        platform={null}
        find={props.find}
        onPick={(person) => onFollow(person.platform, person.id, true)}
      />
    </section>
  );
}

function Creator(props: { creator: NamedCreator; action: 'follow' | 'unfollow'; onAct(): void }) {
  const screen = useScreen();
  const { t } = screen;
  const { creator, action } = props;
  const who = screen.name(creator.person);
  return (
    <li>
      <b class="cut" title={who}>
        <bdi>{who}</bdi>
      </b>
      <button
        type="button"
        class="link"
        aria-label={t(`${action}Of`, [screen.person(creator.person)])}
        onClick={props.onAct}
      >
        {t(action)}
      </button>
      <small>{t(`platform_${creator.platform}`)}</small>
    </li>
  );
}
