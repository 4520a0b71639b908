import type { Config } from '../config/read-config.js';
import { openDataFolder, type ServerSecrets } from './data-folder.js';
import type { Database } from './database.js';
import { openPostgresqlDatabase } from './postgresql-database.js';
import { openSqliteDatabase } from './sqlite-database.js';

/** Where a server keeps its records and finds its secrets. */
export interface Store {
  readonly db: Database;
  readonly secrets: ServerSecrets;
  /** Closes the database and gives the folder back. */
  close(): Promise<void>;
}

/**
 * Opens what the configuration names: a PostgreSQL that servers share, else SQLite in the data folder, for one server.
 * @throws {FolderInUseError} when another server has its SQLite database there
 * @throws {DatabaseUnreachableError} when the PostgreSQL cannot be used
 */
export async function openStore({
  dataFolder,
  databaseUrl,
}: Pick<Config, 'dataFolder' | 'databaseUrl'>): Promise<Store> {
  const folder = openDataFolder(dataFolder, { shared: databaseUrl !== null });
  try {
    const db =
      databaseUrl === null ? await openSqliteDatabase(folder.databasePath) : await openPostgresqlDatabase(databaseUrl);
    return {
      db,
      secrets: folder.secrets,
      async close() {
        await db.close();
        folder.release();
      },
    };
  } catch (error) {
    folder.release();
    throw error;
  }
}
