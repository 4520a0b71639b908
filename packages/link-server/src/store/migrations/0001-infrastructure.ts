import type { Migration } from './migration.js';

/** Event streams, timers and the outbox: what every other table's transitions write along. */
export const infrastructure: Migration = {
  version: 1,
  name: 'infrastructure',
  sql: `
    create table stream (
      id text primary key,
      n bigint not null default 0
    );
    create table event (
      stream text not null references stream (id),
      n bigint not null,
      type text not null,
      body text not null,
      at bigint not null,
      primary key (stream, n)
    );
    create index event_at on event (at);
    create table timer (
      kind text not null,
      ref text not null,
      due_at bigint not null,
      tries int not null default 0,
      nonce bigint not null,
      primary key (kind, ref)
    );
    create index timer_due_at on timer (due_at);
    create table outbox (
      target text primary key,
      effect text not null
    );
  `,
};
