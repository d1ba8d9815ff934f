import {
  BlobReader,
  configure,
  type FileEntry,
  Uint8ArrayReader,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { BackupTrouble } from '../../core/backup-trouble.ts';
import { backupLimits } from './limits.ts';

// Workers and WebAssembly are forbidden by the extension's content security policy; the browser inflates by itself.
configure({ useWebWorkers: false });

/** Writes a zip file, part by part, each given whole; nothing that was written stays in memory. */
export class ArchiveWriter {
  readonly #chunks: Blob[] = [];
  readonly #zip: ZipWriter<unknown>;

  constructor() {
    const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
      // A Blob lies outside of the page's memory, and on disk once it is large.
      write: (chunk) => void this.#chunks.push(new Blob([chunk])),
    });
    this.#zip = new ZipWriter(sink);
  }

  async add(name: string, bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<void> {
    await this.#zip.add(name, new Uint8ArrayReader(bytes), { signal });
  }

  /** Ends the file and gives it. */
  async close(): Promise<Blob> {
    await this.#zip.close();
    return new Blob(this.#chunks, { type: 'application/zip' });
  }
}

/** A part of a zip file, not inflated yet. */
export interface ArchivePart {
  readonly name: string;
  readonly bytes: number;
  /** Inflates it. Rejected with {@link BackupTrouble} for one that is damaged or larger than it says. */
  read(signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Opens a zip file and lists its parts by name, having read only its table of contents. Rejected with
 * {@link BackupTrouble} for what is no zip file, is cut short, could be read in more than one way, or is too much.
 */
export async function openArchive(file: Blob): Promise<ReadonlyMap<string, ArchivePart>> {
  if (file.size > backupLimits.file) {
    throw new BackupTrouble('too-large');
  }
  if (!(await beginsLikeZip(file))) {
    throw new BackupTrouble('not-a-backup');
  }
  const parts = new Map<string, ArchivePart>();
  let inflated = 0;
  const reader = new ZipReader(new BlobReader(file), {
    strictness: 'strict',
    checkSignature: true,
  });
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entry.directory || entry.encrypted) {
        throw new BackupTrouble('not-a-backup', entry.filename.slice(0, 100));
      }
      inflated += entry.uncompressedSize;
      if (parts.size >= backupLimits.parts) {
        throw new BackupTrouble('too-large');
      }
      if (inflated > backupLimits.inflated || inflatesTooMuch(entry)) {
        throw new BackupTrouble('inflates-too-much', entry.filename.slice(0, 100));
      }
      parts.set(entry.filename, partOf(entry));
    }
  } catch (error) {
    throw error instanceof BackupTrouble ? error : damaged('', error);
  }
  return parts;
}

async function beginsLikeZip(file: Blob): Promise<boolean> {
  const [p, k] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return p === 0x50 && k === 0x4b;
}

function inflatesTooMuch({ uncompressedSize, compressedSize }: FileEntry): boolean {
  return (
    uncompressedSize > backupLimits.part ||
    uncompressedSize > Math.max(1_000, compressedSize) * backupLimits.ratio
  );
}

function partOf(entry: FileEntry): ArchivePart {
  const { filename: name, uncompressedSize } = entry;
  return {
    name,
    bytes: uncompressedSize,
    async read(signal) {
      const bytes = new Uint8Array(uncompressedSize);
      let length = 0;
      // What a part says of its size is a claim: inflating ends where more comes.
      const sink = new WritableStream<Uint8Array>({
        write(chunk) {
          if (length + chunk.length > bytes.length) {
            throw new BackupTrouble('inflates-too-much', name);
          }
          bytes.set(chunk, length);
          length += chunk.length;
        },
      });
      try {
        await entry.getData(sink, { signal, checkOverlappingEntry: true });
      } catch (error) {
        signal.throwIfAborted();
        throw error instanceof BackupTrouble ? error : damaged(name, error);
      }
      if (length !== bytes.length) {
        throw new BackupTrouble('damaged', name);
      }
      return bytes;
    },
  };
}

function damaged(where: string, cause: unknown): BackupTrouble {
  return new BackupTrouble('damaged', where, { cause });
}
