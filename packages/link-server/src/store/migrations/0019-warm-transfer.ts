import type { Migration } from './migration.js';

/**
 * A warm transfer: the agent who passes a call on talks to the other one first, while the customer waits
 * (`consulting`), then maybe all three do (`conference`), and then it is completed or taken back. Whoever has answered
 * may leave again.
 */
export const warmTransfer: Migration = {
  version: 19,
  name: 'warm-transfer',
  sql: `
    create table transfer_before as select * from transfer;
    drop table transfer;
    create table transfer (
      id text primary key,
      call_id text not null references call (id),
      from_agent_id text not null references agent (id),
      target_agent_id text not null references agent (id),
      target_identity text not null,
      kind text not null check (kind in ('cold', 'warm')),
      state text not null check (state in
        ('ringing', 'connecting', 'consulting', 'conference', 'completed', 'failed', 'cancelled', 'ended')),
      reason text check (reason in ('declined', 'missed', 'offline', 'media_failed', 'left')),
      held_before int not null,
      started_at bigint not null,
      ended_at bigint,
      check ((state in ('ringing', 'connecting', 'consulting', 'conference')) = (ended_at is null)),
      check ((state = 'failed') = (reason is not null)),
      check (kind = 'warm' or state not in ('consulting', 'conference'))
    );
    insert into transfer (id, call_id, from_agent_id, target_agent_id, target_identity, kind, state, reason, held_before, started_at, ended_at)
      select id, call_id, from_agent_id, target_agent_id, target_identity, 'cold', state, reason, held_before, started_at, ended_at
      from transfer_before;
    drop table transfer_before;
    create unique index transfer_live_per_call on transfer (call_id) where ended_at is null;
    create unique index transfer_live_per_target on transfer (target_agent_id) where ended_at is null;
    create index transfer_of_call on transfer (call_id);
  `,
};
