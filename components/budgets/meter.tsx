import type { Tone } from './budget-words.ts';

/** How full a budget is, as a picture only: the words beside it say it. */
export function Meter({ percent, tone }: { percent: number; tone: Tone }) {
  return (
    <span class="meter" data-tone={tone} aria-hidden="true">
      <i style={{ inlineSize: `${Math.min(100, percent)}%` }} />
    </span>
  );
}
