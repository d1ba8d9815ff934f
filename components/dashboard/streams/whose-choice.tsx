import { type Whose, whoseText } from '../../../utils/core/creator.ts';
import type { WhoseView } from '../../../utils/core/stream-views.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { SelectField } from '../field.tsx';

/** Whose gifts are shown, to be chosen where there are several: the user's, those of a creator they follow, or all. */
export function WhoseChoice(props: WhoseView & { onChoose(whose: Whose): void }) {
  const screen = useScreen();
  const { t } = screen;
  const { whose, creators } = props;
  const others = creators.filter(({ standing }) => standing !== 'own');
  if (others.length === 0) return null;
  const choices: readonly { readonly whose: Whose; readonly label: string }[] = [
    { whose: 'mine', label: t('whoseMine') },
    ...others.map(({ platform, id, person, standing }) => ({
      whose: { platform, id },
      label: standing === 'past' ? t('whosePast', [screen.person(person)]) : screen.name(person),
    })),
    { whose: 'all', label: t('whoseAll') },
  ];
  return (
    <SelectField
      id="whose"
      label={t('whose')}
      value={whoseText(whose)}
      choices={choices.map((each) => ({ value: whoseText(each.whose), label: each.label }))}
      onChoose={(value) => {
        const chosen = choices.find((each) => whoseText(each.whose) === value);
        if (chosen !== undefined) props.onChoose(chosen.whose);
      }}
    />
  );
}

/** Whose gifts are shown, in words. */
export function whoseWords({ whose, creators }: WhoseView, screen: Screen): string {
  if (typeof whose === 'string') return screen.t(whose === 'mine' ? 'whoseMine' : 'whoseAll');
  const creator = creators.find(
    ({ platform, id }) => platform === whose.platform && id === whose.id,
  );
  return screen.name(creator?.person ?? null);
}
