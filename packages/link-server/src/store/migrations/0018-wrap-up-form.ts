import type { Migration } from './migration.js';

/** The form that agents fill in after a call. A wrap-up keeps the fields that were there when it was opened. */
export const wrapUpForm: Migration = {
  version: 18,
  name: 'wrap-up-form',
  sql: `
    alter table company add column wrap_up_fields text not null default '[]';
    alter table wrapup add column fields text not null default '[]';
    alter table wrapup add column answers text not null default '[]';
  `,
};
