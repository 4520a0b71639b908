import { startLinkServer, type LinkServer } from './link-server.js';
import { startLiveKit, type LiveKit } from './livekit.js';
import { freeTcpPort } from './ports.js';
import { serveDesk } from '../../scripts/lib/serve-desk.mjs';

/** Everything a call needs, real: media server, link-server and the agent's desk on an origin of its own. */
export interface Stack {
  readonly livekit: LiveKit;
  readonly server: LinkServer;
  readonly deskUrl: string;
  stop(): Promise<void>;
}

export interface StackOptions {
  /** Environment of the link-server, for shorter times. */
  readonly env?: Record<string, string>;
  /** False: livekit-server reports nothing, and the link-server has to find out by itself. */
  readonly webhooks?: boolean;
  /** False: the policy of the desk's page allows no WebAssembly. */
  readonly wasm?: boolean;
  /** The address that everything serves, loopback's unless given. */
  readonly host?: string;
}

export async function startStack({
  env = {},
  webhooks = true,
  wasm = true,
  host = '127.0.0.1',
}: StackOptions = {}): Promise<Stack> {
  const port = await freeTcpPort();
  const url = `http://${host}:${port}`;
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const one of stops.reverse()) await one();
  };
  try {
    const livekit = await startLiveKit(webhooks ? `${url}/v1/livekit-webhook` : null, host);
    stops.push(() => livekit.stop());
    const media = [livekit.url, livekit.url.replace('ws', 'http')];
    const desk = await serveDesk({ host, port: await freeTcpPort(), server: url, media, wasm });
    stops.push(() => desk.close());
    const deskOrigin = new URL(desk.url).origin;
    const server = await startLinkServer({ host, port, livekitUrl: livekit.url, deskOrigin, env });
    stops.push(() => server.stop());
    return { livekit, server, deskUrl: desk.url, stop };
  } catch (error) {
    // What has started is ours to end.
    await stop();
    throw error;
  }
}
