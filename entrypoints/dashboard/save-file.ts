/** How long a file that is being saved stays readable, in milliseconds: large ones are copied by the browser. */
const KEEP_MS = 10 * 60_000;

/** Lets the browser save a file as it saves downloads, under a name. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}

/** Gathers text outside of the page's memory, as a file. */
export class TextFile {
  readonly #parts: Blob[] = [];

  write(text: string): void {
    this.#parts.push(new Blob([text]));
  }

  file(type: string): Blob {
    return new Blob(this.#parts, { type });
  }
}
