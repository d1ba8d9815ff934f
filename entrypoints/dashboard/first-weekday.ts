/** The day on which weeks begin where the browser's language is spoken: Monday is 1. Monday where it does not say. */
export function firstWeekday(): number {
  const locale: Intl.Locale & { getWeekInfo?(): { readonly firstDay: number } } = new Intl.Locale(
    navigator.language,
  );
  return locale.getWeekInfo?.().firstDay ?? 1;
}
