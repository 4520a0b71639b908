import type { Migration } from './migration.js';

/** Keys for programs of the company, by which its own servers make links. */
export const identity: Migration = {
  version: 5,
  name: 'identity',
  sql: `
    create table api_key (
      id text primary key,
      name text not null,
      token_hash text not null unique,
      created_by text references agent (id),
      created_at bigint not null,
      revoked_at bigint
    );
    create index api_key_age on api_key (created_at, id);
  `,
};
