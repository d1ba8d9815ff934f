import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { PersonPage } from '../../../utils/core/supporter-views.ts';
import { safeText } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import { TableHead } from '../table-head.tsx';
import { dayWords, givenWords } from './supporter-words.ts';

type Gave = NonNullable<PersonPage['gave']>;

/** The gifts that somebody gives most often. Each leads to the entries that are counted. */
export function PersonGifts({ gave }: { gave: Gave }) {
  const screen = useScreen();
  const { t, counted } = screen;
  return (
    <section class="panel">
      <h3>{t('personGifts')}</h3>
      {gave.gifts.length === 0 && <p class="none">{t('personNoGifts')}</p>}
      <table class="table apart">
        <TableHead of={t('columnGift')} figures={[t('columnTimes'), t('columnSum')]} />
        <tbody>
          {gave.gifts.map(({ platform, gift, name, sum }) => {
            const called = safeText(name) || t('entry_gift');
            return (
              <tr key={`${platform}:${gift}`}>
                <th scope="row">
                  {gift === null ? (
                    <bdi>{called}</bdi>
                  ) : (
                    <a href={ledgerAddress({ ...gave.filter, gift: { platform, id: gift } })}>
                      <bdi>{called}</bdi>
                    </a>
                  )}
                </th>
                <td class="amount">{counted(sum.gifts, 'times', 9)}</td>
                <td class="amount">{givenWords(sum, screen, 12)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {gave.giftsOf !== null && <p class="under">{counted(gave.giftsOf, 'personGiftsOf')}</p>}
    </section>
  );
}

/** What somebody gave stream by stream, the latest first. Each leads to its entries. */
export function PersonSessions({ gave }: { gave: Gave }) {
  const screen = useScreen();
  const { t, counted } = screen;
  return (
    <section class="panel">
      <h3>{t('personSessions')}</h3>
      <table class="table apart">
        <TableHead of={t('columnStream')} figures={[t('columnSum')]} />
        <tbody>
          {gave.sessions.map(({ session, title, day, sum }) => {
            const called = safeText(title) || t('streamUntitled');
            return (
              <tr key={session ?? day}>
                <th scope="row">
                  {session === null ? (
                    t('personByHand')
                  ) : (
                    <a href={ledgerAddress({ ...gave.filter, session: [session] })}>
                      <bdi>{called}</bdi>
                    </a>
                  )}
                  <small>{dayWords(day, screen)}</small>
                </th>
                <td class="amount">
                  {givenWords(sum, screen, 14)}
                  <small>{counted(sum.gifts, 'gifts', 9)}</small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {gave.moreSessions > 0 && (
        <p class="under">{counted(gave.moreSessions, 'personMoreSessions')}</p>
      )}
    </section>
  );
}
