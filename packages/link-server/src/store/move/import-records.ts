import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Database, Query } from '../database.js';
import { migrations } from '../migrations/index.js';
import { countRows, tablesOf } from './catalogue.js';
import { schemaOf, type ExportEnd, type ExportHead, type ExportRow } from './export-records.js';

/** An export that cannot be taken, or not here. Nothing has been written. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/**
 * Takes the lines of an export into a database that has its tables and no rows, whole or not at all. Returns how many
 * rows each table has, counted afterwards.
 * @throws {ImportError} when there are records already, the schema is another one, or the export is damaged or cut off
 */
export async function importRecords(db: Database, lines: AsyncIterable<string>): Promise<ExportEnd['counts']> {
  return db.tx(async (q) => {
    const tables = tablesOf(migrations);
    for (const table of tables)
      if ((await countRows(q, table)) > 0) throw new ImportError(`There are records already, in the table ${table}.`);
    const end = await takeLines(q, lines, new Set(tables));
    const counts: Record<string, number> = {};
    for (const table of tables) counts[table] = await countRows(q, table);
    if (!isDeepStrictEqual(counts, end.counts)) throw new ImportError('The export is damaged: rows are missing.');
    return counts;
  });
}

async function takeLines(q: Query, lines: AsyncIterable<string>, tables: ReadonlySet<string>): Promise<ExportEnd> {
  const hash = createHash('sha256');
  let head: ExportHead | undefined;
  let end: ExportEnd | undefined;
  for await (const line of lines) {
    if (end) throw new ImportError('The export is damaged: something follows its end.');
    const read = parse(line);
    if ('end' in read) {
      end = read;
      continue;
    }
    hash.update(`${line}\n`);
    if (!head) {
      if (!('carillon' in read)) throw new ImportError('This is no export of Carillon.');
      if (!isDeepStrictEqual(read.schema, await schemaOf(q)))
        throw new ImportError('The export is of another version. Export and import with the same one.');
      head = read;
    } else if ('row' in read && tables.has(read.table)) await insert(q, read);
    else throw new ImportError('The export is damaged: a line is none of ours.');
  }
  if (!end) throw new ImportError('The export is cut off: its last line is missing.');
  if (hash.digest('hex') !== end.sha256) throw new ImportError('The export is damaged: its checksum differs.');
  return end;
}

function parse(line: string): ExportHead | ExportRow | ExportEnd {
  try {
    const read: unknown = JSON.parse(line);
    if (typeof read === 'object' && read !== null) return read as ExportHead | ExportRow | ExportEnd;
  } catch {
    // Said below.
  }
  throw new ImportError('This is no export of Carillon.');
}

async function insert(q: Query, { table, row }: ExportRow): Promise<void> {
  const columns = Object.keys(row);
  if (!columns.every((column) => /^[a-z_]+$/.test(column)))
    throw new ImportError('The export is damaged: a column is none of ours.');
  const values = columns.map((_, index) => `$${index + 1}`).join(', ');
  await q.run(`insert into ${table} (${columns.join(', ')}) values (${values})`, ...Object.values(row));
}
