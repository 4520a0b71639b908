import type { WrapUpField } from '@carillon/contract';
import type { Deps } from '../deps.js';

export interface FirstSettings {
  readonly dispositions: readonly string[];
  readonly wrapUpFields: readonly WrapUpField[];
}

/** Gives a company its first settings. What somebody has set stays, also where they have emptied it. */
export async function ensureSettings({ db }: Deps, { dispositions, wrapUpFields }: FirstSettings): Promise<void> {
  await db.tx((q) =>
    q.run(
      `insert into company (id, dispositions, wrap_up_fields, version) values (1, $1, $2, 1) on conflict do nothing`,
      JSON.stringify(dispositions),
      JSON.stringify(wrapUpFields),
    ),
  );
}
