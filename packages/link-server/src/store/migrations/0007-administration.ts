import type { Migration } from './migration.js';

/**
 * What is administered: sessions have an id of their own, so that they can be listed and closed without a word of their
 * secret (those from before are closed, and their pages sign in anew by themselves); people have e-mail addresses, and a
 * name as it is searched for; the company has settings, in one row once there are any.
 */
export const administration: Migration = {
  version: 7,
  name: 'administration',
  sql: `
    delete from agent_session;
    alter table agent_session add column id text;
    alter table agent_session add column device text not null default '';
    alter table agent_session add column opened_at bigint not null default 0;
    create unique index agent_session_id on agent_session (id);
    create index agent_session_of on agent_session (agent_id, opened_at, id);
    alter table person add column folded text not null default '';
    update person set folded = lower(name);
    create index person_name on person (name, id);
    create index person_number_of on person_number (person_id);
    create table person_email (
      email text primary key,
      person_id text not null references person (id)
    );
    create index person_email_of on person_email (person_id);
    create table company (
      id int primary key check (id = 1),
      name text,
      language text,
      ring_ms bigint check (ring_ms between 3000 and 60000),
      wrap_up_ms bigint check (wrap_up_ms between 0 and 3600000),
      version int not null
    );
  `,
};
