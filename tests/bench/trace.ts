/** What a trace of Chromium says of scripts: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU. */
import type { CDPSession } from '@playwright/test';

/** A call of a function from outside of scripts, as for an event. Microseconds. */
export interface Call {
  readonly thread: string;
  readonly start: number;
  readonly duration: number;
  readonly url: string;
  /** Of the event that is dispatched; empty for calls. */
  readonly event: string;
}

function callOf(item: Record<string, unknown>): Call | null {
  const { name, ts, dur, pid, tid } = item;
  const isCall = name === 'FunctionCall' || name === 'EventDispatch';
  if (!isCall || typeof ts !== 'number' || typeof dur !== 'number') return null;
  const data: unknown = Reflect.get(Object(item.args), 'data');
  const text = (key: string): string => String(Reflect.get(Object(data), key) ?? '');
  return {
    thread: `${pid}:${tid}`,
    start: ts,
    duration: dur,
    url: text('url'),
    event: name === 'EventDispatch' ? text('type') : '',
  };
}

/** Records calls and dispatches of events while `act` runs. */
export async function traceCalls(
  session: CDPSession,
  act: () => Promise<void>,
): Promise<readonly Call[]> {
  const calls: Call[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const item of value) {
      const call = callOf({ ...item });
      if (call !== null) calls.push(call);
    }
  });
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'], excludedCategories: ['*'] },
  });
  await act();
  await session.send('Tracing.end');
  await complete;
  return calls;
}
