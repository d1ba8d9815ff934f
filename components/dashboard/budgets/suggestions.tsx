import type { BudgetSuggestion } from '../../../utils/core/budget-views.ts';
import { measureWords } from '../../budgets/budget-words.ts';
import { formatCount } from '../../format.ts';
import { useScreen } from '../../screen.ts';

const words = {
  comfortable: 'suggest_comfortable',
  'on-track': 'suggest_on_track',
  tight: 'suggest_tight',
} as const;

/** Limits from the user's own past months, and what each would have done. */
export function Suggestions(props: {
  suggestions: readonly BudgetSuggestion[];
  onUse(limit: BudgetSuggestion['limit']): void;
}) {
  const screen = useScreen();
  const { t, locale } = screen;
  return props.suggestions.length === 0 ? null : (
    <section class="panel" aria-labelledby="suggestions-title">
      <h3 id="suggestions-title">{t('suggestTitle')}</h3>
      <p class="under">{t('suggestLead')}</p>
      <ul class="rows">
        {props.suggestions.map((each) => {
          const limit = measureWords(each.limit, screen);
          return (
            <li key={each.profile}>
              <b>{t(words[each.profile])}</b>
              <b class="amount">{limit}</b>
              <small>
                {each.passed === 0
                  ? t('suggestNeverPassed', [formatCount(each.months, locale)])
                  : t('suggestPassed', [
                      formatCount(each.passed, locale),
                      formatCount(each.months, locale),
                      measureWords(each.over, screen),
                    ])}
              </small>
              <button
                type="button"
                class="link"
                aria-label={t('suggestUseThis', [limit])}
                onClick={() => props.onUse(each.limit)}
              >
                {t('suggestUse')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
