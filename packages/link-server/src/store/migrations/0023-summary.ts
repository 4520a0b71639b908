import type { Migration } from './migration.js';

/** What an agent says in short of a call, beside the note (WRP-2). */
export const summary: Migration = {
  version: 23,
  name: 'summary',
  sql: `alter table wrapup add column summary text not null default '';`,
};
