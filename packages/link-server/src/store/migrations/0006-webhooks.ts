import type { Migration } from './migration.js';

/**
 * Outgoing webhooks: where they go, and one row for each message and endpoint, numbered within what it is about, so that
 * whoever receives them has them in order. `sweep` says up to when something regular was done.
 */
export const webhooks: Migration = {
  version: 6,
  name: 'webhooks',
  sql: `
    create table webhook_endpoint (
      id text primary key,
      url text not null,
      secret text not null,
      old_secret text,
      old_secret_until bigint,
      state text not null check (state in ('active', 'disabled')),
      configured int not null default 0,
      failures int not null default 0,
      last_success_at bigint,
      last_failure_at bigint,
      created_at bigint not null
    );
    create table webhook_delivery (
      endpoint_id text not null references webhook_endpoint (id),
      message_id text not null,
      about text not null,
      n bigint not null,
      type text not null,
      body text not null,
      state text not null check (state in ('waiting', 'delivered', 'dead')),
      tries int not null default 0,
      next_at bigint not null,
      last_status int,
      last_error text,
      created_at bigint not null,
      primary key (endpoint_id, message_id)
    );
    create unique index webhook_delivery_order on webhook_delivery (endpoint_id, about, n);
    create index webhook_delivery_waiting on webhook_delivery (next_at) where state = 'waiting';
    create index webhook_delivery_age on webhook_delivery (created_at);
    create index call_link_expiry on call_link (expires_at);
    create table sweep (
      name text primary key,
      at bigint not null
    );
  `,
};
