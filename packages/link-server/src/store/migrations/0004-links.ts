import type { Migration } from './migration.js';

/**
 * Call links of every kind and their configurations: windows as the agent gave them, allowed hours, what a link carries,
 * its first opening; a configuration's settings with a version; and, at a call, the agent who shared its link and the
 * customer's consent.
 */
export const links: Migration = {
  version: 4,
  name: 'links',
  sql: `
    alter table call_link add column tz text;
    alter table call_link add column start_local text;
    alter table call_link add column end_local text;
    alter table call_link add column hours text;
    alter table call_link add column custom_data text;
    alter table call_link add column opened_at bigint;
    create index call_link_age on call_link (created_at, id);
    create index call_link_of_creator on call_link (created_by, created_at, id);
    create index call_link_of_conversation on call_link (conversation_id, created_at, id);
    create index call_of_link on call (link_id, queued_at);
    alter table link_configuration add column name text not null default '';
    alter table link_configuration add column version int not null default 1;
    alter table link_configuration add column archived_at bigint;
    alter table link_configuration add column media text not null default 'both' check (media in ('audio', 'video', 'both'));
    alter table link_configuration add column settings text not null default '{}';
    alter table call add column sharer_id text references agent (id);
    alter table call add column sharer_until bigint;
    alter table call add column sharer_waits int not null default 0;
    alter table call add column consented_at bigint;
  `,
};
