import { createHash } from 'node:crypto';
import type { Database, Query, Value } from '../database.js';
import { migrations } from '../migrations/index.js';
import { primaryKeyOf, tablesOf } from './catalogue.js';

/** The first line: what the rows after it fit into. */
export interface ExportHead {
  readonly carillon: 1;
  /** Checksums of the schema's steps. */
  readonly schema: readonly string[];
}

export interface ExportRow {
  readonly table: string;
  readonly row: Readonly<Record<string, Value>>;
}

/** The last line: without it, something is missing. */
export interface ExportEnd {
  readonly end: true;
  readonly counts: Readonly<Record<string, number>>;
  /** SHA-256 of all lines before. */
  readonly sha256: string;
}

/** How many rows are in memory at a time. */
const pageSize = 500;

/** The steps that the database has taken. */
export const schemaOf = async (q: Query): Promise<string[]> =>
  (await q.all<{ checksum: string }>('select checksum from schema_migration order by version')).map(
    ({ checksum }) => checksum,
  );

/**
 * Writes all records as lines of JSON, the same from either engine, as they stand at one moment. Returns how many rows
 * there were in each table. `write` waits until there is room for more.
 */
export async function exportRecords(
  db: Database,
  write: (line: string) => Promise<void>,
): Promise<ExportEnd['counts']> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  const put = async (line: ExportHead | ExportRow) => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    await write(text);
  };
  await db.read(async (q) => {
    await put({ carillon: 1, schema: await schemaOf(q) });
    for (const table of tablesOf(migrations)) {
      counts[table] = 0;
      for await (const row of rowsOf(db.dialect, q, table)) {
        await put({ table, row });
        counts[table]++;
      }
    }
  });
  const end: ExportEnd = { end: true, counts, sha256: hash.digest('hex') };
  await write(`${JSON.stringify(end)}\n`);
  return counts;
}

/** All rows of a table in the order of its primary key, read a page at a time. */
async function* rowsOf(dialect: Database['dialect'], q: Query, table: string): AsyncGenerator<ExportRow['row']> {
  const key = await primaryKeyOf(dialect, q, table);
  const columns = key.join(', ');
  const after = `where (${columns}) > (${key.map((_, index) => `$${index + 1}`).join(', ')})`;
  let last: Value[] | null = null;
  for (;;) {
    const sql = `select * from ${table} ${last ? after : ''} order by ${columns} limit ${pageSize}`;
    const rows: ExportRow['row'][] = await q.all<ExportRow['row']>(sql, ...(last ?? []));
    yield* rows;
    const newest = rows.at(-1);
    if (!newest || rows.length < pageSize) return;
    last = key.map((column) => newest[column] ?? null);
  }
}
