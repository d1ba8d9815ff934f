import {
  historyOnJoin,
  polling,
  previewSocket,
  reconnectReplay,
  roomEnd,
  roomSwitch,
  twoTabs,
} from './connection.ts';
import {
  bareGift,
  chest,
  guestGift,
  othersBesideMine,
  ownStream,
  shuffledRepeats,
  singleGift,
  streak,
  streakAgain,
  streakWithoutEnd,
  subscription,
} from './counting.ts';
import { evening } from './evening.ts';
import { burst, decoys, garbage, hostileNames } from './hostile.ts';
import type { Scenario } from './scenario.ts';

/** All scenarios: one line each. */
export const scenarios: readonly Scenario[] = [
  singleGift,
  streak,
  streakWithoutEnd,
  streakAgain,
  shuffledRepeats,
  bareGift,
  othersBesideMine,
  guestGift,
  ownStream,
  chest,
  subscription,
  reconnectReplay,
  historyOnJoin,
  twoTabs,
  previewSocket,
  roomSwitch,
  polling,
  roomEnd,
  decoys,
  burst,
  garbage,
  hostileNames,
  evening,
];

/** The scenario called `name`. Throws for unknown ones. */
export function scenarioNamed(name: string): Scenario {
  const found = scenarios.find((one) => one.name === name);
  if (found === undefined) {
    throw new Error(
      `no scenario ${name}; there are ${scenarios.map((one) => one.name).join(', ')}`,
    );
  }
  return found;
}
