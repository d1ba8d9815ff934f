import { TagsSection } from '../../../components/dashboard/settings/tags-section.tsx';
import { switchTags } from '../../../utils/storage/settings.ts';
import type { OpenedScreen } from '../screens/opened-screen.ts';

/** The switch of the price tags. */
export function Tags({ around }: OpenedScreen) {
  return <TagsSection on={around.settings.tags} onSwitch={(on) => void switchTags(on)} />;
}
