import { usuallyPerPage, type PageQuery } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query, Value } from '../store/database.js';

/** The fixed order of a list: by one column, and between equals by the id. */
export interface PageOrder<Row> {
  readonly by: string;
  /** What is in that column: a text, or whole numbers such as times. */
  readonly is: 'text' | 'number';
  readonly id: string;
  /** The largest first, such as the newest. */
  readonly descending?: boolean;
  /** Both of a row. */
  readonly of: (row: Row) => readonly [by: Value, id: string];
}

/** Which page: the first one, of the usual length, where nothing is said. */
export type AskedPage = Partial<PageQuery>;

export interface ReadPage<Row> {
  /** `select … from …`, without conditions. */
  readonly select: string;
  readonly where?: readonly string[];
  /** What `$1`, `$2` … stand for in them. */
  readonly args?: readonly Value[];
  readonly order: PageOrder<Row>;
  readonly page: AskedPage;
}

/**
 * Reads one page of a list, beginning after the last row of the page before and not at a number of rows: whatever is
 * added or removed meanwhile, no page shows a row twice or leaves one out.
 * @throws {DomainError} `invalid_request` for a cursor that is none of this list
 */
export async function readPage<Row extends object>(
  q: Query,
  { select, where = [], args = [], order, page }: ReadPage<Row>,
): Promise<{ readonly rows: Row[]; readonly next: string | null }> {
  const { by, id, descending = false } = order;
  const { cursor, limit = usuallyPerPage } = page;
  const conditions = [...where];
  const values = [...args];
  if (cursor !== undefined) {
    values.push(...readCursor(cursor, order.is));
    conditions.push(`(${by}, ${id}) ${descending ? '<' : '>'} ($${values.length - 1}, $${values.length})`);
  }
  const way = descending ? 'desc' : 'asc';
  const found = await q.all<Row>(
    `${select} ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by ${by} ${way}, ${id} ${way} limit ${limit + 1}`,
    ...values,
  );
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? writeCursor(order.of(last)) : null;
  return { rows, next };
}

const writeCursor = (place: readonly [Value, string]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

function readCursor(cursor: string, is: PageOrder<unknown>['is']): readonly [Value, string] {
  const place = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  const [by, id] = Array.isArray(place) && place.length === 2 ? (place as [unknown, unknown]) : [];
  const known = is === 'text' ? isText(by) : Number.isSafeInteger(by);
  if (!known || !isText(id)) throw new DomainError('invalid_request', { fields: ['cursor'] });
  return [by as Value, id];
}

/** PostgreSQL knows no text with a NUL in it. */
const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
