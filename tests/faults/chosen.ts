/** How much of what could be tried is tried: `npm run test:faults` tries all of it, `npm test` a part chosen by a seed. */

/** What chooses; printed with every failure, and set to repeat one. */
export const seed = Number(process.env.FAULT_SEED ?? Date.now() % 0x7fffffff);

/** The same for tests in a browser, which Playwright reads in several processes: one seed for all of them. */
export const browserSeed = Number(process.env.FAULT_SEED ?? 1);

/** How many plans of a browser are tried, each with a seed one higher. */
export const runs = Number(process.env.FAULT_RUNS ?? 2);

/** Whether everything is tried. */
export const thorough = process.env.FAULTS_ALL === '1';

/** One of so many steps is tried in `npm test`. */
const ONE_OF = 16;

/**
 * The numbers of the steps at which to fail. Always those outside of a transaction, which are the most telling, and of
 * the rest one in sixteen.
 */
export function pickedSteps(steps: readonly string[]): readonly number[] {
  const offset = seed % ONE_OF;
  return steps.flatMap((step, index) =>
    thorough || index % ONE_OF === offset || /^(receive|answer|before|after) /.test(step)
      ? [index + 1]
      : [],
  );
}
