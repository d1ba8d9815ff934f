import { useRef } from 'preact/hooks';
import type { PersonActions, PersonPage } from '../../../utils/core/supporter-views.ts';
import { useScreen } from '../../screen.ts';
import { NoteForm } from '../ledger/correct-forms.tsx';
import { PersonFinder } from '../ledger/person-finder.tsx';
import { useOpened } from '../opened.tsx';
import { Remark } from '../row-parts.tsx';
import { otherName, platformWords, standingWords } from './supporter-words.ts';

type Open = 'note' | 'link' | 'delete';

/** Who somebody is, and what the user can say of them. Deleting asks first, since it cannot be taken back. */
export function PersonHead({ page, actions }: { page: PersonPage; actions: PersonActions }) {
  const screen = useScreen();
  const { t, counted } = screen;
  const { person, accounts, gave, lapsedAfter } = page;
  const hidden = accounts.some((account) => account.hidden);
  const group = useRef<HTMLElement>(null);
  const { open, close, opener } = useOpened<Open>(group);
  const who = screen.name(person);
  const note = accounts[0]?.note ?? '';
  const standing =
    gave === null
      ? ''
      : gave.standing === 'lapsed'
        ? counted(lapsedAfter, 'lapsedFor')
        : t(standingWords[gave.standing]);
  const says = [
    otherName(person),
    platformWords(
      accounts.map(({ platform }) => platform),
      screen,
    ),
  ].filter(Boolean);
  return (
    <section class="panel person" ref={group} aria-label={who}>
      <div>
        <h3>
          <bdi>{who}</bdi>
        </h3>
        <p class="under">
          <bdi>{says.join(' · ')}</bdi>
        </p>
      </div>
      {(standing !== '' || hidden) && (
        <ul class="chips">
          {standing !== '' && <li>{standing}</li>}
          {hidden && <li>{t('personHiddenMeans')}</li>}
        </ul>
      )}
      {open !== 'note' && <Remark text={note} />}
      <div class="buttons">
        {opener('note', 'correctNote')}
        <button type="button" class="button quiet" onClick={() => actions.onHide(!hidden)}>
          {t(hidden ? 'personShow' : 'personHide')}
        </button>
        {opener('link', 'personLink')}
        {opener('delete', 'dataPersonDelete')}
      </div>
      {open === 'note' && (
        <NoteForm
          before={note}
          onSave={(text) => {
            actions.onNote(page, text);
            close();
          }}
          onCancel={close}
        />
      )}
      {open === 'link' && (
        <div class="panel form">
          <p>{t('linkHint', [screen.person(person)])}</p>
          <PersonFinder
            id="link-person"
            label={t('mergeInto')}
            platform={null}
            except={accounts}
            find={actions.findPeople}
            onPick={(other) => {
              actions.onLink(other);
              close();
            }}
          />
          <div class="buttons">
            <button type="button" class="button quiet" onClick={close}>
              {t('cancel')}
            </button>
          </div>
        </div>
      )}
      {open === 'delete' && (
        <div class="panel form" role="alertdialog" aria-label={t('dataPersonDeleteOf', [who])}>
          <p>{t('dataPersonSure')}</p>
          {accounts.length > 1 && <p>{counted(accounts.length, 'deleteAccounts')}</p>}
          <div class="buttons">
            <button
              type="button"
              class="button danger"
              onClick={() => {
                actions.onDelete();
                close();
              }}
            >
              {t('dataPersonDo')}
            </button>
            <button type="button" class="button quiet" onClick={close}>
              {t('cancel')}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
