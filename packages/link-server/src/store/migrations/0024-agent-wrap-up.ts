import type { Migration } from './migration.js';

/** How long an agent wraps up, where that is not as the queue and the company have it (WRP-4). */
export const agentWrapUp: Migration = {
  version: 24,
  name: 'agent-wrap-up',
  sql: `alter table agent add column wrap_up_ms int check (wrap_up_ms between 0 and 3600000);`,
};
