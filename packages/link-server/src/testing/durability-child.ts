import { openSqliteDatabase } from '../store/sqlite-database.js';

/**
 * Writes rows as fast as it can and prints a row's number once it is acknowledged, until somebody kills it. The
 * process of the durability test.
 */
const db = await openSqliteDatabase(process.argv[2] ?? '');
await db.tx((q) => q.script('create table if not exists written (n integer primary key)'));
const last = await db.read((q) => q.get<{ n: number }>('select coalesce(max(n), 0) as n from written'));
let n = last?.n ?? 0;

async function writer(): Promise<void> {
  for (;;) {
    const own = ++n;
    await db.tx((q) => q.run('insert into written (n) values ($1)', own));
    process.stdout.write(`${own}\n`);
  }
}

await Promise.all(Array.from({ length: 20 }, writer));
