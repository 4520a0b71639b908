import type { Migration } from './migration.js';

/**
 * Queues, agents, people, conversations, links, offers, calls and wrap-ups. The partial unique indexes make the illegal
 * states impossible, whoever races: one ringing offer per agent and per call, one live call per agent, one open
 * conversation per person, one open wrap-up per agent.
 */
export const calls: Migration = {
  version: 2,
  name: 'calls',
  sql: `
    create table queue (
      id text primary key,
      key text not null unique,
      name text not null
    );
    create table agent (
      id text primary key,
      ext_id text not null unique,
      name text not null,
      status text not null check (status in ('active', 'away', 'busy', 'offline')),
      next_status text check (next_status in ('active', 'away', 'busy', 'offline')),
      missed int not null default 0,
      idle_since bigint not null,
      presence_until bigint not null default 0
    );
    create table agent_queue (
      agent_id text not null references agent (id),
      queue_id text not null references queue (id),
      primary key (agent_id, queue_id)
    );
    create table agent_session (
      token_hash text primary key,
      agent_id text not null references agent (id),
      expires_at bigint not null
    );
    create table person (
      id text primary key,
      name text not null
    );
    create table person_number (
      number text primary key,
      person_id text not null references person (id)
    );
    create table link_configuration (
      id text primary key,
      key text not null unique,
      kind text not null check (kind in ('one-time', 'expiry', 'time-frame')),
      queue_id text not null references queue (id),
      life_ms bigint not null,
      brand_name text not null,
      brand_color text not null,
      brand_welcome text not null
    );
    create table conversation (
      id text primary key,
      person_id text references person (id),
      title text not null,
      status text not null check (status in ('open', 'waiting', 'solved', 'closed')),
      queue_id text not null references queue (id),
      agent_id text references agent (id),
      medium text check (medium in ('audio', 'video')),
      opened_at bigint not null,
      updated_at bigint not null
    );
    create unique index conversation_open_per_person on conversation (person_id) where status <> 'closed';
    create index conversation_queue on conversation (queue_id, updated_at);
    create table conversation_event (
      id text primary key,
      conversation_id text not null references conversation (id),
      at bigint not null,
      seq bigint not null,
      type text not null,
      actor text,
      text text,
      duration_ms bigint,
      ref text
    );
    create index conversation_event_of on conversation_event (conversation_id, at, seq);
    create table call_link (
      id text primary key,
      configuration_id text not null references link_configuration (id),
      code_hash text not null unique,
      kind text not null check (kind in ('one-time', 'expiry', 'time-frame')),
      display_name text,
      conversation_id text references conversation (id),
      created_by text references agent (id),
      created_at bigint not null,
      opens_at bigint,
      expires_at bigint not null,
      lease_hash text,
      lease_until bigint,
      used_at bigint,
      revoked_at bigint,
      check (used_at is null or lease_hash is not null)
    );
    create table call (
      id text primary key,
      version int not null default 1,
      link_id text references call_link (id),
      conversation_id text not null references conversation (id),
      queue_id text not null references queue (id),
      state text not null check (state in ('queued', 'offering', 'connecting', 'active', 'held', 'ended')),
      medium text not null check (medium in ('audio', 'video')),
      origin text not null check (origin in ('link', 'phone')),
      caller_name text,
      caller_number text,
      room text not null unique,
      customer_identity text not null,
      customer_hash text not null,
      customer_until bigint not null,
      customer_away int not null default 0,
      agent_id text references agent (id),
      agent_identity text,
      agent_away int not null default 0,
      priority int not null default 0,
      position int,
      queued_at bigint not null,
      established_at bigint,
      ended_at bigint,
      end_reason text,
      check ((state = 'ended') = (ended_at is not null)),
      check (state not in ('connecting', 'active', 'held') or agent_id is not null)
    );
    create unique index call_live_per_agent on call (agent_id) where state in ('connecting', 'active', 'held');
    create unique index call_live_per_customer on call (link_id, customer_hash) where state <> 'ended';
    create index call_waiting on call (queue_id, state, priority, queued_at);
    create index call_by_secret on call (customer_hash);
    create index call_of_customer on call (link_id, customer_hash, queued_at);
    create table offer (
      id text primary key,
      call_id text not null references call (id),
      agent_id text not null references agent (id),
      identity text not null,
      state text not null check (state in ('ringing', 'accepted', 'declined', 'missed', 'withdrawn')),
      withdraw_reason text,
      created_at bigint not null,
      expires_at bigint not null,
      ended_at bigint
    );
    create unique index offer_ringing_per_agent on offer (agent_id) where state = 'ringing';
    create unique index offer_ringing_per_call on offer (call_id) where state = 'ringing';
    create index offer_of_call on offer (call_id, agent_id);
    create table wrapup (
      id text primary key,
      call_id text not null unique references call (id),
      agent_id text not null references agent (id),
      conversation_id text not null references conversation (id),
      opened_at bigint not null,
      ends_at bigint not null,
      closed_at bigint,
      closed_by text check (closed_by in ('agent', 'timer')),
      note text not null default '',
      check ((closed_at is null) = (closed_by is null))
    );
    create unique index wrapup_open_per_agent on wrapup (agent_id) where closed_at is null;
    create table livekit_webhook (
      id text primary key,
      at bigint not null
    );
    create table idempotency (
      scope text not null,
      key text not null,
      body_hash text not null,
      status int,
      body text,
      at bigint not null,
      primary key (scope, key)
    );
    create index idempotency_at on idempotency (at);
  `,
};
