import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';

/** A request with its parts read. */
export interface Asked {
  readonly request: IncomingMessage;
  readonly answer: ServerResponse;
  readonly host: string;
  readonly url: URL;
  readonly body: string;
}

/** One platform's site: what it answers and which sockets it takes. Each owns its hosts. */
export interface ServedSite {
  /** Top domains that are this site's, with all their subdomains. */
  readonly domains: readonly string[];
  answer(asked: Asked): Promise<void>;
  /** What takes a socket at an address; null where it is turned away. */
  socketAt(host: string, url: URL): ((socket: WebSocket, request: IncomingMessage) => void) | null;
}

/** The site that a host is part of. */
export function siteAt(sites: readonly ServedSite[], host: string): ServedSite | undefined {
  return sites.find(({ domains }) =>
    domains.some((domain) => host === domain || host.endsWith(`.${domain}`)),
  );
}

/** Answers with a text of this type, which nobody keeps. */
export function send(asked: Asked, status: number, type: string, body: string | Uint8Array): void {
  asked.answer.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  asked.answer.end(body);
}
