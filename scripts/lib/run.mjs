import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';

const win = process.platform === 'win32';

/** Runs a command in the root with our own terminal; resolves with its exit code, 127 when it cannot be started. */
export const run = (command, args = [], { env = {}, cwd = root, ...options } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      shell: win,
      cwd,
      ...options,
      env: { ...process.env, ...env },
    });
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });

/** The script of an installed tool. */
export const bin = (name) => join(root, 'node_modules/.bin', win ? `${name}.cmd` : name);
