import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openPostgresqlDatabase } from '../store/postgresql-database.js';

/** Where the tests' PostgreSQL listens; `npm test` starts one. In CI it is a failure not to have it. */
export const postgresqlUrl = process.env['TEST_POSTGRESQL_URL'] ?? '';
export const withoutPostgresql = postgresqlUrl === '' && !process.env['CI'] && 'runs with TEST_POSTGRESQL_URL';

/** An empty schema of its own in the tests' PostgreSQL. */
export async function createTestSchema() {
  const schema = `t${randomUUID().replaceAll('-', '')}`;
  await command(`create schema ${schema}`);
  return {
    schema,
    open: () => openPostgresqlDatabase(postgresqlUrl, { schema }),
    remove: () => command(`drop schema ${schema} cascade`),
  };
}

async function command(sql: string): Promise<void> {
  if (postgresqlUrl === '') throw new Error('TEST_POSTGRESQL_URL is not set: `npm test` starts a PostgreSQL.');
  const client = new Client({ connectionString: postgresqlUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
