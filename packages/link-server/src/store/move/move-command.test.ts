import assert from 'node:assert/strict';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { after, describe, it } from 'node:test';
import { createTemporaryFolder, removeTemporaryFolder } from '../../testing/temporary-folder.js';
import { FolderInUseError } from '../lock-file.js';
import { openStore } from '../open-store.js';
import { ImportError } from './import-records.js';
import { runMoveCommand, type MoveCommand } from './move-command.js';

const folder = createTemporaryFolder();
after(() => removeTemporaryFolder(folder));

const at = (name: string) => ({ dataFolder: join(folder, name), databaseUrl: null });

/** Runs a command with this on its standard input; answers with what it wrote and what it said. */
async function run(command: MoveCommand, name: string, given = '') {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(given);
  const written = text(output);
  const said = await runMoveCommand(command, at(name), { input, output });
  output.end();
  return { said, written: await written };
}

describe('export and import', () => {
  it('move the records of one folder to another, count them, and leave both to the next one', async () => {
    await run('export', 'one');
    const { db, close } = await openStore(at('one'));
    await db.tx((q) => q.run("insert into person (id, name) values ('per_1', 'Ana')"));
    await close();
    const { written } = await run('export', 'one');
    const { said } = await run('import', 'two', written);
    assert.match(said, /^1 records in \d\d tables, counted and checked\.$/);
    assert.equal((await run('export', 'two')).written, written);
  });

  it('refuse a second time, and a folder that a server uses', async () => {
    const { written } = await run('export', 'one');
    await assert.rejects(run('import', 'two', written), ImportError);
    const { close } = await openStore(at('two'));
    await assert.rejects(run('export', 'two'), FolderInUseError);
    await close();
  });
});
