import type {
  DeskGifter,
  DeskPeople,
  DeskStream,
  DeskTotal,
  GoalView,
} from '../../utils/core/desk-views.ts';
import type { SessionId } from '../../utils/core/totals.ts';

/** Everything that the desk shows. Null parts are not read yet. */
export interface DeskView {
  /** The user's own streams, the latest first. */
  readonly streams: readonly DeskStream[];
  /** The stream that the user picked, by its first room; empty for whichever is on air. */
  readonly picked: SessionId | '';
  /** The stream that is shown; null where none is picked and none is on air. */
  readonly stream: DeskStream | null;
  readonly total: DeskTotal | null;
  readonly people: DeskPeople | null;
  /** As they stand now; none for a stream of the past. */
  readonly goals: readonly GoalView[];
}

/** What the user does about those who gave. */
export interface ThanksActions {
  onThank(gifter: DeskGifter, thanked: boolean): void;
  /** Puts text on the clipboard; false where that is refused. */
  onCopy(text: string): Promise<boolean>;
}
