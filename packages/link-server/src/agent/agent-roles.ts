import type { AgentRole } from '@carillon/contract';

const rank: Readonly<Record<AgentRole, number>> = Object.freeze({ agent: 0, supervisor: 1, admin: 2 });

/** Whether a role may what another one may. */
export const mayAct = (role: AgentRole, needed: AgentRole): boolean => rank[role] >= rank[needed];
