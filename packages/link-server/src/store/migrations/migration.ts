/**
 * One step of the schema. Numbered from 1 upwards; once released it never changes, as its checksum is kept.
 * `{{id}}` stands for a generated whole-number primary key. Times are epoch milliseconds in `bigint` columns.
 */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
