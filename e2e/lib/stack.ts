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
}

export async function startStack({ env = {}, webhooks = true }: StackOptions = {}): Promise<Stack> {
  const port = await freeTcpPort();
  const url = `http://127.0.0.1:${port}`;
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const one of stops.reverse()) await one();
  };
  try {
    const desk = await serveDesk({ port: await freeTcpPort(), server: url });
    stops.push(() => desk.close());
    const livekit = await startLiveKit(webhooks ? `${url}/v1/livekit-webhook` : null);
    stops.push(() => livekit.stop());
    const server = await startLinkServer({ port, livekitUrl: livekit.url, deskOrigin: new URL(desk.url).origin, env });
    stops.push(() => server.stop());
    return { livekit, server, deskUrl: desk.url, stop };
  } catch (error) {
    // What has started is ours to end.
    await stop();
    throw error;
  }
}
