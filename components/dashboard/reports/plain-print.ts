import { useEffect, useRef } from 'preact/hooks';

/**
 * Takes the addresses of links away while the page is printed: what they lead to is in this browser only, and a file
 * made of the page would carry them along.
 */
export function usePlainPrint() {
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    const taken = new Map<Element, string>();
    const takeAway = () => {
      for (const link of root.current?.querySelectorAll('a[href]') ?? []) {
        taken.set(link, link.getAttribute('href') ?? '');
        link.removeAttribute('href');
      }
    };
    const giveBack = () => {
      for (const [link, address] of taken) link.setAttribute('href', address);
      taken.clear();
    };
    addEventListener('beforeprint', takeAway);
    addEventListener('afterprint', giveBack);
    return () => {
      removeEventListener('beforeprint', takeAway);
      removeEventListener('afterprint', giveBack);
      giveBack();
    };
  }, []);
  return root;
}
