import type { Transition } from '../transition/transition.js';

/**
 * Tells the agents of a queue that a conversation has a new call: those are the calls that have no place in line yet. Not
 * by the transition that began the call, as all that begin in one queue would wait for each other at its agents' streams.
 */
export async function tellArrivals({ q, conversations }: Transition): Promise<void> {
  const arrived = await q.all<{ conversation_id: string }>(
    `select conversation_id from call where state in ('queued', 'offering') and position is null`,
  );
  for (const { conversation_id } of arrived) conversations.add(conversation_id);
}
