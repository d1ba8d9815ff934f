// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { troubleWords } from '../../components/dashboard/data/work-words.ts';
import { formatBytes } from '../../components/format.ts';
import type { DataActions, WorkTrouble } from '../../utils/core/data-view.ts';
import { DashboardStage } from '../gallery/dashboard-stage.tsx';
import { dataExample, dataExamples } from '../gallery/data-examples.tsx';
import { click, draw, one, type, words } from './draw.tsx';

const drawState = (
  part: Parameters<typeof dataExample>[0],
  actions: Partial<DataActions> = {},
): Promise<HTMLElement> => draw(<DashboardStage example={dataExample(part, {}, actions)} />);

const button = (stage: HTMLElement, label: string) => {
  const found = [...stage.querySelectorAll('button')].filter((each) => words(each) === label);
  const [first] = found;
  if (first === undefined) throw new Error(`no button ${label}`);
  return first;
};

describe('your data', () => {
  it.each(Object.keys(troubleWords))(
    'names the trouble %s, and that nothing changed',
    async (name) => {
      const trouble = name as WorkTrouble;
      const stage = await drawState({
        work: { kind: 'failed', work: 'restore', trouble, where: 'x' },
      });
      const note = words(one(stage, '.note[data-tone=trouble]'));
      expect(note).toMatch(/^[A-Z].*Nothing was changed\. ?At x$/);
    },
  );

  it('shows how far work is, lets it be cancelled, and nothing else be begun', async () => {
    const onCancel = vi.fn();
    const stage = await drawState(
      {
        work: {
          kind: 'running',
          work: 'restore',
          progress: { stage: 'joining', done: 3, total: 12 },
        },
      },
      { onCancel },
    );
    expect(words(one(stage, '.running'))).toContain('joining with your ledger: 3 of 12 (25%)');
    const progress = one<HTMLProgressElement>(stage, 'progress');
    expect([progress.value, progress.max]).toEqual([3, 12]);
    const enabled = [...stage.querySelectorAll<HTMLButtonElement>('.task button')];
    expect(enabled.filter(({ disabled }) => !disabled)).toEqual([]);
    await click(button(stage, 'Cancel'));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('restores only after the user said so', async () => {
    const onRestore = vi.fn();
    const example = dataExamples['data-chosen'];
    if (example === undefined) throw new Error('no example');
    const stage = await drawState(
      { backup: { fileName: 'a.zip', created: 0 as never, entries: 5, own: false } },
      { onRestore },
    );
    expect(words(one(stage, '.chosen'))).toContain('Backup of another device');
    await click(one(stage, '.chosen input'));
    await click(button(stage, 'Restore'));
    expect(onRestore).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('deletes only after the word was typed', async () => {
    const onDeleteAll = vi.fn();
    const stage = await drawState({}, { onDeleteAll });
    await click(button(stage, 'Delete everything…'));
    const confirm = () => one<HTMLButtonElement>(stage, '.danger');
    expect(confirm().disabled).toBe(true);
    await type(one<HTMLInputElement>(stage, '#delete-word'), 'delet');
    expect(confirm().disabled).toBe(true);
    await type(one<HTMLInputElement>(stage, '#delete-word'), 'Delete ');
    await click(confirm());
    expect(onDeleteAll).toHaveBeenCalledOnce();
    expect(stage.querySelector('.danger')).toBeNull();
  });

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [7_340_000, '7.3 MB'],
    [48_123_456_789, '48.1 GB'],
    [1e15, '1,000,000 GB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes, 'en-US')).toBe(text);
  });
});
