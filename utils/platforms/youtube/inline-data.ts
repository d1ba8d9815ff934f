/**
 * The data `name` that a script's text assigns, as JSON text: what stands between its first brace and the one that
 * closes it, whatever code comes after. Empty where there is none; the whole text where it is nothing but data.
 */
export function assignedData(text: string, name: string): string {
  if (/^\s*\{/.test(text)) return text;
  const from = text.indexOf('{', text.indexOf(name));
  if (!text.includes(name) || from === -1) return '';
  let depth = 0;
  // Texts are stepped over as a whole: they may hold braces.
  const token = /[{}]|"(?:[^"\\]|\\.)*"/g;
  token.lastIndex = from;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] === '{') depth += 1;
    else if (found[0] === '}') depth -= 1;
    if (depth === 0) return text.slice(from, token.lastIndex);
  }
  return text.slice(from);
}
