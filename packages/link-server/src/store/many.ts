import type { Query, Value } from './database.js';

/** How many ids or rows one statement takes. Its texts stay few, as each connection keeps each text prepared. */
const perStatement = 64;

function* chunksOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += perStatement) yield items.slice(start, start + perStatement);
}

/**
 * Asks for rows by many ids. `sql` is given the list for `in (…)`; its other parameters, `args`, come before. Lists are
 * filled up to 1, 2, 4 … ids with the last one, so that there is a text for each power of two and not for each length.
 */
export async function selectIn<Row extends object>(
  q: Query,
  sql: (list: string) => string,
  ids: Iterable<string>,
  args: readonly Value[] = [],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const chunk of chunksOf([...new Set(ids)])) {
    const length = 2 ** Math.ceil(Math.log2(chunk.length));
    const filled = Array.from({ length }, (_, i) => chunk[i] ?? chunk.at(-1) ?? '');
    const list = filled.map((_, i) => `$${args.length + i + 1}`).join(', ');
    rows.push(...(await q.all<Row>(sql(list), ...args, ...filled)));
  }
  return rows;
}

/**
 * Inserts many rows: `head` is the statement up to `values`, `tail` what follows the rows. Returns what the tail says is
 * returned, in no order.
 */
export async function insertRows<Row extends object>(
  q: Query,
  head: string,
  rows: readonly (readonly Value[])[],
  tail = '',
): Promise<Row[]> {
  const returned: Row[] = [];
  for (const chunk of chunksOf(rows)) {
    let parameter = 0;
    const places = chunk.map((row) => `(${row.map(() => `$${++parameter}`).join(', ')})`).join(', ');
    returned.push(...(await q.all<Row>(`${head} values ${places} ${tail}`, ...chunk.flat())));
  }
  return returned;
}
