import type { BudgetsView } from '../../../utils/core/budget-views.ts';
import type { EntryKind } from '../../../utils/core/gift-event.ts';
import { platformIds } from '../../../utils/core/ids.ts';
import { useScreen } from '../../screen.ts';
import { CheckField } from '../check-field.tsx';
import type { FormPart } from './budget-form.tsx';

const kinds: readonly EntryKind[] = ['gift', 'chest', 'subscription'];

/** What counts. Nothing ticked in a group means all of it. */
export function ScopeFields({
  fields,
  set,
  creators,
}: FormPart & { creators: BudgetsView['creators'] }) {
  const screen = useScreen();
  const { t } = screen;
  const { platforms, kinds: chosenKinds, creators: chosen } = fields;
  const narrow = platforms.length + chosenKinds.length + chosen.length > 0;
  const isChosen = (platform: string, id: string) =>
    chosen.some((each) => each.platform === platform && each.id === id);
  return (
    <details class="more" open={narrow}>
      <summary>{t('budgetScope')}</summary>
      <p class="under">{t('budgetScopeHint')}</p>
      <fieldset class="checks">
        <legend>{t('budgetScope_platforms')}</legend>
        {platformIds.map((platform) => (
          <CheckField
            key={platform}
            id={`scope-${platform}`}
            label={t(`platform_${platform}`)}
            checked={platforms.includes(platform)}
            onCheck={(on) =>
              set({
                platforms: on
                  ? [...platforms, platform]
                  : platforms.filter((each) => each !== platform),
              })
            }
          />
        ))}
      </fieldset>
      <fieldset class="checks">
        <legend>{t('budgetScope_kinds')}</legend>
        {kinds.map((kind) => (
          <CheckField
            key={kind}
            id={`scope-${kind}`}
            label={t(`kinds_${kind}`)}
            checked={chosenKinds.includes(kind)}
            onCheck={(on) =>
              set({
                kinds: on ? [...chosenKinds, kind] : chosenKinds.filter((each) => each !== kind),
              })
            }
          />
        ))}
      </fieldset>
      {creators.length > 0 && (
        <fieldset class="checks">
          <legend>{t('budgetScope_creators')}</legend>
          {creators.map(({ platform, id, person }) => (
            <CheckField
              key={`${platform}:${id}`}
              id={`scope-creator-${platform}-${id}`}
              label={screen.name(person)}
              checked={isChosen(platform, id)}
              onCheck={(on) =>
                set({
                  creators: on
                    ? [...chosen, { platform, id }]
                    : chosen.filter((each) => each.platform !== platform || each.id !== id),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </details>
  );
}
