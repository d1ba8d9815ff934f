import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { WebSocketServer } from 'ws';

/** A local https and wss server that stands for every host. */
export interface Site {
  readonly port: number;
  close(): Promise<void>;
}

const html = (body: string) => `<!doctype html><meta charset="utf-8"><title>live</title>${body}`;

/** Notes what an inline script, the first of the page, finds. */
const first = `<script>
  window.checksFirst = [new Error().stack, WebSocket.toString(), fetch.toString()];
  window.checksHandover = 0;
  for (const type of ['gift-ledger', 'message']) addEventListener(type, () => window.checksHandover++, true);
</script>`;

const pages: Record<string, string> = {
  '/': html(`${first}<script src="/checks.js"></script>`),
  '/empty': html(first),
  '/csp': html(first),
  '/isolated': html(first),
  '/frames':
    html(`${first}<iframe id="same" src="/empty"></iframe><iframe id="doc" srcdoc="<p>"></iframe><iframe id="about" src="about:blank"></iframe>
    <script>
      const blank = document.createElement('iframe');
      blank.id = 'blank';
      document.body.append(blank);
      window.checksBlank = new blank.contentWindow.WebSocket('wss://' + location.host + '/webcast/im/x/?blank');
    </script>`),
};

const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** Starts the site. Answers are the same for every host. */
export async function startSite(): Promise<Site> {
  const pems = await generate([{ name: 'commonName', value: 'localhost' }]);
  const checks = stripTypeScriptTypes(
    readFileSync(new URL('page-checks.ts', import.meta.url), 'utf8'),
  );
  const server = createServer({ key: pems.private, cert: pems.cert }, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://localhost');
    const body: Buffer[] = [];
    request.on('data', (chunk: Buffer) => body.push(chunk));
    request.on('end', () => {
      if (url.pathname === '/checks.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(checks);
        return;
      }
      const page = pages[url.pathname];
      if (page !== undefined) {
        const policy = url.pathname === '/csp' ? "script-src 'unsafe-inline'; connect-src *" : '';
        response.writeHead(200, {
          'content-type': 'text/html',
          ...(policy === '' ? {} : { 'content-security-policy': policy }),
          // Isolated pages may read the clock to 5 µs instead of 100.
          ...(url.pathname === '/isolated' ? isolation : {}),
        });
        response.end(page);
        return;
      }
      const sent = JSON.stringify(`${Buffer.concat(body)}`);
      const answer = `{"path":"${url.pathname}","id":7301234567890123456,"sent":${sent}}`;
      response.setHeader('content-type', 'application/json');
      switch (url.search) {
        case '?slow':
          setTimeout(() => response.end(answer), 3_000).unref();
          break;
        case '?slow-body':
          response.write(answer);
          break;
        case '?broken':
          request.socket.destroy();
          break;
        case '?broken-body':
          response.setHeader('content-length', '100000');
          response.write(answer);
          setTimeout(() => request.socket.destroy(), 50);
          break;
        case '?large':
          response.end(Buffer.alloc(1_000_000, 'x'));
          break;
        default:
          response.end(answer);
      }
    });
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.on('error', () => undefined);
    socket.on('message', (data, isBinary) => {
      const text = String(data);
      const burst = /^burst (\d+) (\d+)$/.exec(text);
      if (burst === null) {
        socket.send(data, { binary: isBinary });
        return;
      }
      const bytes = Buffer.alloc(Number(burst[2]), 7);
      for (let i = 0; i < Number(burst[1]); i++) socket.send(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
