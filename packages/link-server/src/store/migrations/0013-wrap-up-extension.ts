import type { Migration } from './migration.js';

/** More time for wrapping up: whether, how, and until when at the latest. A wrap-up keeps what held when it was opened. */
export const wrapUpExtension: Migration = {
  version: 13,
  name: 'wrap-up-extension',
  sql: `
    alter table company add column wrap_up_extension text not null default 'none'
      check (wrap_up_extension in ('none', 'seconds', 'more'));
    alter table company add column wrap_up_longest_ms bigint not null default 600000;
    alter table wrapup add column extension text not null default 'none'
      check (extension in ('none', 'seconds', 'more'));
    alter table wrapup add column latest_at bigint not null default 0;
  `,
};
