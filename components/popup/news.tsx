import type { PopupNews } from '../../utils/core/notices.ts';
import { type NoticeActions, NoticeList } from '../notice-section.tsx';
import { useScreen } from '../screen.ts';

/** Notices that are shown: the sums are what the popup is for. */
const MOST = 2;

/** What happened by itself since the user last looked, and a balance that is not what should be there. */
export function News({ news, actions }: { news: PopupNews; actions: NoticeActions }) {
  const screen = useScreen();
  const { t } = screen;
  const { notices, balance } = news;
  const shown = notices.slice(0, MOST);
  const more = notices.length - shown.length;
  return (
    <>
      {shown.length > 0 && (
        <section class="notice" data-tone="calm" aria-label={t('noticesTitle')}>
          <div>
            <NoticeList notices={shown} actions={actions} />
            {more > 0 && (
              <a class="link" href="dashboard.html#purchases" target="_blank" rel="noopener">
                {screen.counted(more, 'moreNotices')}
              </a>
            )}
          </div>
        </section>
      )}
      {balance !== null && (
        <p class="notice" data-tone="calm">
          <span>
            {t(balance.difference < 0 ? 'balanceLineFewer' : 'balanceLineMore', [
              screen.units(Math.abs(balance.difference), balance.unit, 12),
            ])}
          </span>
          <a class="link" href="dashboard.html#purchases" target="_blank" rel="noopener">
            {t('balanceLook')}
          </a>
        </p>
      )}
    </>
  );
}
