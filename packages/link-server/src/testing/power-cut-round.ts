import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServerProcess } from './demo-process.js';
import type { KillRound } from './kill-round.js';
import { countLost, makeLinks } from './make-links.js';

const run = promisify(execFile);
const imageMiB = 96;

/** Why no power cut can be played here; false where it can. It takes root and a loop device. */
export async function withoutPowerCut(folder: string): Promise<string | false> {
  if (process.getuid?.() !== 0) return 'mounting a file takes root';
  const image = join(folder, 'probe.img');
  try {
    await makeDisk(image, 8);
    await (await mount(image, join(folder, 'probe'))).unmount();
    return false;
  } catch (error) {
    return `no loop device here: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown'}`;
  } finally {
    rmSync(image, { force: true });
  }
}

/**
 * A power cut in the middle of a load (server.md §2.3): the server's folder is on a disk that is a file. At the cut the
 * server stands still and the file is copied, which holds what the file system had flushed and nothing of what was only in
 * memory. The copy is mounted, its journal replayed, and a server on it has to know every link that was acknowledged.
 */
export async function powerCutRound(folder: string, links: number): Promise<KillRound> {
  const [disk, copy] = [join(folder, 'disk.img'), join(folder, 'copy.img')];
  await makeDisk(disk, imageMiB);
  const before = await mount(disk, join(folder, 'before'));
  const first = await startServerProcess(before.path);
  const codes: string[] = [];
  let stopped = false;
  await makeLinks(first.url, (code) => {
    // What is answered after the server stands still was on its way before.
    if (!stopped) codes.push(code);
    if (codes.length !== links || stopped) return;
    stopped = true;
    first.child.kill('SIGSTOP');
    void run('cp', ['--sparse=always', disk, copy]).finally(() => first.child.kill('SIGKILL'));
  });
  await first.exit;
  await before.unmount();

  const after = await mount(copy, join(folder, 'after'));
  const second = await startServerProcess(after.path);
  const lost = await countLost(second.url, codes);
  second.child.kill('SIGKILL');
  await second.exit;
  await after.unmount();
  for (const image of [disk, copy]) rmSync(image);
  return { acknowledged: codes.length, lost };
}

async function makeDisk(image: string, mebibytes: number): Promise<void> {
  await run('truncate', ['-s', `${mebibytes}M`, image]);
  await run('mkfs.ext4', ['-q', '-F', image]);
}

async function mount(image: string, path: string): Promise<{ readonly path: string; unmount(): Promise<void> }> {
  mkdirSync(path, { recursive: true });
  await run('mount', ['-o', 'loop', image, path]);
  return { path, unmount: async () => void (await run('umount', [path])) };
}
