import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReverseProxy {
  readonly url: string;
  /** Where requests go from now on, in turns. */
  serve(upstreams: readonly string[]): void;
  stop(): Promise<void>;
}

/**
 * What stands before several servers: each request goes to the next one, and to another one where it takes no connection,
 * drops it without an answer, or says that it stops, as proxies do for requests that may be repeated.
 */
export async function startReverseProxy(): Promise<ReverseProxy> {
  let upstreams: readonly string[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    void forward(incoming, outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function forward(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const candidates = [...upstreams];
    const start = turn++;
    for (let i = 0; i < candidates.length; i++) {
      const answer = await ask(candidates[(start + i) % candidates.length] ?? '', incoming, body).catch(
        () => undefined,
      );
      if (!answer) continue;
      if (answer.statusCode === 503 && i + 1 < candidates.length) {
        answer.resume();
        continue;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      answer.pipe(outgoing);
      outgoing.on('close', () => answer.destroy());
      answer.on('error', () => outgoing.destroy());
      return;
    }
    outgoing.writeHead(502).end();
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (next) => void (upstreams = next),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function ask(upstream: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request(`${upstream}${url ?? '/'}`, { method, headers });
    sent.once('response', resolve).once('error', reject);
    sent.end(body);
  });
}
