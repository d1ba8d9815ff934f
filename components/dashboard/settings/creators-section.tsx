import { useScreen } from '../../screen.ts';
import { SettingsSection } from './section.tsx';

/** The way to the creators' screens for who has received nothing yet. */
export function CreatorsSection() {
  const { t } = useScreen();
  return (
    <SettingsSection id="creators" title={t('settingsCreators')} lead={t('settingsCreatorsLead')}>
      <p>
        <a href="#streams">{t('toStreams')}</a>
      </p>
    </SettingsSection>
  );
}
