import type { ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { FORGOTTEN } from '../../../utils/core/forgotten.ts';
import { type LedgerFilter, ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { Story } from '../../../utils/core/ledger-views.ts';
import { personAddress } from '../../../utils/core/supporters-address.ts';
import { entryCost, entryLabel, entryUnits } from '../../entry-label.ts';
import { safeText } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import { stateWords } from './ledger-row.tsx';
import { storyParts } from './story-words.ts';

/** One payment's story: where it comes from, how it was counted, what it cost, and what the user can say about it. */
export function StoryPanel(props: {
  /** Null where the address names a payment that is not in the ledger. */
  story: Story | null;
  /** What is asked of the list beside it, to go back to. */
  filter: LedgerFilter;
  /** What the user can do about it. */
  actions?: ComponentChild;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { story, filter } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const id = story?.row.id ?? '';
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  return (
    <section class="panel story" aria-labelledby="story-title">
      <header>
        <h3 id="story-title" ref={title} tabIndex={-1}>
          {story === null ? t('storyMissingTitle') : entryLabel(story.row, screen)}
        </h3>
        <a class="link" href={ledgerAddress(filter)}>
          {t('storyClose')}
        </a>
      </header>
      {story === null ? (
        <p>{t('storyMissing')}</p>
      ) : (
        <>
          <StoryHead story={story} />
          <dl class="told">
            {storyParts(story, screen).map(({ title: part, lines }) => (
              <div key={part}>
                <dt>{t(part)}</dt>
                {lines.map((line) => (
                  <dd key={line}>{line}</dd>
                ))}
              </div>
            ))}
          </dl>
          {props.actions}
          <StoryLinks story={story} />
          <details>
            <summary>{t('storyIds')}</summary>
            <p class="ids">
              <bdi>{story.row.id}</bdi>
            </p>
          </details>
        </>
      )}
    </section>
  );
}

function StoryHead({ story: { row } }: { story: Story }) {
  const screen = useScreen();
  const { t } = screen;
  const state = stateWords(row, screen);
  const coins = entryUnits(row, screen);
  const main = row.direction === 'sent' ? entryCost(row, screen) : coins || t('basis_unknown');
  const under = [
    row.direction === 'sent' && row.money !== null ? coins : '',
    row.direction === 'sent' && row.money !== null ? t(`basis_${row.basis}`) : '',
    state,
  ].filter(Boolean);
  return (
    <div class="story-head" data-void={row.correction === 'void'}>
      <b>
        <bdi>{main}</bdi>
      </b>
      <small>{under.join(' · ')}</small>
    </div>
  );
}

/** The other entries that this one stands among. */
function StoryLinks({ story }: { story: Story }) {
  const screen = useScreen();
  const { t } = screen;
  const { row, session, creator, sender, gift } = story;
  const { platform, direction } = row;
  const links: { readonly words: string; readonly href: string }[] = [];
  const other = direction === 'sent' ? creator : sender;
  if (session !== null) {
    const title = safeText(session.title) || t('streamUntitled');
    const href = ledgerAddress({ session: [session.id] });
    links.push({ words: t('filterSession', [title]), href });
  }
  if (creator !== null && direction === 'sent') {
    const words = t('filterCreator', [screen.person(creator)]);
    links.push({
      words,
      href: ledgerAddress({ direction, creator: { platform, id: creator.id } }),
    });
  }
  if (sender !== null && direction === 'received') {
    const words = t('filterPerson', [screen.person(sender)]);
    links.push({ words, href: ledgerAddress({ direction, person: { platform, id: sender.id } }) });
  }
  if (gift !== null) {
    const words = t('filterGift', [safeText(row.gift) || t('entry_gift')]);
    links.push({ words, href: ledgerAddress({ direction, gift: { platform, id: gift } }) });
  }
  if (other !== null && other.id !== FORGOTTEN) {
    const words = t('personOpen', [screen.person(other)]);
    links.push({ words, href: personAddress({ platform, id: other.id }) });
  }
  return links.length === 0 ? null : (
    <nav aria-label={t('storyLinks')}>
      <ul class="story-links">
        {links.map(({ words, href }) => (
          <li key={words}>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
