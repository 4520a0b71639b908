import { join } from 'node:path';
import type { Database } from '../store/database.js';
import { openSqliteDatabase } from '../store/sqlite-database.js';
import { borrowTestSchema } from '../store/test-schema.js';
import { createTemporaryFolder, removeTemporaryFolder } from './temporary-folder.js';

/** A place for the records of one test: empty at first, opened as often as servers start on it. */
export interface TestStore {
  open(): Promise<Database>;
  remove(): Promise<void>;
}

/** On SQLite, or on the tests' PostgreSQL with `TEST_STORE=postgresql`. */
export async function createTestStore(): Promise<TestStore> {
  if (process.env['TEST_STORE'] === 'postgresql') return borrowTestSchema();
  const folder = createTemporaryFolder();
  return {
    open: () => openSqliteDatabase(join(folder, 'test.db')),
    remove: async () => removeTemporaryFolder(folder),
  };
}
