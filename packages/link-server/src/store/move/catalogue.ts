import type { Database, Query } from '../database.js';
import type { Migration } from '../migrations/migration.js';

/**
 * The tables that migrations make, each after those it refers to: a table cannot refer to one that is not there yet. The
 * history of the schema itself is not among them.
 */
export function tablesOf(migrations: readonly Migration[]): string[] {
  const tables = new Set<string>();
  for (const { sql } of migrations)
    for (const [, made, dropped] of sql.matchAll(/create table (\w+)|drop table (\w+)/g)) {
      if (made !== undefined) tables.add(made);
      if (dropped !== undefined) tables.delete(dropped);
    }
  return [...tables];
}

/** How each engine tells the columns of a table's primary key, in their order. */
const primaryKeys = {
  sqlite: 'select name from pragma_table_info($1) where pk > 0 order by pk',
  postgresql: `select attname as name from pg_index
    join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = to_regclass($1) and indisprimary order by array_position(indkey::int2[], attnum)`,
} as const;

/** The columns of a table's primary key, by which its rows can be read piece by piece. */
export async function primaryKeyOf(dialect: Database['dialect'], q: Query, table: string): Promise<string[]> {
  const rows = await q.all<{ name: string }>(primaryKeys[dialect], table);
  if (rows.length === 0) throw new Error(`The table ${table} has no primary key.`);
  return rows.map(({ name }) => name);
}

/** How many rows a table has. */
export const countRows = async (q: Query, table: string): Promise<number> =>
  (await q.get<{ n: number }>(`select count(*) as n from ${table}`))?.n ?? 0;
