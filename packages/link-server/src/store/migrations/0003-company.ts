import type { Migration } from './migration.js';

/** What a company sets up without touching the database: how its queues ring and wait, who may do what, who has left. */
export const company: Migration = {
  version: 3,
  name: 'company',
  sql: `
    alter table queue add column ring_ms bigint check (ring_ms between 3000 and 60000);
    alter table queue add column wrap_up_ms bigint check (wrap_up_ms between 0 and 3600000);
    alter table queue add column auto_assign int not null default 1 check (auto_assign in (0, 1));
    alter table queue add column waiting_sound text not null default 'ringing'
      check (waiting_sound in ('ringing', 'music', 'none'));
    alter table queue add column version int not null default 1;
    alter table queue add column archived_at bigint;
    alter table agent add column role text not null default 'agent' check (role in ('agent', 'supervisor', 'admin'));
    alter table agent add column version int not null default 1;
    alter table agent add column archived_at bigint;
    alter table agent_session add column role text not null default 'agent'
      check (role in ('agent', 'supervisor', 'admin'));
    alter table person add column version int not null default 1;
  `,
};
