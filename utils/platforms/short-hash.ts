/** FNV-1a's prime and two different beginnings: 64 bits in two lanes. */
const PRIME = 0x01000193;
const FIRST = 0x811c9dc5;
const SECOND = 0x9747b28c;

/** A short text that stands for a long one in a key. Not for secrets. */
export function shortHash(text: string): string {
  let [a, b] = [FIRST, SECOND];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, PRIME);
    b = Math.imul(b ^ (code + index), PRIME);
  }
  return [a, b].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
