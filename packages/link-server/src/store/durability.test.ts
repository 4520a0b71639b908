import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { after, describe, it } from 'node:test';
import { createTemporaryFolder, removeTemporaryFolder } from '../testing/temporary-folder.js';
import { openSqliteDatabase } from './sqlite-database.js';

const folder = createTemporaryFolder();
after(() => removeTemporaryFolder(folder));

/** Lets a process write, kills it after so many acknowledged rows, and says which it acknowledged. */
async function writeAndKill(path: string, rows: number): Promise<number[]> {
  const script = fileURLToPath(new URL('../testing/durability-child.ts', import.meta.url));
  const args = ['--conditions=@carillon/source', '--import', 'tsx', script, path];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === rows) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return acknowledged;
}

describe('acknowledged writes', () => {
  it('survive kill -9 in the middle of a load, each time', async () => {
    const path = join(folder, 'killed.db');
    const acknowledged: number[] = [];
    for (const rows of [50, 400, 1_500]) acknowledged.push(...(await writeAndKill(path, rows)));
    assert.ok(acknowledged.length >= 1_950);
    const db = await openSqliteDatabase(path);
    const kept = new Set((await db.read((q) => q.all<{ n: number }>('select n from written'))).map(({ n }) => n));
    await db.close();
    assert.deepEqual(
      acknowledged.filter((n) => !kept.has(n)),
      [],
    );
  });
});
