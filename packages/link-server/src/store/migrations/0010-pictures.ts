import type { Migration } from './migration.js';

/**
 * Logos and backgrounds, beside the configurations that show them: every server on the database can give them, and a
 * backup holds them. `data` is base64, as no column of ours holds bytes; an id is made of the bytes it stands for.
 */
export const pictures: Migration = {
  version: 10,
  name: 'pictures',
  sql: `
    create table picture (
      id text primary key,
      width int not null,
      height int not null,
      bytes int not null,
      data text not null,
      kept_at bigint not null
    );
    create index picture_age on picture (kept_at);
  `,
};
