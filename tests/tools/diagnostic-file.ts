/** Diagnostics that users send, as capture files: see `utils/core/diagnostic.ts`. */
import * as z from 'zod/mini';
import type { PlatformId } from '../../utils/core/ids.ts';

const sample = z.object({
  reason: z.string().check(z.regex(/^[a-z-]{1,40}$/)),
  at: z.number(),
  via: z.enum(['socket', 'fetch', 'xhr', 'document', 'element']),
  dir: z.enum(['in', 'out']),
  url: z.url(),
  body: z.optional(z.string()),
  text: z.optional(z.string()),
  request: z.optional(z.string()),
});

const diagnostic = z.object({
  giftLedgerDiagnostic: z.literal(1),
  version: z.string(),
  pages: z.array(z.object({ platform: z.string(), samples: z.array(sample) })),
});

type Diagnostic = z.infer<typeof diagnostic>;

/** Reads a diagnostic. Throws SyntaxError for no JSON, and what zod throws for JSON that is none. */
export function readDiagnostic(text: string): Diagnostic {
  return diagnostic.parse(JSON.parse(text));
}

/** What a diagnostic shows of one platform and reason, as the lines of a capture file. */
export interface SampleFile {
  readonly platform: PlatformId;
  readonly reason: string;
  readonly lines: readonly string[];
}

/** The capture files that a diagnostic comes to; what is of no known platform is left out. */
export function samplesByFile(
  { pages }: Diagnostic,
  known: readonly PlatformId[],
): readonly SampleFile[] {
  const files = new Map<string, { platform: PlatformId; reason: string; lines: string[] }>();
  for (const { platform: name, samples } of pages) {
    const platform = known.find((each) => each === name);
    if (platform === undefined) continue;
    for (const { reason, ...frame } of samples) {
      const key = `${platform} ${reason}`;
      const head = JSON.stringify({ capture: 1, platform, page: new URL(frame.url).origin });
      const file = files.get(key) ?? { platform, reason, lines: [head] };
      file.lines.push(JSON.stringify(frame));
      files.set(key, file);
    }
  }
  return [...files.values()];
}
