import { useScreen } from '../screen.ts';
import { Switch } from '../switch.tsx';

/** The switch of the prices beside gifts on the page. */
export function TagsCard(props: { on: boolean; onSwitch(on: boolean): void }) {
  const { t } = useScreen();
  return (
    <div class="card tags">
      <Switch label={t('tagsSwitch')} on={props.on} onSwitch={props.onSwitch} />
    </div>
  );
}
