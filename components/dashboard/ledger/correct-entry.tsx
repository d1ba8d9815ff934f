import { useRef } from 'preact/hooks';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import type { LedgerActions, Story } from '../../../utils/core/ledger-views.ts';
import { useScreen } from '../../screen.ts';
import { useOpened } from '../opened.tsx';
import { AmountForm, NoteForm, PriceForm } from './correct-forms.tsx';
import { PersonFinder } from './person-finder.tsx';

type Open = 'amount' | 'price' | 'note' | 'merge';

/** What the user can say about a payment. Every one of it can be taken back. */
export function CorrectEntry(props: {
  story: Story;
  actions: LedgerActions;
  currency: CurrencyCode;
  currencies: readonly CurrencyCode[];
}) {
  const screen = useScreen();
  const { t } = screen;
  const { story, actions } = props;
  const { row, correction } = story;
  const group = useRef<HTMLElement>(null);
  const { open, close, opener } = useOpened<Open>(group);
  const voided = row.correction === 'void';
  const person = row.direction === 'sent' ? story.creator : story.sender;
  return (
    <section class="correct" ref={group} aria-label={t('correctTitle')}>
      <div class="buttons">
        <button type="button" class="button quiet" onClick={() => actions.onVoid(row.id, !voided)}>
          {t(voided ? 'correctRestore' : 'correctVoid')}
        </button>
        {!voided && row.unit !== null && opener('amount', 'correctAmount')}
        {!voided && row.direction === 'sent' && opener('price', 'correctPrice')}
        {opener('note', 'correctNote')}
        {person !== null && opener('merge', 'correctMerge')}
      </div>
      {open === 'amount' && (
        <AmountForm
          before={correction?.units === undefined ? '' : String(correction.units)}
          isSet={correction?.units !== undefined}
          onSave={(units) => {
            actions.onSetAmount(row.id, units);
            close();
          }}
          onCancel={close}
        />
      )}
      {open === 'price' && (
        <PriceForm
          currency={correction?.price?.currency ?? props.currency}
          currencies={props.currencies}
          isSet={correction?.price !== undefined}
          onSave={(price) => {
            actions.onSetPrice(row.id, price);
            close();
          }}
          onCancel={close}
        />
      )}
      {open === 'note' && (
        <NoteForm
          before={story.note}
          onSave={(note) => {
            actions.onNote(row.id, note);
            close();
          }}
          onCancel={close}
        />
      )}
      {open === 'merge' && person !== null && (
        <div class="panel form">
          <p>{t('mergeHint', [screen.person(person)])}</p>
          <PersonFinder
            id="merge-person"
            label={t('mergeInto')}
            platform={null}
            except={[{ platform: row.platform, id: person.id }]}
            find={actions.findPeople}
            onPick={(into) => {
              actions.onMerge({ platform: row.platform, id: person.id }, into);
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
    </section>
  );
}
