import type { Query } from '../../store/database.js';
import { hasAnswered } from '../../transfer/running-transfer.js';
import { retryAfterMs } from '../../queue/match-calls.js';

/** What must find nothing, ever, once everything that is due has been done. `$1` is the time. */
const rules: Readonly<Record<string, string>> = {
  'a call is offering exactly while one phone rings for it': `
    select call.id from call where (state = 'offering') <>
      (select count(*) = 1 from offer where call_id = call.id and offer.state = 'ringing' and offer.transfer_id is null)`,
  'a phone rings only at somebody who is Active, there and free (RCV-3 to RCV-6)': `
    select offer.id from offer join agent on agent.id = agent_id where offer.state = 'ringing' and (
      agent.status <> 'active' or agent.presence_until <= $1
      or exists (select 1 from call where call.agent_id = agent.id and call.state in ('connecting', 'active', 'held'))
      or exists (select 1 from transfer where target_agent_id = agent.id and ${hasAnswered('transfer')})
      or exists (select 1 from wrapup where wrapup.agent_id = agent.id and closed_at is null)
      or not exists (select 1 from agent_queue join call on call.queue_id = agent_queue.queue_id
                     where agent_queue.agent_id = agent.id and call.id = offer.call_id))`,
  'a phone rings only for somebody who is there': `
    select id from call where state = 'offering' and customer_away = 1`,
  'nobody waits for an agent who could be asked': `
    select call.id from call join agent_queue on agent_queue.queue_id = call.queue_id join agent on agent.id = agent_queue.agent_id
    where call.state = 'queued' and customer_away = 0 and agent.status = 'active' and presence_until > $1
      and not exists (select 1 from offer where offer.agent_id = agent.id and offer.state = 'ringing')
      and not exists (select 1 from call as other where other.agent_id = agent.id and other.state in ('connecting', 'active', 'held'))
      and not exists (select 1 from transfer where target_agent_id = agent.id and ${hasAnswered('transfer')})
      and not exists (select 1 from wrapup where wrapup.agent_id = agent.id and closed_at is null)
      and (call.sharer_waits = 0 or call.sharer_until <= $1 or call.sharer_id = agent.id)
      and coalesce((select max(ended_at) from offer where offer.agent_id = agent.id and call_id = call.id and state <> 'withdrawn'), 0) <= $1 - ${retryAfterMs}`,
  'whoever shared a link is asked before all others while they are free, and lets it pass once (LNK-18)': `
    select call.id from call join agent on agent.id = call.sharer_id
    where call.state = 'queued' and customer_away = 0 and call.sharer_until > $1 and agent.status = 'active' and presence_until > $1
      and not exists (select 1 from offer where offer.agent_id = agent.id and (offer.state = 'ringing' or (offer.call_id = call.id and offer.state <> 'withdrawn')))
      and not exists (select 1 from call as other where other.agent_id = agent.id and other.state in ('connecting', 'active', 'held'))
      and not exists (select 1 from transfer where target_agent_id = agent.id and ${hasAnswered('transfer')})
      and not exists (select 1 from wrapup where wrapup.agent_id = agent.id and closed_at is null)`,
  'a ring has its timer, and nothing else has': `
    select coalesce(offer.id, ref) as id from (select * from offer where state = 'ringing') as offer
    full join (select * from timer where kind = 'ring') as timer on ref = offer.id where due_at is distinct from expires_at`,
  'an open wrap-up has its timer, and nothing else has': `
    select coalesce(wrapup.id, ref) as id from (select * from wrapup where closed_at is null) as wrapup
    full join (select * from timer where kind = 'wrapup') as timer on ref = wrapup.id where due_at is distinct from ends_at`,
  'an answered call has a time to connect in, no other call has': `
    select id from call where (state = 'connecting') <> exists (select 1 from timer where kind = 'connect' and ref = call.id)`,
  'a waiting call has a lease, no other call has': `
    select id from call where (state in ('queued', 'offering', 'connecting')) <> exists (select 1 from timer where kind = 'lease' and ref = call.id)`,
  'an absence from a call is limited, and nothing else is': `
    select id from call where state <> 'connecting' and (state in ('active', 'held') and customer_away + agent_away > 0)
      <> exists (select 1 from timer where kind = 'absent' and ref = call.id)`,
  'a customer’s silence is noticed in time': `
    select id from call where state <> 'ended' and customer_away = 0
      and not exists (select 1 from timer where kind = 'customer-presence' and ref = call.id and due_at = customer_until)`,
  'an agent’s silence is noticed in time': `
    select id from agent where presence_until > $1
      and not exists (select 1 from timer where kind = 'agent-presence' and ref = agent.id and due_at = presence_until)`,
  'a call is held exactly while it is known since when': `
    select id from call where (state = 'held') <> (held_at is not null)`,
  'nothing is left of a call that has ended': `
    select id from call where state = 'ended' and (customer_away = 1 or agent_away = 1
      or exists (select 1 from timer where ref = call.id) or exists (select 1 from offer where call_id = call.id and state = 'ringing'))`,
  'a one-time link has one customer at a time (LNK-14)': `
    select link_id as id from call join call_link on call_link.id = link_id
    where kind = 'one-time' and state <> 'ended' group by link_id having count(*) > 1`,
  'a one-time link leads to one conversation in its life (LNK-14)': `
    select link_id as id from call join call_link on call_link.id = link_id
    where kind = 'one-time' and established_at is not null group by link_id having count(*) > 1`,
  'a one-time link is used exactly when its call was established (Q-6)': `
    select id from call_link where kind = 'one-time' and (used_at is not null)
      <> exists (select 1 from call where link_id = call_link.id and established_at is not null)`,
  'a link is leased exactly while its customer has a call, or had theirs': `
    select id from call_link where kind = 'one-time' and (lease_hash is not null)
      <> (used_at is not null or exists (select 1 from call where link_id = call_link.id and state <> 'ended'))`,
  'a wrap-up follows every call that was established, and no other (WRP-1)': `
    select id from call where (state = 'ended' and established_at is not null
        and not exists (select 1 from wrapup where wrapup.call_id = call.id))
      or (established_at is null and exists (select 1 from wrapup where wrapup.call_id = call.id))`,
  'whoever passed a call on has a wrap-up for it (TRA-4)': `
    select id from transfer where state = 'completed'
      and not exists (select 1 from wrapup where wrapup.call_id = transfer.call_id and wrapup.agent_id = from_agent_id)`,
  'a call that is being passed on is kept by who does so, until the other is heard (E-09)': `
    select transfer.id from transfer join call on call.id = call_id where transfer.ended_at is null
      and (call.state <> case transfer.state when 'conference' then 'active' else 'held' end or call.agent_id is distinct from from_agent_id or call.transfer_id <> transfer.id)`,
  'a transfer rings exactly while the phone of who is to have the call does': `
    select id from transfer where (state = 'ringing') <> exists (select 1 from offer where offer.transfer_id = transfer.id
      and offer.state = 'ringing' and offer.agent_id = target_agent_id and offer.identity = target_identity)`,
  'an answered transfer has a time to connect in, one that is talked about only while the other agent is away': `
    select coalesce(transfer.id, ref) as id from
      (select transfer.id, transfer.state, presence_until from transfer join agent on agent.id = target_agent_id
       where ${hasAnswered('transfer')}) as transfer
    full join (select * from timer where kind = 'transfer-connect') as timer on ref = transfer.id
    where transfer.id is null or (transfer.state = 'connecting' and ref is null)
      or (transfer.state <> 'connecting' and ref is not null and presence_until > $1)`,
  'nobody is alone in a call that is active': `
    select id from call where state in ('active', 'held') and (agent_id is null or agent_identity is null)`,
  'nobody has two calls (RCV-3)': `
    select agent_id as id from (
      select agent_id from call where state in ('connecting', 'active', 'held')
      union all select target_agent_id from transfer where ${hasAnswered('transfer')}) as theirs
    group by agent_id having count(*) > 1`,
  'places in line are 1, 2, 3 …': `
    select id from (select id, position, row_number() over (partition by queue_id order by priority desc, queued_at, id) as place
      from call where state in ('queued', 'offering')) as line where position is distinct from place`,
  'a status chosen for later is waiting for something': `
    select id from agent where next_status is not null
      and not exists (select 1 from call where agent_id = agent.id and state in ('connecting', 'active', 'held'))
      and not exists (select 1 from transfer where target_agent_id = agent.id and ${hasAnswered('transfer')})
      and not exists (select 1 from wrapup where agent_id = agent.id and closed_at is null)`,
  'LiveKit has been told everything': 'select target as id from outbox',
};

/** The rules that the record breaks, with what broke them. */
export async function recordFaults(q: Query, now: number): Promise<string[]> {
  const faults: string[] = [];
  for (const [rule, sql] of Object.entries(rules)) {
    const rows = await q.all<{ id: string }>(sql, ...(sql.includes('$1') ? [now] : []));
    if (rows.length > 0) faults.push(`${rule}: ${rows.map(({ id }) => id).join(', ')}`);
  }
  return faults;
}
