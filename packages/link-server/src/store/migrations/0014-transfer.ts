import type { Migration } from './migration.js';

/**
 * Passing a call on. While it runs the call itself is held, and its agent is who passes it on; one transfer at a time for
 * a call and for whoever is asked. A call that was passed on has a wrap-up for each agent who talked.
 */
export const transfer: Migration = {
  version: 14,
  name: 'transfer',
  sql: `
    create table transfer (
      id text primary key,
      call_id text not null references call (id),
      from_agent_id text not null references agent (id),
      target_agent_id text not null references agent (id),
      target_identity text not null,
      state text not null check (state in ('ringing', 'connecting', 'completed', 'failed', 'cancelled', 'ended')),
      reason text check (reason in ('declined', 'missed', 'offline', 'media_failed')),
      held_before int not null,
      started_at bigint not null,
      ended_at bigint,
      check ((state in ('ringing', 'connecting')) = (ended_at is null)),
      check ((state = 'failed') = (reason is not null))
    );
    create unique index transfer_live_per_call on transfer (call_id) where ended_at is null;
    create unique index transfer_live_per_target on transfer (target_agent_id) where ended_at is null;
    create index transfer_of_call on transfer (call_id);
    alter table call add column transfer_id text;
    alter table offer add column transfer_id text;
    alter table offer add column transferred_by text;
    create table wrapup_before as select * from wrapup;
    drop table wrapup;
    create table wrapup (
      id text primary key,
      call_id text not null references call (id),
      agent_id text not null references agent (id),
      conversation_id text not null references conversation (id),
      opened_at bigint not null,
      ends_at bigint not null,
      closed_at bigint,
      closed_by text check (closed_by in ('agent', 'timer')),
      note text not null default '',
      extension text not null default 'none' check (extension in ('none', 'seconds', 'more')),
      latest_at bigint not null default 0,
      check ((closed_at is null) = (closed_by is null))
    );
    insert into wrapup (id, call_id, agent_id, conversation_id, opened_at, ends_at, closed_at, closed_by, note, extension, latest_at)
      select id, call_id, agent_id, conversation_id, opened_at, ends_at, closed_at, closed_by, note, extension, latest_at from wrapup_before;
    drop table wrapup_before;
    create unique index wrapup_open_per_agent on wrapup (agent_id) where closed_at is null;
    create index wrapup_of_call on wrapup (call_id);
  `,
};
