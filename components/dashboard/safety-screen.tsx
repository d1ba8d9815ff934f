import { useScreen } from '../screen.ts';
import type { MessageKey } from '../text.ts';

/** The page's parts: a heading and its paragraphs. */
const parts: readonly (readonly [MessageKey, ...MessageKey[]])[] = [
  ['safetyOfficial', 'safetyOfficial1', 'safetyOfficial2', 'safetyOfficial3'],
  ['safetyAccount', 'safetyAccount1', 'safetyAccount2'],
  ['safetyApp', 'safetyApp1', 'safetyApp2'],
  ['safetyRefund', 'safetyRefund1', 'safetyRefund2'],
  ['safetyCreator', 'safetyCreator1', 'safetyCreator2'],
];

/** What helps to keep money and account safe, in plain words. Speaks of prices and ways, never of anybody. */
export function SafetyScreen() {
  const { t } = useScreen();
  return (
    <div class="prose">
      <p class="lead">{t('safetyLead')}</p>
      {parts.map(([heading, ...paragraphs]) => (
        <section key={heading}>
          <h3>{t(heading)}</h3>
          {paragraphs.map((key) => (
            <p key={key}>{t(key)}</p>
          ))}
        </section>
      ))}
    </div>
  );
}
