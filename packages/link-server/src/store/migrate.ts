import { createHash } from 'node:crypto';
import type { Database, Query } from './database.js';
import { migrations as allMigrations } from './migrations/index.js';
import type { Migration } from './migrations/migration.js';

/** The database was written by another version of the schema than this server knows. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
}

const checksum = ({ sql }: Migration): string => createHash('sha256').update(sql).digest('hex');

/**
 * Brings the schema up to date in one transaction; two servers that start together do it once. Returns the names of the
 * steps it took.
 * @throws {SchemaError} when the database is newer than this server, or a step it took has changed since.
 */
export async function migrate(
  db: Database,
  at: number,
  migrations: readonly Migration[] = allMigrations,
): Promise<string[]> {
  migrations.forEach(({ version, name }, index) => {
    const before = migrations[index - 1]?.version ?? 0;
    if (version <= before) throw new SchemaError(`Migration "${name}" is number ${version} and follows ${before}.`);
  });
  return await db.tx(async (q) => {
    if (db.dialect === 'postgresql') await q.script('select pg_advisory_xact_lock(7223)');
    await q.script(
      'create table if not exists schema_migration (version int primary key, checksum text not null, at bigint not null)',
    );
    const missing = await missingMigrations(q, migrations);
    for (const migration of missing) {
      await q.script(migration.sql);
      await q.run(
        'insert into schema_migration (version, checksum, at) values ($1, $2, $3)',
        migration.version,
        checksum(migration),
        at,
      );
    }
    return missing.map(({ name }) => name);
  });
}

async function missingMigrations(q: Query, migrations: readonly Migration[]): Promise<Migration[]> {
  const taken = await q.all<{ version: number; checksum: string }>(
    'select version, checksum from schema_migration order by version',
  );
  const known = migrations.at(-1)?.version ?? 0;
  for (const row of taken) {
    const migration = migrations.find(({ version }) => version === row.version);
    if (!migration) {
      throw new SchemaError(`The database has schema ${row.version}, this server knows up to ${known}.`);
    }
    if (checksum(migration) !== row.checksum) {
      throw new SchemaError(
        `Migration ${migration.version} "${migration.name}" is not the one that made this database.`,
      );
    }
  }
  return migrations.filter(({ version }) => !taken.some((row) => row.version === version));
}
