import type { EpochMs } from '../../utils/core/time.ts';
import type { Frame, PageKnowledge } from '../../utils/platforms/types.ts';

/** The data that the document itself holds, each script element as a frame. */
export function inlineFrames(
  document: Document,
  { inlineData }: Pick<PageKnowledge, 'inlineData'>,
  at: EpochMs,
): Frame[] {
  return inlineData.flatMap((selector) => {
    const text = document.querySelector(selector)?.textContent;
    return text ? [{ at, via: 'document', dir: 'in', url: document.URL, body: text }] : [];
  });
}
