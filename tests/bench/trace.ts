/** What Chromium's own trace says of sockets and scripts. */
import type { CDPSession } from '@playwright/test';

/** A frame that came in through a socket, or a call of a script's function by the browser. Microseconds. */
export interface Moment {
  readonly thread: string;
  readonly start: number;
  readonly duration: number;
  /** Of the script; empty for a frame. */
  readonly url: string;
  readonly isFrame: boolean;
}

function momentOf(item: Record<string, unknown>): Moment | null {
  const { name, ts, dur, pid, tid } = item;
  if ((name !== 'FunctionCall' && name !== 'WebSocketReceive') || typeof ts !== 'number') {
    return null;
  }
  const data: unknown = Reflect.get(Object(item.args), 'data');
  return {
    thread: `${pid}:${tid}`,
    start: ts,
    duration: typeof dur === 'number' ? dur : 0,
    url: String(Reflect.get(Object(data), 'url') ?? ''),
    isFrame: name === 'WebSocketReceive',
  };
}

/** Records frames and calls while `act` runs, in the order in which they began. */
export async function traceCalls(
  session: CDPSession,
  act: () => Promise<void>,
): Promise<readonly Moment[]> {
  const moments: Moment[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    for (const item of value) {
      const moment = momentOf({ ...item });
      if (moment !== null) moments.push(moment);
    }
  };
  session.on('Tracing.dataCollected', collect);
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'], excludedCategories: ['*'] },
  });
  await act();
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return moments.sort((a, b) => a.start - b.start);
}
