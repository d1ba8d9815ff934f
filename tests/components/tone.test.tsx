// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useTone } from '../../entrypoints/sidepanel/tone.ts';
import type { CreatorAlertView } from '../../utils/core/desk-views.ts';
import { exampleCreatorAlerts } from '../gallery/desk-examples.ts';
import { draw, redraw } from './draw.tsx';

let state: AudioContextState;
let started: number;

class FakeAudio extends EventTarget {
  readonly destination = {};
  readonly currentTime = 0;
  get state() {
    return state;
  }
  async resume() {
    state = 'running';
    this.dispatchEvent(new Event('statechange'));
  }
  async close() {}
}

class FakeNode {
  readonly gain = { linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
  connect(to: unknown) {
    return to;
  }
  start() {
    started += 1;
  }
  stop() {}
}

function Desk(props: { on: boolean; alerts: readonly CreatorAlertView[] | null }) {
  return <p>{useTone(props.on, props.alerts) ? 'blocked' : 'free'}</p>;
}

const [first, second, third] = exampleCreatorAlerts;
const alerts = (...some: readonly (CreatorAlertView | undefined)[]) =>
  some.filter((each) => each !== undefined);

beforeEach(() => {
  state = 'running';
  started = 0;
  vi.stubGlobal('AudioContext', FakeAudio);
  vi.stubGlobal('OscillatorNode', FakeNode);
  vi.stubGlobal('GainNode', FakeNode);
  vi.stubGlobal('navigator', {
    locks: { request: async (_: string, __: unknown, act: () => Promise<void>) => act() },
  });
});

describe('the tone of the live desk', () => {
  it('is played once for what comes while the desk is open, not for what was there', async () => {
    const stage = await draw(<Desk on alerts={null} />);
    await redraw(<Desk on alerts={alerts(first)} />, stage);
    expect(started).toBe(0);
    await redraw(<Desk on alerts={alerts(second, first)} />, stage);
    expect(started).toBe(1);
    await redraw(<Desk on alerts={alerts(first, second)} />, stage);
    await redraw(<Desk on alerts={alerts(second)} />, stage);
    expect(started).toBe(1);
    await redraw(<Desk on alerts={alerts(third, second)} />, stage);
    expect(started).toBe(2);
  });

  it('is never played where it is off', async () => {
    const stage = await draw(<Desk on={false} alerts={[]} />);
    await redraw(<Desk on={false} alerts={alerts(first)} />, stage);
    expect(started).toBe(0);
  });

  it('waits for a click where the browser wants one', async () => {
    state = 'suspended';
    const stage = await draw(<Desk on alerts={[]} />);
    expect(stage.textContent).toBe('blocked');
    await redraw(<Desk on alerts={alerts(first)} />, stage);
    expect(started).toBe(0);
    dispatchEvent(new Event('pointerdown'));
    await vi.waitFor(() => expect(stage.textContent).toBe('free'));
    await redraw(<Desk on alerts={alerts(second, first)} />, stage);
    expect(started).toBe(1);
  });
});
