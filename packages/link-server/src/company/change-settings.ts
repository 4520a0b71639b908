import type { ChangeCompanySettingsRequest, CompanySettings } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { readCompany, toSettings } from './settings.js';

export interface ChangeSettings {
  readonly change: ChangeCompanySettingsRequest;
  /** The company's name while none is set. */
  readonly name: string;
}

/** Changes what holds for the whole company. What rings or is wrapped up already keeps its time. @throws {DomainError} `changed_meanwhile` */
export function changeSettings({ db }: Deps, { change, name }: ChangeSettings): Promise<CompanySettings> {
  return db.tx(
    async (q) => {
      const before = await readCompany(q);
      if (before.version !== change.version) throw new DomainError('changed_meanwhile');
      await q.run(
        `insert into company (id, name, language, ring_ms, wrap_up_ms, wrap_up_extension, wrap_up_longest_ms,
           dispositions, wrap_up_fields, rating, version)
         values (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (id) do update set name = excluded.name, language = excluded.language, ring_ms = excluded.ring_ms,
           wrap_up_ms = excluded.wrap_up_ms, wrap_up_extension = excluded.wrap_up_extension,
           wrap_up_longest_ms = excluded.wrap_up_longest_ms, dispositions = excluded.dispositions,
           wrap_up_fields = excluded.wrap_up_fields, rating = excluded.rating, version = excluded.version`,
        change.name ?? before.name,
        change.language ?? before.language,
        change.ringMs === undefined ? before.ring_ms : change.ringMs,
        change.wrapUpMs === undefined ? before.wrap_up_ms : change.wrapUpMs,
        change.wrapUpExtension ?? before.wrap_up_extension,
        change.wrapUpLongestMs ?? before.wrap_up_longest_ms,
        change.dispositions ? JSON.stringify(change.dispositions) : before.dispositions,
        change.wrapUpFields ? JSON.stringify(change.wrapUpFields) : before.wrap_up_fields,
        change.rating === undefined ? before.rating : Number(change.rating),
        before.version + 1,
      );
      return toSettings(await readCompany(q), name);
    },
    // Before there is a row there is nothing that two changes at once would wait for.
    { serial: true },
  );
}
