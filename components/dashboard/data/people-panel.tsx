import { useState } from 'preact/hooks';
import type { DataActions, FoundPerson, YourData } from '../../../utils/core/data-view.ts';
import { useScreen } from '../../screen.ts';
import { Field, SelectField } from '../field.tsx';

const months = [1, 3, 6, 12, 24, 60];

/** Deletes a person, and says for how long names of others are kept. Neither can be undone, so each asks first. */
export function PeoplePanel(props: { view: YourData; busy: boolean; actions: DataActions }) {
  const { t } = useScreen();
  const { view, busy, actions } = props;
  const [text, setText] = useState('');
  return (
    <section class="panel">
      <div>
        <h3>{t('dataOthers')}</h3>
        <p class="under">{t('dataOthersSays')}</p>
      </div>
      <Retention kept={view.keepMonths} busy={busy} onKeep={actions.onKeepMonths} />
      <Field
        id="find-person"
        type="search"
        label={t('dataFindPerson')}
        hint={
          text.trim() !== '' && view.found.length === 0 ? t('dataFindNobody') : t('dataPersonMeans')
        }
        value={text}
        onType={(typed) => {
          setText(typed);
          actions.onFindPeople(typed);
        }}
      />
      {view.found.length > 0 && (
        <ul class="rows">
          {view.found.map((found) => (
            <Person
              key={`${found.platform}:${found.person.id}`}
              found={found}
              busy={busy}
              onDelete={() => actions.onForgetPerson(found)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Retention(props: {
  kept: number | null;
  busy: boolean;
  onKeep(months: number | null): void;
}) {
  const { t, counted } = useScreen();
  const [chosen, setChosen] = useState<string | null>(null);
  const kept = String(props.kept ?? 'always');
  const value = chosen ?? kept;
  const offered = [...new Set([...months, ...(props.kept === null ? [] : [props.kept])])];
  return (
    <div class="bar">
      <SelectField
        id="keep-months"
        label={t('dataKeepMonths')}
        value={value}
        choices={[
          { value: 'always', label: t('dataKeepAlways') },
          ...offered
            .sort((a, b) => a - b)
            .map((count) => ({ value: String(count), label: counted(count, 'dataMonths') })),
        ]}
        {...(value === kept || value === 'always' ? {} : { hint: t('dataKeepMeans') })}
        onChoose={setChosen}
      />
      <button
        type="button"
        class="button quiet"
        disabled={props.busy || value === kept}
        onClick={() => {
          setChosen(null);
          props.onKeep(value === 'always' ? null : Number(value));
        }}
      >
        {t('dataKeepDo')}
      </button>
    </div>
  );
}

function Person(props: { found: FoundPerson; busy: boolean; onDelete(): void }) {
  const { t, name, person } = useScreen();
  const [asking, setAsking] = useState(false);
  const who = props.found.person;
  return (
    <li>
      <span>
        <bdi class="cut">{name(who)}</bdi>
        {asking && <small>{t('dataPersonSure')}</small>}
      </span>
      <span class="actions">
        {asking ? (
          <>
            <button type="button" class="link" disabled={props.busy} onClick={props.onDelete}>
              {t('dataPersonDo')}
            </button>
            <button type="button" class="link" onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
          </>
        ) : (
          <button
            type="button"
            class="link"
            disabled={props.busy}
            aria-label={t('dataPersonDeleteOf', [person(who)])}
            onClick={() => setAsking(true)}
          >
            {t('dataPersonDelete')}
          </button>
        )}
      </span>
    </li>
  );
}
