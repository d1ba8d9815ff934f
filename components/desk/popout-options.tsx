import {
  type PopoutSettings,
  popoutBackgrounds,
  popoutPixels,
  popoutSizes,
  popoutThemes,
  popoutWidgets,
} from '../../utils/core/desk-settings.ts';
import { CheckField } from '../dashboard/check-field.tsx';
import { SelectField } from '../dashboard/field.tsx';
import { formatCount } from '../format.ts';
import { useScreen } from '../screen.ts';

/** How the window looks that a streaming program captures, and the button that opens it. */
export function PopoutOptions(props: {
  popout: PopoutSettings;
  onChange(changed: Partial<PopoutSettings>): void;
  onOpen(): void;
}) {
  const { t, locale } = useScreen();
  const { popout, onChange } = props;
  return (
    <details class="popout-options">
      <summary id="desk-popout">{t('popoutTitle')}</summary>
      <p class="says">{t('popoutLead')}</p>
      <div class="grid">
        <SelectField
          id="popout-background"
          label={t('popoutBackground')}
          value={popout.background}
          choices={popoutBackgrounds.map((value) => ({
            value,
            label: t(`popoutBackground_${value}`),
          }))}
          onChoose={(background) => onChange({ background })}
        />
        <SelectField
          id="popout-theme"
          label={t('popoutTheme')}
          value={popout.theme}
          choices={popoutThemes.map((value) => ({ value, label: t(`popoutTheme_${value}`) }))}
          onChoose={(theme) => onChange({ theme })}
        />
        <SelectField
          id="popout-size"
          label={t('popoutSize')}
          value={popout.size}
          choices={popoutSizes.map((value) => {
            const { width, height } = popoutPixels[value];
            const pixels = [formatCount(width, locale), formatCount(height, locale)];
            return { value, label: t(`popoutSize_${value}`, pixels) };
          })}
          onChoose={(size) => onChange({ size })}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws a box of its own */}
      <div role="group" aria-labelledby="popout-widgets">
        <h3 id="popout-widgets">{t('popoutWidgets')}</h3>
        {popoutWidgets.map((widget) => (
          <CheckField
            key={widget}
            id={`popout-${widget}`}
            label={t(`popoutWidget_${widget}`)}
            checked={popout.widgets.includes(widget)}
            onCheck={(on) =>
              onChange({
                widgets: popoutWidgets.filter((each) =>
                  each === widget ? on : popout.widgets.includes(each),
                ),
              })
            }
          />
        ))}
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={props.onOpen}>
          {t('liveOpenPopout')}
        </button>
      </div>
    </details>
  );
}
