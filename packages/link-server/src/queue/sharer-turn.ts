/** What routing has to know of a waiting call to decide whether the agent who shared its link is asked first. */
export interface SharedCall {
  readonly sharer_id: string | null;
  /** Until when they come first. */
  readonly sharer_until: number | null;
  /** Whether the call waits for them while they are busy, as 0 or 1. */
  readonly sharer_waits: number;
  /** How often they have let this call pass. */
  readonly sharer_passes: number;
  /** Whether they are at work, as 0 or 1: Active and there, be it on another call. */
  readonly sharer_there: number;
}

/** The columns of a `SharedCall`; the parameter is the present moment. */
export const sharedCallColumns = (now: string) => `sharer_id, sharer_until, sharer_waits,
  (select count(*) from offer where offer.call_id = call.id and offer.agent_id = sharer_id and offer.state <> 'withdrawn') as sharer_passes,
  (select count(*) from agent where agent.id = sharer_id and agent.status = 'active' and agent.presence_until > ${now}) as sharer_there`;

/**
 * Whose turn a call is (LNK-18, E-32). `sharer`: it rings at whoever shared the link. `wait`: at nobody yet, as they are
 * busy and the configuration says to wait. `queue`: the rules of the queue choose, because nobody shared it, the time is
 * over, they have let it pass, or they cannot be had.
 */
export function sharerTurn(
  call: SharedCall,
  isFree: (agentId: string) => boolean,
  now: number,
): 'sharer' | 'wait' | 'queue' {
  const { sharer_id: sharer, sharer_until: until } = call;
  if (sharer === null || until === null || until <= now || call.sharer_passes > 0) return 'queue';
  if (isFree(sharer)) return 'sharer';
  return call.sharer_waits === 1 && call.sharer_there === 1 ? 'wait' : 'queue';
}

/** Ends the time in which the sharer comes first; its ref is the call. */
export const sharerTimer = 'sharer';

/** No phone rings for less, however late the sharer becomes free. */
const shortestRingMs = 3_000;

/** Until when a call rings at its sharer: not longer than they come first. */
export const sharerRingEnd = ({ sharer_until: until }: Pick<SharedCall, 'sharer_until'>, now: number): number =>
  Math.max(until ?? now, now + shortestRingMs);
