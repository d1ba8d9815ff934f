import type { EpochMs } from '../../utils/core/time.ts';
import type { Frame, PageKnowledge } from '../../utils/platforms/types.ts';

/**
 * The data that the document itself holds, each script element as a frame: those that can be selected, else those whose
 * text begins with what data begins with.
 */
export function inlineFrames(
  document: Document,
  { inlineData, inlineScripts }: Pick<PageKnowledge, 'inlineData' | 'inlineScripts'>,
  at: EpochMs,
): Frame[] {
  const selected = inlineData.map((selector) => document.querySelector(selector));
  const told =
    inlineScripts === undefined
      ? []
      : [...document.scripts].filter(({ text }) => inlineScripts.test(text));
  return [...selected, ...told].flatMap((element) => {
    const text = element?.textContent;
    return text ? [{ at, via: 'document', dir: 'in', url: document.URL, body: text }] : [];
  });
}
