/** How far some long work has come. */
export interface Progress {
  /** What is being done, in the order in which these follow each other. */
  readonly stage: 'reading' | 'checking' | 'joining' | 'working-out';
  readonly done: number;
  /** Zero while nobody can say how much there is. */
  readonly total: number;
}

/** What long work is given: a way to tell how far it is, and whether the user cancelled it. */
export interface Work {
  readonly signal: AbortSignal;
  tell(progress: Progress): void;
}
