import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import type { Database } from './database.js';
import { openPostgresqlDatabase, type PostgresqlOptions } from './postgresql-database.js';

/** Where the tests' PostgreSQL listens; `npm test` starts one. In CI it is a failure not to have it. */
export const postgresqlUrl = process.env['TEST_POSTGRESQL_URL'] ?? '';
export const withoutPostgresql = postgresqlUrl === '' && !process.env['CI'] && 'runs with TEST_POSTGRESQL_URL';

export interface TestSchema {
  readonly schema: string;
  open(options?: Omit<PostgresqlOptions, 'schema'>): Promise<Database>;
  remove(): Promise<void>;
}

/** An empty schema of its own in the tests' PostgreSQL. */
export async function createTestSchema(): Promise<TestSchema> {
  const schema = `t${randomUUID().replaceAll('-', '')}`;
  await command(`create schema ${schema}`);
  return {
    schema,
    open: (options) => openPostgresqlDatabase(postgresqlUrl, { ...options, schema }),
    remove: () => command(`drop schema ${schema} cascade`),
  };
}

/** Migrated schemas that no test uses at the moment: making one takes longer than most tests. */
const idle: TestSchema[] = [];

/** A schema for the records of a call center; whoever opens it migrates it. Used again once it is emptied. */
export async function borrowTestSchema(): Promise<TestSchema> {
  const schema = idle.pop() ?? (await createTestSchema());
  return {
    ...schema,
    async remove() {
      await command(emptied(schema.schema));
      idle.push(schema);
    },
  };
}

/** Removes all rows but the schema's history, in whatever order, as triggers of foreign keys are asleep meanwhile. */
const emptied = (schema: string) => `set session_replication_role = replica; do $$ declare name text; begin
  for name in select tablename from pg_tables where schemaname = '${schema}' and tablename <> 'schema_migration'
  loop execute format('delete from ${schema}.%I', name); end loop; end $$`;

/** One connection for the whole run: a new one would have to learn about every table again. */
const administrator = new Pool({
  connectionString: postgresqlUrl,
  max: 1,
  idleTimeoutMillis: 0,
  allowExitOnIdle: true,
});

async function command(sql: string): Promise<void> {
  if (postgresqlUrl === '') throw new Error('TEST_POSTGRESQL_URL is not set: `npm test` starts a PostgreSQL.');
  await administrator.query(sql);
}
