import { startChild, type Child } from './child.js';
import { freeTcpPort, freeUdpPort } from './ports.js';

export const livekitKey = 'e2e-key';
export const livekitSecret = 'e2e-secret-that-is-long-enough-0001';

/** A real livekit-server on loopback; nothing it sends leaves `lo` (livekit-verified.md §1). */
export interface LiveKit {
  readonly url: string;
  /** Ends it as a crash would, and starts it again on the same port. */
  crash(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Waits until the server answers. It answers 200 within a fifth of a second on a quiet machine. */
async function answers(url: string): Promise<void> {
  const end = Date.now() + 15_000;
  for (;;) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    if (Date.now() > end) throw new Error(`livekit-server does not answer on ${url}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Starts the server. `webhookUrl` is where it reports to; without one the link-server has to do without. `host` is the
 * address that it serves; unless that is loopback's, it is on an interface called `servers`.
 */
export async function startLiveKit(webhookUrl: string | null, host = '127.0.0.1'): Promise<LiveKit> {
  const binary = process.env['LIVEKIT_SERVER_BIN'];
  if (!binary)
    throw new Error(
      'LIVEKIT_SERVER_BIN is not set: run the tests by `npm test -- e2e`, which finds or builds livekit-server.',
    );
  const [port, udp, stun] = [await freeTcpPort(), await freeUdpPort(), await freeUdpPort()];
  const config = {
    port,
    bind_addresses: [host],
    rtc: {
      udp_port: udp,
      tcp_port: 0,
      node_ip: host,
      enable_loopback_candidate: host === '127.0.0.1',
      interfaces: { includes: [host === '127.0.0.1' ? 'lo' : 'servers'] },
      stun_servers: [`127.0.0.1:${stun}`],
    },
    keys: { [livekitKey]: livekitSecret },
    room: { auto_create: false, empty_timeout: 150, departure_timeout: 150, enable_remote_unmute: false },
    ...(webhookUrl ? { webhook: { api_key: livekitKey, urls: [webhookUrl] } } : {}),
    logging: { level: 'warn', json: true },
  };
  let child: Child | undefined;
  const start = async () => {
    child = startChild(binary, ['--config-body', JSON.stringify(config)], {});
    await answers(`http://${host}:${port}/`);
  };
  await start();
  return {
    url: `ws://${host}:${port}`,
    start,
    crash: async () => child?.stop('SIGKILL'),
    stop: async () => child?.stop('SIGKILL'),
  };
}
