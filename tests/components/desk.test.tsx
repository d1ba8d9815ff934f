// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { DeskProps } from '../../components/desk/desk-app.tsx';
import { goalPercent, goalProgressWords, nearestGoal } from '../../components/desk/goal-words.ts';
import { createScreen } from '../../components/screen.ts';
import {
  type DeskExample,
  deskExamples,
  exampleGoals,
  examplePeople,
  popoutExamples,
} from '../gallery/desk-examples.ts';
import { DeskStage, showPopout } from '../gallery/desk-stage.tsx';
import { now, zone } from '../gallery/make.ts';
import { englishWords } from '../gallery/words.ts';
import { click, draw, one, type, words } from './draw.tsx';

const example = (name: string): DeskExample => {
  const found = deskExamples[name];
  if (found === undefined) throw new Error(`no example ${name}`);
  return found;
};
const drawDesk = (name: string, actions: Partial<DeskProps> = {}) =>
  draw(<DeskStage example={example(name)} actions={actions} />);
const thanked = (stage: HTMLElement) =>
  [...stage.querySelectorAll('.thank bdi')].map((each) => each.textContent);

describe('the live desk', () => {
  it('shows what came in, goals, alerts and gifts while live', async () => {
    const stage = await drawDesk('busy');
    const said = words(stage);
    expect(said).toContain('Live · 72 minutes');
    expect(said).toContain('about $164.09');
    expect(said).toContain('18 gifters, 3 new');
    expect(said).toContain('Big gift: Lion');
    expect(said).toContain('29,999 coins from @kai.watches');
    expect(said).toContain('The last gift was 41 days ago.');
    expect(said).toContain('2,400 coins within a minute');
    expect(said).toContain('Goal reached: Dance');
  });

  it('says what to do while not live, and lets past streams be picked', async () => {
    const onPickStream = vi.fn();
    const stage = await drawDesk('not-live', { onPickStream });
    expect(words(stage)).toContain('You are not live');
    const select = one<HTMLSelectElement>(stage, '#desk-stream');
    select.value = select.options[2]?.value ?? '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onPickStream).toHaveBeenCalledExactlyOnceWith('tiktok:7400000000000000009');
  });

  it('lets an alert be put away', async () => {
    const onAlertSeen = vi.fn();
    const stage = await drawDesk('busy', { onAlertSeen });
    await click(one(stage, '.desk-alerts li:first-child .link'));
    expect(onAlertSeen).toHaveBeenCalledExactlyOnceWith('a');
  });
});

describe('goals in words', () => {
  const screen = createScreen({ translate: englishWords, locale: 'en-US', zone }, now);

  it('tell what came in of what is wanted, money as an estimate, and that one is reached', () => {
    const said = exampleGoals.map((goal) =>
      goalProgressWords(goal, screen).replace(/[\u2068\u2069]/g, ''),
    );
    expect(said).toEqual([
      '1,204 of 5,000 coins',
      '37 of 30 gifts, reached',
      'about $204.12 of $400.00',
      '24 of Rose × 100',
    ]);
    expect(exampleGoals.map(goalPercent)).toEqual([24, 123, 51, 24]);
    expect(nearestGoal(exampleGoals)?.goal.name).toBe('New microphone');
    expect(nearestGoal(exampleGoals.slice(1, 2))?.goal.name).toBe('Dance');
    expect(nearestGoal([])).toBeNull();
  });
});

describe('the thank-you list', () => {
  it('ticks off who was thanked, and takes it back', async () => {
    const onThank = vi.fn();
    const stage = await drawDesk('busy', { onThank });
    const boxes = stage.querySelectorAll<HTMLInputElement>('.thank input');
    expect([...boxes].map(({ checked }) => checked)).toEqual([
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(words(one(stage, '.thank-more'))).toBe('3 gifts since you thanked');
    await click(boxes[0] ?? stage);
    await click(boxes[1] ?? stage);
    const [first, second] = examplePeople.gifters;
    expect(onThank.mock.calls).toEqual([
      [first, true],
      [second, false],
    ]);
  });

  it('is filtered by amount and by who is open, and copied as it is shown', async () => {
    const onCopy = vi.fn(async () => true);
    const stage = await drawDesk('busy', { onCopy });
    expect(thanked(stage)).toHaveLength(6);
    await type(one<HTMLInputElement>(stage, '#thanks-least'), '30');
    expect(thanked(stage)).toHaveLength(5);
    await click(one(stage, '#thanks-open'));
    expect(thanked(stage)).toEqual(['@kai.watches', 'Ada from Lisbon', '@sam_77']);
    await click(one(stage, '.thanks .button'));
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(
      '@kai.watches, 30,123 coins\nAda from Lisbon, 404 coins\n@sam_77, 30 coins',
    );
    expect(words(one(stage, '.thanks [role=status]'))).toBe('Copied');
    await type(one<HTMLInputElement>(stage, '#thanks-least'), '999999');
    expect(words(one(stage, '.thanks'))).toContain('Nobody to thank');
  });
});

describe('the pop-out', () => {
  it('shows the chosen parts in units and never money', async () => {
    const stage = await draw(<div />);
    const { green, outline } = popoutExamples;
    if (green === undefined || outline === undefined) throw new Error('no example');
    await showPopout(green, stage);
    expect(one(stage, '.popout').dataset.background).toBe('green');
    expect(words(stage)).toContain('31,861 coins');
    expect(words(stage)).not.toMatch(/\$|Top gifters/);
    await showPopout(outline, stage);
    expect(words(stage)).toContain('Top gifters');
    expect(words(stage)).toContain('Thank you, @kai.watches · @noor · Ada from Lisbon');
  });
});
