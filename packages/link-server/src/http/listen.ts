import { createAdaptorServer } from '@hono/node-server';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ListenOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** How long a client may take to send its headers, and its whole request. */
  readonly headersMs?: number;
  readonly requestMs?: number;
}

type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>;

/** A port that is listened on. */
export interface Listener {
  readonly port: number;
  /** Until this is called every request is answered 503, as the parts that answer need to know the address first. */
  serve(fetch: Fetch): void;
  /** Takes nothing new, lets requests under way end, and closes whatever is left after `drainMs`. */
  close(drainMs: number): Promise<void>;
}

const starting: Fetch = () => new Response(null, { status: 503, headers: { 'retry-after': '1' } });

/** Listens on a port. @throws an error with `code` such as `EADDRINUSE` */
export async function listen(options: ListenOptions): Promise<Listener> {
  // A client that sends its request byte by byte holds nothing for long (http-021).
  const { host, port, headersMs = 10_000, requestMs = 30_000 } = options;
  let fetch = starting;
  const server = createAdaptorServer({
    fetch: (request: Request, env: unknown) => fetch(request, env),
    serverOptions: {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: Math.min(1_000, headersMs),
    },
  }) as Server;
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    serve: (next) => void (fetch = next),
    close: (drainMs) => close(server, drainMs),
  };
}

/** Clients keep connections open: idle ones are closed again and again, all of them at the end. */
async function close(server: Server, drainMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const hard = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(hard);
}
