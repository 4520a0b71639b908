import type { Migration } from './migration.js';

/** Customers who asked to be called back, or for another link: one record that is not done for each conversation. */
export const callbacks: Migration = {
  version: 8,
  name: 'callbacks',
  sql: `
    create table callback (
      id text primary key,
      conversation_id text not null references conversation (id),
      link_id text references call_link (id),
      customer_hash text,
      queue_id text not null references queue (id),
      state text not null check (state in ('in_queue', 'assigned', 'active', 'no_reply', 'done')),
      wish text not null check (wish in ('call', 'link')),
      name text,
      number text,
      requested_at bigint not null,
      asked_at bigint not null,
      times int not null default 1,
      done_at bigint
    );
    create unique index callback_open_per_conversation on callback (conversation_id) where state <> 'done';
    create index callback_of_link on callback (link_id, requested_at);
    create index callback_of_queue on callback (queue_id, requested_at, id);
  `,
};
