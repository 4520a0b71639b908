import type { Deps } from '../deps.js';
import { agentStream } from '../transition/publish-changes.js';
import { agentFarewell } from './agent-farewell.js';

/** An agent's stream has ended. The last one of an agent takes the ring along (decisions, Server). */
export async function agentStreamClosed(deps: Deps, { agentId }: { readonly agentId: string }): Promise<void> {
  if (deps.streams.subscribers(agentStream(agentId)) === 0) await agentFarewell(deps, { agentId });
}
