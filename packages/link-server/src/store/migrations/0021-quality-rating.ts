import type { Migration } from './migration.js';

/**
 * How good an agent found a call (WRP-3). A wrap-up keeps whether that was asked for when it was opened, as it does with
 * what could be chosen.
 */
export const qualityRating: Migration = {
  version: 21,
  name: 'quality-rating',
  sql: `
    alter table wrapup add column rating_allowed int not null default 0 check (rating_allowed in (0, 1));
    alter table wrapup add column rating int check (rating is null or (rating between 1 and 5 and rating_allowed = 1));
  `,
};
