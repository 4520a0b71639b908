/**
 * `npm start`: from a fresh clone to a running demo. Installs, builds, finds or builds the media server, starts
 * everything on loopback, says where to go, and ends every process on Ctrl+C.
 */
import { isAbsolute, join } from 'node:path';
import { checkNode, install } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { nextFreePort } from './lib/ports.mjs';
import { buildMediaServer } from './media/build.mjs';
import { mediaKeys } from './media/keys.mjs';
import { findMediaServer } from './media/ladder.mjs';
import { startMediaServer } from './media/media-server.mjs';
import { Children, signalGroup } from './start/children.mjs';
import { startLinkServer } from './start/link-server.mjs';
import { mediaStatus } from './start/media-status.mjs';
import { addresses, Screen } from './start/screen.mjs';
import { takeStartLock } from './start/start-lock.mjs';

const screen = new Screen();
let lock;
let desk;
let ending;
const children = new Children((pid) => lock?.add(pid));

/** Ends everything, once; the first reason decides the exit code. */
function end(code, reason) {
  ending ??= (async () => {
    if (reason) console.error(`\n${reason}`);
    await children.stop();
    await desk?.close();
    lock?.release();
    process.exit(code);
  })();
  return ending;
}

async function main() {
  checkNode();
  const folder = process.env.DATA_DIR
    ? isAbsolute(process.env.DATA_DIR)
      ? process.env.DATA_DIR
      : join(process.cwd(), process.env.DATA_DIR)
    : join(root, '.carillon');
  lock = takeStartLock(folder);
  for (const { pid } of lock.orphans) signalGroup(pid, 'SIGKILL');
  const rung = findMediaServer();

  await install();
  const { build } = await import('./build.mjs');
  await build({ report: (text) => screen.say(`build: ${text}`) });

  const taken = [];
  const port = async (wanted, what, kind = 'tcp') => {
    const found = await nextFreePort(wanted, { kind, taken });
    if (found.busy.length > 0) screen.say(`Port ${found.busy.join(', ')} is busy: ${what} takes ${found.port}.`);
    taken.push(found.port);
    return found.port;
  };
  const serverPort = await port(Number(process.env.PORT || 8787), 'the link-server');
  const deskPort = await port(Number(process.env.DESK_PORT || 8788), 'the agent desk');
  const own = rung.kind !== 'given';
  const mediaPort = own ? await port(7880, 'the media server') : 0;
  const udpPort = own ? await port(7882, 'the media server (UDP)', 'udp') : 0;
  const stunPort = own ? (await nextFreePort(13478, { kind: 'udp' })).port : 0;

  const keys = own ? mediaKeys(folder) : { key: rung.key, secret: rung.secret };
  const media = { url: own ? `ws://127.0.0.1:${mediaPort}` : rung.url, ...keys };
  const status = mediaStatus(join(folder, 'media-status.json'));
  if (rung.kind === 'go') status.building({ step: 0, of: 1 });
  else status.ready();

  const { serveDesk } = await import('./lib/serve-desk.mjs');
  const server = `http://127.0.0.1:${serverPort}`;
  desk = await serveDesk({ port: deskPort, server, media: [media.url, media.url.replace(/^ws/, 'http')] });
  lock.name(desk.url);
  const onEnd = (reason) => void end(1, reason);
  const allowedOrigins = [new URL(desk.url).origin];
  const linkServer = await startLinkServer({
    children,
    folder,
    port: serverPort,
    media,
    allowedOrigins,
    mediaStatusFile: status.file,
    onEnd,
  });
  const where = { desk: desk.url, agents: linkServer.agents, customerLink: linkServer.customerLink };

  if (own) {
    let program = rung;
    if (rung.kind === 'go') {
      screen.say(
        addresses({
          ...where,
          notice:
            'Pages and links work. Calls work once the media server is built, once for this user, in about four minutes:',
        }),
      );
      screen.say('');
      const path = await buildMediaServer(rung, children, (progress) => {
        status.building(progress);
        screen.progress(progress);
      });
      program = { kind: 'binary', path };
    }
    await startMediaServer({
      rung: program,
      children,
      folder,
      port: mediaPort,
      udpPort,
      stunPort,
      keys,
      webhook: `${server}/v1/livekit-webhook`,
      onEnd,
    });
    status.ready();
  }
  screen.say(addresses(where));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
try {
  await main();
} catch (error) {
  // What is for a person has a message of its own; a fault of ours shows where it is.
  const expected = ['AlreadyRunning', 'NoMediaServer', 'Error'].includes(error.name);
  if (!ending) await end(1, expected ? error.message : error.stack);
}
