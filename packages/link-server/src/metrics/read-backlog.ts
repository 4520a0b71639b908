import type { Deps } from '../deps.js';

/** What is under way in the record. */
export interface Backlog {
  readonly calls: Readonly<Record<string, number>>;
  readonly queues: Readonly<Record<string, number>>;
  readonly webhooks: Readonly<Record<string, number>>;
  readonly offersRinging: number;
  readonly timersLate: number;
  readonly outbox: number;
}

interface Count {
  readonly name: string;
  readonly n: number;
}

/** A timer that is a second late waits for something; below that it is about to be handled. */
const lateMs = 1_000;

/** Counts what is under way, on one snapshot. States that nothing is in count 0. */
export function readBacklog({ db, now }: Deps): Promise<Backlog> {
  return db.read(async (q) => {
    const counts = async (names: readonly string[], sql: string) => {
      const rows = await q.all<Count>(sql);
      return Object.fromEntries([...names.map((name) => [name, 0]), ...rows.map(({ name, n }) => [name, n])]) as Record<
        string,
        number
      >;
    };
    const one = async (sql: string, ...args: number[]) => (await q.get<{ n: number }>(sql, ...args))?.n ?? 0;
    return {
      calls: await counts(
        ['queued', 'offering', 'connecting', 'active', 'held'],
        `select state as name, count(*) as n from call where state <> 'ended' group by state`,
      ),
      queues: await counts(
        [],
        `select queue.key as name, count(call.id) as n from queue
         left join call on call.queue_id = queue.id and call.state in ('queued', 'offering') group by queue.key`,
      ),
      webhooks: await counts(
        ['waiting', 'dead'],
        `select state as name, count(*) as n from webhook_delivery where state in ('waiting', 'dead') group by state`,
      ),
      offersRinging: await one(`select count(*) as n from offer where state = 'ringing'`),
      timersLate: await one('select count(*) as n from timer where due_at < $1', now() - lateMs),
      outbox: await one('select count(*) as n from outbox'),
    };
  });
}
