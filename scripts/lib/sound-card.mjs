/**
 * A loudspeaker that nobody hears. Chromium plays into the void where a machine has no sound card; Firefox and WebKit
 * then let no `AudioContext` run at all, which is what machines for tests are like.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPath } from './on-path.mjs';

const none = { env: {}, stop: () => undefined };

/**
 * Starts one, where there is PulseAudio and none of it runs yet. `env`: what a browser has to be started with to find
 * it. Without PulseAudio the tests that listen say themselves that they cannot (`needsSound`).
 */
export async function startSoundCard({ env = process.env, pulseaudio = onPath('pulseaudio', env) } = {}) {
  if (!pulseaudio || env.PULSE_SERVER) return none;
  const folder = mkdtempSync(join(tmpdir(), 'carillon-sound-'));
  const socket = join(folder, 'socket');
  const server = spawn(
    pulseaudio,
    [
      ...['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--disable-shm=yes'],
      '--load=module-null-sink norewinds=1', // else it sleeps for two seconds before it plays
      `--load=module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
    ],
    { stdio: 'ignore', env: { ...env, XDG_RUNTIME_DIR: folder, HOME: folder } },
  );
  const stop = () => {
    process.off('exit', stop);
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  if (await listens(socket, server)) return { env: { PULSE_SERVER: `unix:${socket}` }, stop };
  stop();
  return none;
}

/** Whether a server comes to listen on its socket, before it ends or five seconds are over. */
async function listens(socket, server, tries = 50) {
  let ended = false;
  server.once('error', () => (ended = true)).once('exit', () => (ended = true));
  for (let i = 0; i < tries && !ended; i++) {
    if (await accepts(socket)) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}

const accepts = (socket) =>
  new Promise((resolve) => {
    const client = connect(socket);
    client.once('connect', () => resolve(true)).once('error', () => resolve(false));
    client.once('connect', () => client.destroy());
  });
