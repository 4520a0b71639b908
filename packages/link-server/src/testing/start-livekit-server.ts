import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { testKey } from './create-test-deps.js';

export interface LiveKitProcess {
  readonly url: string;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
}

/**
 * Starts a real livekit-server on loopback and waits until it answers. Nothing of it leaves the machine. Its webhooks go
 * to an address, if there is one.
 */
export async function startLiveKitServer(binary: string, webhookUrl?: string): Promise<LiveKitProcess> {
  const [port, udpPort, stunPort] = [await freePort(), await freePort(), await freePort()];
  // A STUN server is named, though nobody listens there, as clients would ask public ones otherwise.
  const config = `
port: ${port}
bind_addresses: ["127.0.0.1"]
rtc: { udp_port: ${udpPort}, tcp_port: 0, node_ip: 127.0.0.1, enable_loopback_candidate: true, interfaces: { includes: [lo] }, stun_servers: ["127.0.0.1:${stunPort}"] }
keys: { ${testKey.apiKey}: ${testKey.apiSecret} }
room: { auto_create: false, empty_timeout: 60, departure_timeout: 60, enable_remote_unmute: false }
${webhookUrl ? `webhook: { api_key: ${testKey.apiKey}, urls: ["${webhookUrl}"] }` : ''}
logging: { level: info }
`;
  const child = spawn(binary, ['--config-body', config], { stdio: ['ignore', 'pipe', 'pipe'] });
  const started = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => line.includes('starting LiveKit server') && resolve());
    }
    child.once('error', reject).once('exit', (code) => reject(new Error(`livekit-server ended with ${code}`)));
  });
  await started;
  const url = `http://127.0.0.1:${port}`;
  // It listens a moment after it said so.
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await new Promise(setImmediate);
  return {
    url,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
