import type { Migration } from './migration.js';

/** How fast a queue's line moves: what a customer who waits is told of the time that is left. */
export const estimate: Migration = {
  version: 11,
  name: 'estimate',
  sql: `
    alter table queue add column answered_at bigint;
    alter table queue add column answer_every_ms int;
  `,
};
