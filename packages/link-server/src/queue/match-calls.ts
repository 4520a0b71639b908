import { sharerRingEnd, sharerTurn, type SharedCall } from './sharer-turn.js';

/** After declining or missing a call an agent is left in peace for this long before the same call rings there again. */
export const retryAfterMs = 10_000;

/** A call that waits, in the order in which calls are served. */
export interface WaitingCall extends SharedCall {
  readonly id: string;
  readonly queue_id: string;
  /** Whether its queue chooses by itself who is asked, as 0 or 1. */
  readonly auto_assign: number;
}

/** An agent who could take a call of this queue now. */
export interface FreeAgent {
  readonly id: string;
  readonly queue_id: string;
  /** How many offers in a row they let ring out. */
  readonly missed: number;
  readonly idle_since: number;
}

/** When an agent last let a call pass. */
export interface Pass {
  readonly call_id: string;
  readonly agent_id: string;
  readonly passed_at: number;
}

export interface Match {
  readonly callId: string;
  readonly agentId: string;
  /** It rings no longer than this, in epoch milliseconds. */
  readonly latest: number;
}

export interface Matches {
  readonly matches: readonly Match[];
  /** When somebody who is left in peace may be asked again; null: nobody has to be. */
  readonly retryAt: number | null;
}

/**
 * Decides which call rings at whom: for each call in turn the agent who shared its link, where that is wanted; else whom
 * it has not rung at yet, then who has not just missed one, then who has been idle longest (spec §3.3, LNK-18). A queue
 * without automatic assignment is otherwise left to its agents.
 */
export function matchCalls(
  waiting: readonly WaitingCall[],
  free: readonly FreeAgent[],
  passes: readonly Pass[],
  now: number,
): Matches {
  const byQueue = new Map<string, FreeAgent[]>();
  for (const agent of free) byQueue.set(agent.queue_id, [...(byQueue.get(agent.queue_id) ?? []), agent]);
  for (const agents of byQueue.values()) agents.sort(inTurn);
  const passedAt = new Map(passes.map((pass) => [`${pass.call_id} ${pass.agent_id}`, pass.passed_at]));
  const taken = new Set<string>();
  const matches: Match[] = [];
  let retryAt = Infinity;

  for (const call of waiting) {
    const candidates = (byQueue.get(call.queue_id) ?? []).filter(({ id }) => !taken.has(id));
    const ring = (agentId: string, latest: number) => {
      taken.add(agentId);
      matches.push({ callId: call.id, agentId, latest });
    };
    const turn = sharerTurn(call, (agentId) => candidates.some(({ id }) => id === agentId), now);
    if (turn === 'wait') continue;
    if (turn === 'sharer' && call.sharer_id !== null) {
      ring(call.sharer_id, sharerRingEnd(call, now));
      continue;
    }
    if (call.auto_assign === 0) continue;
    const pass = (id: string) => passedAt.get(`${call.id} ${id}`);
    const fresh = candidates.find(({ id }) => pass(id) === undefined);
    if (fresh) {
      ring(fresh.id, Infinity);
      continue;
    }
    const rested = candidates.filter(({ id }) => (pass(id) ?? 0) + retryAfterMs <= now);
    const longestAgo = rested.sort((a, b) => (pass(a.id) ?? 0) - (pass(b.id) ?? 0))[0];
    if (longestAgo) ring(longestAgo.id, Infinity);
    else for (const { id } of candidates) retryAt = Math.min(retryAt, (pass(id) ?? now) + retryAfterMs);
  }
  return { matches, retryAt: retryAt === Infinity ? null : retryAt };
}

const inTurn = (a: FreeAgent, b: FreeAgent): number =>
  a.missed - b.missed || a.idle_since - b.idle_since || (a.id < b.id ? -1 : 1);
