import { useEffect, useRef, useState } from 'preact/hooks';
import type { DataActions } from '../../../utils/core/data-view.ts';
import { useScreen } from '../../screen.ts';
import { Field } from '../field.tsx';

/** Deletes everything, after the user typed the word for it; offers a backup before. */
export function DeletePanel({ busy, actions }: { busy: boolean; actions: DataActions }) {
  const { t, language } = useScreen();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const word = t('dataDeleteWord');
  const agreed =
    typed.trim().toLocaleLowerCase(language) === word.toLocaleLowerCase(language) && !busy;
  useEffect(() => {
    if (asking) form.current?.querySelector('input')?.focus();
  }, [asking]);
  const close = () => {
    setAsking(false);
    setTyped('');
  };
  return (
    <section class="panel task">
      <div>
        <h3>{t('dataDelete')}</h3>
        <p class="under">{t('dataDeleteSays')}</p>
      </div>
      {asking ? (
        <form
          class="form chosen"
          ref={form}
          aria-label={t('dataDelete')}
          onSubmit={(event) => {
            event.preventDefault();
            if (!agreed) return;
            close();
            actions.onDeleteAll();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <p>
            {t('dataDeleteBackUp')}{' '}
            <button type="button" class="link" disabled={busy} onClick={actions.onBackUp}>
              {t('dataBackupMake')}
            </button>
          </p>
          <Field
            id="delete-word"
            label={t('dataDeleteType', [word])}
            value={typed}
            onType={setTyped}
          />
          <div class="buttons">
            <button type="submit" class="button danger" disabled={!agreed}>
              {t('dataDeleteDo')}
            </button>
            <button type="button" class="button quiet" onClick={close}>
              {t('cancel')}
            </button>
          </div>
        </form>
      ) : (
        <div class="buttons">
          <button
            type="button"
            class="button quiet"
            disabled={busy}
            onClick={() => setAsking(true)}
          >
            {t('dataDeleteAsk')}
          </button>
        </div>
      )}
    </section>
  );
}
