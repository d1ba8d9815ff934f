import { useEffect, useRef, useState } from 'preact/hooks';
import type { CreatorAlertView } from '../../utils/core/desk-views.ts';

/** Of all desks that are open one plays: whoever holds this lock. */
const LOCK = 'desk-tone';

/**
 * Plays a short tone for each alert that comes while the desk is open, where the user wants it. Gives whether the
 * browser does not let it play yet, which a click in the desk changes. Null alerts are of no stream on air.
 */
export function useTone(on: boolean, alerts: readonly CreatorAlertView[] | null): boolean {
  const context = useRef<AudioContext | null>(null);
  const [isBlocked, setBlocked] = useState(false);
  const heard = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!on) return;
    const audio = new AudioContext();
    context.current = audio;
    const look = () => setBlocked(audio.state === 'suspended');
    const resume = () => void audio.resume().then(look);
    audio.addEventListener('statechange', look);
    addEventListener('pointerdown', resume);
    addEventListener('keydown', resume);
    look();
    return () => {
      removeEventListener('pointerdown', resume);
      removeEventListener('keydown', resume);
      context.current = null;
      void audio.close();
      setBlocked(false);
    };
  }, [on]);
  const isAlone = useAlone(on);
  useEffect(() => {
    if (alerts === null) return;
    const before = heard.current;
    heard.current = new Set([...(before ?? []), ...alerts.map(({ id }) => id)]);
    // What was there when the desk opened is no news.
    const isNews = before !== null && alerts.some(({ id }) => !before.has(id));
    if (isNews && isAlone && context.current?.state === 'running') play(context.current);
  }, [alerts, isAlone]);
  return on && isBlocked;
}

/** Whether this desk is the one that plays; the next one is when it closes. */
function useAlone(wanted: boolean): boolean {
  const [isAlone, setAlone] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    const end = new AbortController();
    const ended = new Promise<void>((resolve) =>
      end.signal.addEventListener('abort', () => resolve()),
    );
    void navigator.locks
      .request(LOCK, { signal: end.signal }, () => {
        setAlone(true);
        return ended;
      })
      .catch(() => undefined);
    return () => {
      end.abort();
      setAlone(false);
    };
  }, [wanted]);
  return isAlone;
}

/** A soft tone that swells and fades within half a second. */
function play(audio: AudioContext): void {
  const tone = new OscillatorNode(audio, { type: 'sine', frequency: 660 });
  const loudness = new GainNode(audio, { gain: 0 });
  const from = audio.currentTime;
  loudness.gain.linearRampToValueAtTime(0.12, from + 0.03);
  loudness.gain.exponentialRampToValueAtTime(0.001, from + 0.45);
  tone.connect(loudness).connect(audio.destination);
  tone.start(from);
  tone.stop(from + 0.5);
}
