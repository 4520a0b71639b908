import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { createTemporaryFolder, removeTemporaryFolder } from '../testing/temporary-folder.js';
import { FolderInUseError, takeLock } from './lock-file.js';
import { startTimeOf } from './process-start-time.js';

describe('a lock file', () => {
  let folder: string;
  let path: string;
  const folders: string[] = [];
  beforeEach(() => {
    folders.push((folder = createTemporaryFolder()));
    path = join(folder, 'server.lock');
  });
  after(() => folders.forEach(removeTemporaryFolder));

  const leftBy = (pid: number, startTime: string | null) =>
    writeFileSync(path, JSON.stringify({ pid, startTime, nonce: 'x' }));

  it('is held by one at a time', () => {
    const lock = takeLock(path);
    assert.throws(
      () => takeLock(path),
      (error) => error instanceof FolderInUseError && error.pid === process.pid,
    );
    lock.release();
    takeLock(path).release();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('says which folder and which process', () => {
    const lock = takeLock(path);
    assert.throws(() => takeLock(path), { message: `Another server (process ${process.pid}) uses ${folder}.` });
    lock.release();
  });

  it('is taken over from a process that is gone', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    const startTime = startTimeOf(child.pid ?? 0);
    await once(child, 'exit');
    leftBy(child.pid ?? 0, startTime);
    const lock = takeLock(path);
    assert.equal((JSON.parse(readFileSync(path, 'utf8')) as { pid: number }).pid, process.pid);
    lock.release();
  });

  it('is taken over when its process number lives again as another process', () => {
    leftBy(process.pid, 'long ago');
    takeLock(path).release();
  });

  it('is respected when a process of somebody else holds it', (t) => {
    const kill = t.mock.method(process, 'kill', () => {
      throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
    });
    leftBy(1, startTimeOf(1));
    assert.throws(() => takeLock(path), FolderInUseError);
    kill.mock.restore();
  });

  it('is taken over when it is not a lock of ours', () => {
    writeFileSync(path, '');
    takeLock(path).release();
    writeFileSync(path, 'not json');
    takeLock(path).release();
  });

  it('gives back only its own lock', () => {
    const lock = takeLock(path);
    leftBy(process.pid, 'another');
    lock.release();
    assert.equal(existsSync(path), true);
  });

  it('leaves no other file behind', () => {
    leftBy(process.pid, 'long ago');
    const lock = takeLock(path);
    assert.deepEqual(readdirSync(folder), ['server.lock']);
    lock.release();
  });
});

describe('startTimeOf', () => {
  it('is the same each time for one process, and null for none', () => {
    assert.match(startTimeOf(process.pid) ?? '', /^\d+$/);
    assert.equal(startTimeOf(process.pid), startTimeOf(process.pid));
    assert.equal(startTimeOf(0x7ffffff0), null);
  });
});
