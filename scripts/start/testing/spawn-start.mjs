import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
export const fakeLiveKit = here('./fake-livekit.mjs');
/** A PATH on which only node is. */
export const barePath = dirname(process.execPath);

/** Starts a script as a terminal would, until the test ends; its output can be waited for. */
export function spawnStart(t, { script = here('./start-with-fakes.mjs'), folder, env = {} }) {
  const child = spawn(process.execPath, [script], {
    env: { HOME: folder, DATA_DIR: folder, PATH: barePath, CARILLON_GO: '/nowhere', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const looks = new Set();
  const exit = once(child, 'close').then(([code]) => code);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      for (const look of [...looks]) look();
    });
  }
  t.after(() => {
    child.kill('SIGINT');
    return exit;
  });
  return {
    child,
    exit,
    output: () => output,
    /** Resolves with the match; rejects when the process ends without one. */
    saw: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (!match) return;
          looks.delete(look);
          resolve(match);
        };
        looks.add(look);
        look();
        void exit.then((code) => reject(new Error(`ended with ${code} before ${pattern}:\n${output}`)));
      }),
    stop: (signal = 'SIGINT') => {
      child.kill(signal);
      return exit;
    },
  };
}

/** A folder that is gone after the test. */
export function temporaryFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'carillon-start-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
