import type { Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { confirmEstablished } from './confirm-established.js';
import { readCallOfAgent } from './read-call.js';

/** The agent's browser hears the customer. A hint: LiveKit is asked. @throws {DomainError} `not_found` */
export async function agentConnected(
  deps: Deps,
  { agentId, callId }: { readonly agentId: string; readonly callId: string },
): Promise<Done> {
  await deps.db.read((q) => readCallOfAgent(q, callId, agentId));
  await confirmEstablished(deps, callId);
  return { serverNow: deps.now() };
}
