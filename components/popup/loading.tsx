import { useScreen } from '../screen.ts';

/** The shape of what is about to be shown, in the places where it will be. */
export function Loading() {
  const { t } = useScreen();
  return (
    <div class="loading" role="status">
      <span class="unseen">{t('loading')}</span>
      <i class="ghost ghost-line" />
      <i class="ghost ghost-hero" />
      <i class="ghost ghost-line" />
      <div class="cards">
        <i class="ghost ghost-card" />
        <i class="ghost ghost-card" />
      </div>
      <i class="ghost ghost-list" />
    </div>
  );
}
