import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine that the numbers come from, in one line. */
export function describeMachine(browser: string): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores, ${model}, ${memory} GB, Node ${process.versions.node}, ${browser}`;
}
