import type { Query } from '../../store/database.js';

/** Once set it `stays`, or it goes `on` at most; `again`: it may be taken away, and set anew no earlier. */
type Course = 'stays' | 'on' | 'again';

/** Times that somebody's clock counts from or to, by table. */
const times: Readonly<Record<string, Readonly<Record<string, Course>>>> = {
  call: { queued_at: 'on', established_at: 'stays', held_at: 'again', ended_at: 'stays' },
  // An answer that came to nothing counts from then on: who gave it is not asked again at once.
  offer: { created_at: 'stays', expires_at: 'stays', ended_at: 'on' },
  wrapup: { opened_at: 'stays', ends_at: 'on', latest_at: 'stays', closed_at: 'stays' },
  transfer: { started_at: 'stays', ended_at: 'stays' },
};

type Row = Readonly<Record<string, number | null>> & { readonly id: never };

/**
 * Watches a record from one command to the next: a time that a clock on a screen counts from stays as it is, the end of a
 * wrap-up only moves on, and nothing that is over is open again. Each look returns what has gone back since the last.
 */
export function watchTimes(): (q: Query) => Promise<string[]> {
  const known = new Map<string, number>();
  return async (q) => {
    const faults: string[] = [];
    for (const [table, columns] of Object.entries(times))
      for (const row of await q.all<Row>(`select id, ${Object.keys(columns).join(', ')} from ${table}`))
        for (const [name, course] of Object.entries(columns)) {
          const key = `${name} of ${table} ${String(row.id)}`;
          const [was, is] = [known.get(key), row[name] ?? null];
          if (was !== undefined && goesBack(course, was, is)) faults.push(`${key} was ${was} and is ${is}`);
          if (is !== null) known.set(key, is);
        }
    return faults;
  };
}

function goesBack(course: Course, was: number, is: number | null): boolean {
  if (is === null) return course !== 'again';
  return course === 'stays' ? is !== was : is < was;
}
