import { join } from 'node:path';
import { mediaConfig } from './config.mjs';

/**
 * Starts a livekit-server that was found or built, and keeps it: one that ends by itself is started again, up to five
 * times in a row. Resolves when it answers.
 * @param {object} options
 * @param {{ kind: 'binary', path: string } | { kind: 'docker', docker: string, image: string }} options.rung
 * @param {import('../start/children.mjs').Children} options.children
 */
export async function startMediaServer({ rung, children, folder, ports, keys, webhook, onEnd, say = () => {} }) {
  const { media: port } = ports;
  const log = join(folder, 'livekit.log');
  const [command, args] = commandOf(rung, { port, udpPort: ports.udp, stunPort: ports.stun, ...keys, webhook });
  let [stopped, failures] = [false, 0];
  const start = () => {
    const started = children.start(command, args, { log, terms: 2 });
    started.child.stdout?.resume();
    void started.gone.then(({ code, signal, error }) => {
      if (stopped || children.stopping) return;
      if (error || ++failures > 5)
        return onEnd(`livekit-server ended (${error?.message ?? signal ?? code}); see ${log}`);
      current = start();
      say(`livekit-server ended (${signal ?? code}): started again.`);
    });
    return started;
  };
  let current = start();
  await answering(`http://127.0.0.1:${port}/`, () => failures > 5);
  failures = 0;
  return {
    url: `ws://127.0.0.1:${port}`,
    stop: () => {
      stopped = true;
      return current.stop();
    },
  };
}

function commandOf(rung, settings) {
  if (rung.kind === 'binary') return [rung.path, ['--config-body', JSON.stringify(mediaConfig(settings))]];
  // Docker on Linux shares our loopback; elsewhere its ports are brought there, and the reconciler does without webhooks.
  const own = process.platform === 'linux';
  const config = JSON.stringify(mediaConfig({ ...settings, host: own ? '127.0.0.1' : '0.0.0.0' }));
  const { port, udpPort } = settings;
  const network = own
    ? ['--network', 'host']
    : ['-p', `127.0.0.1:${port}:${port}`, '-p', `127.0.0.1:${udpPort}:${udpPort}/udp`];
  return [rung.docker, ['run', '--rm', '--init', ...network, rung.image, '--config-body', config]];
}

/** Waits until an address answers 200. A process that is starting has no event to wait for. */
async function answering(url, gaveUp, withinMs = 60_000) {
  const end = Date.now() + withinMs;
  while (Date.now() < end && !gaveUp()) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The media server does not answer on ${url}.`);
}
