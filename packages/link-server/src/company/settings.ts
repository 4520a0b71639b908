import type { CompanySettings, WrapUpExtension, WrapUpField } from '@carillon/contract';
import type { Query } from '../store/database.js';

/** What the company has set; what it has not is null. */
export interface CompanyRow {
  readonly name: string | null;
  readonly language: string | null;
  readonly ring_ms: number | null;
  readonly wrap_up_ms: number | null;
  readonly wrap_up_extension: WrapUpExtension;
  readonly wrap_up_longest_ms: number;
  /** A list, as JSON. */
  readonly dispositions: string;
  /** The fields of the form, as JSON. */
  readonly wrap_up_fields: string;
  readonly rating: number;
  readonly version: number;
}

const unset: CompanyRow = Object.freeze({
  name: null,
  language: null,
  ring_ms: null,
  wrap_up_ms: null,
  wrap_up_extension: 'none',
  wrap_up_longest_ms: 600_000,
  dispositions: '[]',
  wrap_up_fields: '[]',
  rating: 1,
  version: 1,
});

/** Reads what the company has set. */
export const readCompany = async (q: Query): Promise<CompanyRow> =>
  (await q.get<CompanyRow>('select * from company where id = 1')) ?? unset;

/** The language of everything for which none is chosen. */
const usualLanguage = 'en';

/** The settings as administrators see them. @param name The company's name while none is set. */
export const toSettings = (row: CompanyRow, name: string): CompanySettings => ({
  name: row.name ?? name,
  language: row.language ?? usualLanguage,
  ringMs: row.ring_ms,
  wrapUpMs: row.wrap_up_ms,
  wrapUpExtension: row.wrap_up_extension,
  wrapUpLongestMs: row.wrap_up_longest_ms,
  dispositions: JSON.parse(row.dispositions) as string[],
  wrapUpFields: JSON.parse(row.wrap_up_fields) as WrapUpField[],
  rating: row.rating === 1,
  version: row.version,
});

/** The language of link configurations that name none. */
export const companyLanguage = async (q: Query): Promise<string> => (await readCompany(q)).language ?? usualLanguage;
