import { useLayoutEffect, useState } from 'preact/hooks';
import type { Size } from './place.ts';

/** The drawn size of an element, kept up to date; null until it is known. */
export function useSize(element: { readonly current: HTMLElement | null }): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const drawn = element.current;
    if (drawn === null) {
      return;
    }
    const measure = () => {
      const { width, height } = drawn.getBoundingClientRect();
      setSize((before) =>
        before?.width === width && before.height === height ? before : { width, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(drawn);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
