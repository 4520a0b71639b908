import type { Migration } from './migration.js';

/** A call on hold, and what its customer hears meanwhile. */
export const hold: Migration = {
  version: 12,
  name: 'hold',
  sql: `
    alter table call add column held_at bigint;
    alter table queue add column hold_sound text not null default 'music'
      check (hold_sound in ('ringing', 'music', 'none'));
  `,
};
