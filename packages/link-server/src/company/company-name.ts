import type { Deps } from '../deps.js';
import { readCompany } from './settings.js';

/** How long a name that has been read is good for. */
const freshMs = 5_000;

/** Says what the company is called, looking every few seconds at most; before it has set a name, by what it was started with. */
export function companyName({ db, now }: Pick<Deps, 'db' | 'now'>, given: string): () => Promise<string> {
  let known = { name: given, until: -Infinity };
  return async () => {
    const at = now();
    if (at >= known.until) known = { name: (await db.read(readCompany)).name ?? given, until: at + freshMs };
    return known.name;
  };
}
