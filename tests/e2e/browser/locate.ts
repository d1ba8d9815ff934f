import { type Candidate, candidatesFor } from './candidates.ts';
import { type BrowserKind, kinds } from './kinds.ts';
import type { Machine } from './machine.ts';

/** A browser that can be used, or why one cannot. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** What was seen while looking: the browser to use, and what was passed over. */
export interface Search {
  readonly found: Candidate | undefined;
  readonly passedOver: readonly { readonly candidate: Candidate; readonly why: string }[];
}

/** Starts the browser for its version: a stub, a missing library or a wrong version shows here, not in a test. */
function judge(kind: BrowserKind, path: string, machine: Machine): Verdict {
  // On Windows browsers print nothing for --version, but open a window.
  if (machine.platform === 'win32') return { ok: true };
  const text = machine.output(path, ['--version'])?.trim();
  if (text === undefined) return { ok: false, why: 'does not start' };
  if (/^Google Chrome \d/.test(text)) {
    return { ok: false, why: 'Google Chrome ignores --load-extension since version 137' };
  }
  const version = Number(/(\d+)\.\d/.exec(text)?.[1]);
  const { oldest } = kinds[kind];
  if (!(version >= oldest)) return { ok: false, why: `is "${text}", older than ${oldest}` };
  return { ok: true };
}

/**
 * Looks for a browser. One that the environment names is the only one looked at, and must be good: whoever named it
 * would not want another to be used in silence.
 */
export function searchBrowser(kind: BrowserKind, machine: Machine): Search {
  const { variable, label } = kinds[kind];
  const named = machine.env[variable];
  if (named !== undefined && named !== '') {
    const verdict: Verdict = machine.exists(named)
      ? judge(kind, named, machine)
      : { ok: false, why: 'is not there' };
    if (!verdict.ok) throw new Error(`${label}: ${variable} is ${named}, which ${verdict.why}.`);
    return { found: { path: named, from: variable }, passedOver: [] };
  }
  const passedOver: { candidate: Candidate; why: string }[] = [];
  for (const candidate of candidatesFor(kind, machine)) {
    if (!machine.exists(candidate.path)) continue;
    const verdict = judge(kind, candidate.path, machine);
    if (verdict.ok) return { found: candidate, passedOver };
    passedOver.push({ candidate, why: verdict.why });
  }
  return { found: undefined, passedOver };
}
