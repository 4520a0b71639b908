import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** PostgreSQL refuses to run as root; then it runs as the user that its package has made. */
function servant() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Starts an empty cluster in a temporary folder, reached by a socket in it and by no port. Answers with its address and
 * the way to end it; it ends with this process at the latest. A test's needs to survive nothing; `durable` keeps what it
 * has acknowledged, as a company's does.
 */
export async function startPostgresql(bin, { durable = false } = {}) {
  const owner = servant();
  const folder = mkdtempSync(join(tmpdir(), 'carillon-pg-'));
  const options = { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] };
  let server;
  const end = () => {
    server?.kill('SIGQUIT'); // at once: nothing in it is kept
    rmSync(folder, { recursive: true, force: true });
  };
  const endBy = (signal) => {
    end();
    process.kill(process.pid, signal); // as it would have ended without us
  };
  const forget = () => process.off('exit', end).off('SIGINT', endBy).off('SIGTERM', endBy);
  process.once('exit', end).once('SIGINT', endBy).once('SIGTERM', endBy);
  try {
    if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
    const data = join(folder, 'data');
    const cluster = ['-D', data, '-U', 'carillon', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
    await succeeds(spawn(join(bin, 'initdb'), cluster, options));
    const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=300'];
    if (!durable) settings.push('fsync=off');
    const start = async () => {
      server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], options);
      await accepts(server);
    };
    const crash = async () => {
      const ended = server.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined;
      server.kill('SIGQUIT');
      await ended;
    };
    await start();
    return {
      url: `postgresql://carillon@${encodeURIComponent(folder)}/postgres`,
      /** Ends it at once, with whatever it is doing. `start` brings it back with what was committed. */
      crash,
      start,
      async stop() {
        forget();
        await crash();
        end();
      },
    };
  } catch (error) {
    forget();
    end();
    throw error;
  }
}

async function succeeds(child) {
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`initdb failed: ${complaint}`);
}

/** Resolves when the server says that it takes connections. Its words are read on, so that it never waits for a reader. */
function accepts(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (text) => {
      if (said.length < 100_000) said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}
