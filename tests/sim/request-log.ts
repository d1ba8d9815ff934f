import type { IncomingMessage } from 'node:http';

/** A request as the server saw it, or a socket's handshake (method `WS`). */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Everything that was asked of the server, so that a test can prove that nobody but the page asked. */
export class RequestLog {
  readonly entries: LoggedRequest[] = [];

  /** Notes one request. */
  add(request: IncomingMessage, host: string, url: URL, body: string, method?: string): void {
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    this.entries.push({
      at: Date.now(),
      method: method ?? request.method ?? '',
      host,
      path: url.pathname,
      query: url.search,
      headers: Object.fromEntries(headers),
      body,
    });
  }

  /** How often each thing was asked for, by `METHOD host/path`; pictures and the page's own files left out. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { method, host, path } of this.entries) {
      if (!path.startsWith('/sim/') && host.endsWith('.tiktok.com')) {
        const key = `${method} ${host}${path}`;
        counts[key] = (counts[key] ?? 0) + 1;
      }
    }
    return counts;
  }

  /** The requests of one path, in order. */
  of(path: string): readonly LoggedRequest[] {
    return this.entries.filter((entry) => entry.path === path);
  }
}
