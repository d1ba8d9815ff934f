import { useScreen } from '../../screen.ts';

/** The way to helplines, for who looks for it. */
export function HelpSection() {
  const { t } = useScreen();
  return (
    <section class="panel" aria-labelledby="help-title">
      <h3 id="help-title">{t('helpTitle')}</h3>
      <p>{t('helpText')}</p>
      <p>
        <a href="https://findahelpline.com" target="_blank" rel="noopener noreferrer">
          {t('helpLink')}
        </a>
      </p>
    </section>
  );
}
