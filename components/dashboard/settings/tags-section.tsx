import { useScreen } from '../../screen.ts';
import { Switch } from '../../switch.tsx';
import { SettingsSection } from './section.tsx';

/** Whether prices in money stand beside the gifts of a page's panel. */
export function TagsSection(props: { on: boolean; onSwitch(on: boolean): void }) {
  const { t } = useScreen();
  return (
    <SettingsSection id="tags" title={t('tagsTitle')} lead={t('tagsLead')}>
      <Switch label={t('tagsSwitch')} on={props.on} onSwitch={props.onSwitch} />
    </SettingsSection>
  );
}
