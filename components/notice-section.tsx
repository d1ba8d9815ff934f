import { useEffect, useState } from 'preact/hooks';
import type { Notice } from '../utils/core/notices.ts';
import { noticeWords } from './notice-words.ts';
import { useScreen } from './screen.ts';

/** Notices that are shown before the rest is asked for. */
const FIRST_NOTICES = 3;

/** What the user can do with notices. */
export interface NoticeActions {
  onUndoNotice(id: Notice['id']): void;
  onRedoNotice(id: Notice['id']): void;
  onNoticesShown(ids: readonly Notice['id'][]): void;
}

/** What happened by itself, newest first, each with a way back. Nothing where nothing happened. */
export function NoticeSection(props: {
  title: string;
  notices: readonly Notice[];
  actions: NoticeActions;
}) {
  const { counted } = useScreen();
  const [all, setAll] = useState(false);
  const { notices, title } = props;
  const shown = all ? notices : notices.slice(0, FIRST_NOTICES);
  const more = notices.length - shown.length;
  return notices.length === 0 ? null : (
    <section class="panel" aria-label={title}>
      <h3>{title}</h3>
      <NoticeList notices={shown} actions={props.actions} />
      {more > 0 && (
        <p class="under">
          <button type="button" class="link" onClick={() => setAll(true)}>
            {counted(more, 'showMore')}
          </button>
        </p>
      )}
    </section>
  );
}

/** Notices as a list. What is new when it is first drawn stays marked so while it is drawn. */
export function NoticeList({
  notices,
  actions,
}: {
  notices: readonly Notice[];
  actions: NoticeActions;
}) {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const unseen = notices.filter(({ seen, id }) => !seen && !fresh.has(id)).map(({ id }) => id);
  useEffect(() => {
    if (unseen.length === 0) return;
    setFresh(new Set([...fresh, ...unseen]));
    actions.onNoticesShown(unseen);
  }, [unseen.join('\n')]);
  return (
    <ul class="told">
      {notices.map((notice) => (
        <Item
          key={notice.id}
          notice={notice}
          isNew={!notice.seen || fresh.has(notice.id)}
          actions={actions}
        />
      ))}
    </ul>
  );
}

function Item(props: { notice: Notice; isNew: boolean; actions: NoticeActions }) {
  const screen = useScreen();
  const { t } = screen;
  const { notice, actions } = props;
  const { title, what, more, when } = noticeWords(notice, screen);
  return (
    <li data-notice={notice.about.type} data-undone={notice.undone}>
      <b>
        {title}
        {props.isNew && ' '}
        {props.isNew && <span class="mark-new">{t('noticeNew')}</span>}
      </b>
      <p>{what}</p>
      {more !== '' && <p>{more}</p>}
      <small role="status">{notice.undone ? `${when} · ${t('noticeUndone')}` : when}</small>
      <button
        type="button"
        class="link"
        aria-label={t(notice.undone ? 'noticeRedo' : 'noticeUndo', [title, what])}
        onClick={() => (notice.undone ? actions.onRedoNotice : actions.onUndoNotice)(notice.id)}
      >
        {t(notice.undone ? 'redo' : 'undo')}
      </button>
    </li>
  );
}
