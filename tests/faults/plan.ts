/** What happens to one browser: gifts, and everything that may go wrong between them, in an order that a seed chooses. */
import fc from 'fast-check';

/** One thing that happens. `streak` numbers the streaks of a plan. */
export type Step =
  | { readonly do: 'gift'; readonly gift: string }
  | { readonly do: 'gift-of-others'; readonly gift: string }
  | { readonly do: 'tick'; readonly streak: number; readonly add: number }
  | { readonly do: 'end'; readonly streak: number }
  | { readonly do: 'chat'; readonly lines: number }
  | { readonly do: 'repeat'; readonly last: number }
  | { readonly do: 'kill-worker' }
  | { readonly do: 'reload-extension' }
  | { readonly do: 'reload-tab' }
  | { readonly do: 'open-tab' }
  | { readonly do: 'close-tab' }
  | { readonly do: 'offline'; readonly refuseForMs: number }
  | { readonly do: 'clock'; readonly hours: number };

/** As many tabs as a plan has open at most. */
export const MOST_TABS = 5;

const streak = fc.nat(2);
const faults = [
  { weight: 4, arbitrary: fc.constant<Step>({ do: 'kill-worker' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'reload-extension' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'reload-tab' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'open-tab' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'close-tab' }) },
  {
    weight: 2,
    arbitrary: fc.record<Step & { do: 'offline' }>({
      do: fc.constant('offline'),
      refuseForMs: fc.nat(400),
    }),
  },
  {
    weight: 1,
    // Days back and forth, and the hours for which a device sleeps.
    arbitrary: fc.record<Step & { do: 'clock' }>({
      do: fc.constant('clock'),
      hours: fc.constantFrom(-72, -24, 5, 9, 30, 72),
    }),
  },
];
const happenings = [
  {
    weight: 3,
    arbitrary: fc.record<Step & { do: 'gift' }>({
      do: fc.constant('gift'),
      gift: fc.constantFrom('Doughnut', 'Cap', 'Perfume'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record<Step & { do: 'gift-of-others' }>({
      do: fc.constant('gift-of-others'),
      gift: fc.constantFrom('Doughnut', 'Cap'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record<Step & { do: 'tick' }>({
      do: fc.constant('tick'),
      streak,
      add: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 2, arbitrary: fc.record<Step & { do: 'end' }>({ do: fc.constant('end'), streak }) },
  {
    weight: 1,
    arbitrary: fc.record<Step & { do: 'chat' }>({
      do: fc.constant('chat'),
      lines: fc.integer({ min: 1, max: 60 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record<Step & { do: 'repeat' }>({
      do: fc.constant('repeat'),
      last: fc.integer({ min: 1, max: 8 }),
    }),
  },
];

/** The plan of a seed: always the same one. */
export function planOf(seed: number, length: number): readonly Step[] {
  const step = fc.oneof(...happenings, ...faults);
  const [plan = []] = fc.sample(fc.array(step, { minLength: length, maxLength: length }), {
    seed,
    numRuns: 1,
  });
  return plan;
}
