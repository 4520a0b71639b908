import type { Migration } from './migration.js';

/**
 * What became of a call, in the company's words, and whether customers are asked how it was. A wrap-up keeps what could
 * be chosen when it was opened, so that no change of the settings takes a choice away under somebody's hand.
 */
export const dispositions: Migration = {
  version: 16,
  name: 'dispositions',
  sql: `
    alter table company add column dispositions text not null default '[]';
    alter table company add column rating int not null default 1 check (rating in (0, 1));
    alter table wrapup add column dispositions text not null default '[]';
    alter table wrapup add column disposition text;
  `,
};
