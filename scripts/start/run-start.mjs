import { isAbsolute, join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { nextFreePort } from '../lib/ports.mjs';
import { isRunning } from '../lib/process-start.mjs';
import { serveDesk as serveBuiltDesk } from '../lib/serve-desk.mjs';
import { buildMediaServer } from '../media/build.mjs';
import { mediaKeys } from '../media/keys.mjs';
import { findMediaServer } from '../media/ladder.mjs';
import { startMediaServer } from '../media/media-server.mjs';
import { Children, signalGroup } from './children.mjs';
import { startLinkServer } from './link-server.mjs';
import { mediaStatus } from './media-status.mjs';
import { addresses, Screen } from './screen.mjs';
import { takeStartLock } from './start-lock.mjs';

/**
 * Starts everything on loopback, says where to go, and ends every process on Ctrl+C. Pages and links are up while the
 * media server is still being built.
 * @param {object} options
 * @param {(screen: Screen) => Promise<void>} options.prepare Installs and builds. Called once it is known that there
 *   will be a media server, so that nobody waits for packages only to learn that Go is missing.
 * @param {string} [options.serverMain] The program of the link-server.
 * @param {string[]} [options.serverFlags] How node runs it.
 * @param {typeof serveBuiltDesk} [options.serveDesk] Serves the agent's desk on an origin of its own.
 */
export async function runStart({ prepare, serverMain, serverFlags, serveDesk = serveBuiltDesk, env = process.env }) {
  const screen = new Screen();
  let [lock, desk, ending] = [undefined, undefined, undefined];
  const children = new Children((pid) => lock?.add(pid));

  /** Ends everything, once; the first reason decides the exit code. */
  const end = (code, reason) =>
    (ending ??= (async () => {
      if (reason) console.error(`\n${reason}`);
      await children.stop();
      await desk?.close();
      lock?.release();
      process.exit(code);
    })());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));

  try {
    const folder = dataFolder(env);
    lock = takeStartLock(folder);
    await endOrphans(lock.orphans);
    const rung = findMediaServer(env);
    await prepare(screen);
    const ports = await choosePorts(rung, env, screen);
    const server = `http://127.0.0.1:${ports.server}`;
    const own = rung.kind !== 'given';
    const keys = own ? mediaKeys(folder) : { key: rung.key, secret: rung.secret };
    const media = { url: own ? `ws://127.0.0.1:${ports.media}` : rung.url, ...keys };
    const status = mediaStatus(join(folder, 'media-status.json'));
    if (rung.kind === 'go') status.building({ step: 0, of: 1 });
    else status.ready();

    desk = await serveDesk({ port: ports.desk, server, media: [media.url, media.url.replace(/^ws/, 'http')] });
    lock.name(desk.url);
    const onEnd = (reason) => void end(1, reason);
    const { agents, customerLink } = await startLinkServer({
      children,
      folder,
      port: ports.server,
      media,
      allowedOrigins: [new URL(desk.url).origin],
      mediaStatusFile: status.file,
      onEnd,
      main: serverMain,
      flags: serverFlags,
    });
    const where = { desk: desk.url, agents, customerLink };
    if (own) {
      let program = rung;
      if (rung.kind === 'go') {
        screen.say(addresses({ ...where, notice: building }));
        const path = await buildMediaServer(rung, children, (progress) => {
          status.building(progress);
          screen.progress(progress);
        });
        program = { kind: 'binary', path };
      }
      const webhook = `${server}/v1/livekit-webhook`;
      await startMediaServer({ rung: program, children, folder, ports, keys, webhook, onEnd, say: screen.say });
      status.ready();
    }
    screen.say(addresses(where));
  } catch (error) {
    // A stop in the middle of something makes that fail too; its reason was given already.
    await end(
      1,
      ending ? '' : error instanceof TypeError || error instanceof ReferenceError ? error.stack : error.message,
    );
  }
}

/** Ends what a start that was killed has left, before its ports are looked at. */
async function endOrphans(orphans) {
  for (const { pid } of orphans) signalGroup(pid, 'SIGKILL');
  const until = Date.now() + 3_000;
  while (orphans.some(isRunning) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
}

const building =
  'Pages and links work already. Calls follow when the media server is built, once for this user, in about four minutes:';

const dataFolder = ({ DATA_DIR: given }) =>
  given ? (isAbsolute(given) ? given : join(process.cwd(), given)) : join(root, '.carillon');

/** The usual ports, or the next free ones, which it says. */
async function choosePorts(rung, env, screen) {
  const taken = [];
  const choose = async (wanted, what, kind = 'tcp') => {
    const { port, busy } = await nextFreePort(Number(wanted), { kind, taken });
    if (busy.length > 0) screen.say(`Port ${busy.join(', ')} is busy: ${what} takes ${port}.`);
    taken.push(port);
    return port;
  };
  const ports = {
    server: await choose(env.PORT || 8787, 'the link-server'),
    desk: await choose(env.DESK_PORT || 8788, 'the agent desk'),
  };
  if (rung.kind === 'given') return ports;
  ports.media = await choose(env.MEDIA_PORT || 7880, 'the media server');
  ports.udp = await choose(env.MEDIA_UDP_PORT || 7882, 'the media server (UDP)', 'udp');
  ports.stun = (await nextFreePort(13478, { kind: 'udp' })).port; // nothing listens there, on purpose
  return ports;
}
