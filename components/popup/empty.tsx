import { useScreen } from '../screen.ts';

/** What a fresh install shows instead of numbers: what to do, and what will then be seen. */
export function Empty(props: { title: string; hint: 'emptySend' | 'emptyReceive' }) {
  const { t } = useScreen();
  return (
    <section class="empty">
      <h2>{props.title}</h2>
      <p>{t(props.hint, [t('platform_tiktok')])}</p>
      <p>{t('emptyPrivate')}</p>
    </section>
  );
}
