import type { Migration } from './migration.js';

/**
 * Routing and the line of those who wait look at calls that wait, wherever they wait: not at all that ever were. Servers
 * know of each other's streams, so that one whose stream of an agent breaks knows whether they listen elsewhere.
 */
export const routing: Migration = {
  version: 9,
  name: 'routing',
  sql: `
    create index call_in_state on call (state, queue_id);
    create table agent_stream (
      id text primary key,
      agent_id text not null references agent (id),
      server text not null,
      until bigint not null
    );
    create index agent_stream_of on agent_stream (agent_id, until);
  `,
};
