import type { AgentAvailability, AgentStatus } from '@carillon/contract';

/** What is known of an agent at one moment. */
export interface AgentFacts {
  readonly status: AgentStatus;
  readonly present: boolean;
  readonly wrapping: boolean;
  readonly call: 'none' | 'live' | 'held' | 'transferring';
  readonly ringing: boolean;
  readonly missed: boolean;
}

const callWords = { live: 'in_call', held: 'on_hold', transferring: 'transferring' } as const;

/** The weightiest fact wins: offline, wrapping, in call or on hold, ringing, missed, then what the agent chose (spec §3.3). */
export function availabilityOf({ status, present, wrapping, call, ringing, missed }: AgentFacts): AgentAvailability {
  if (!present) return 'offline';
  if (wrapping) return 'wrapping';
  if (call !== 'none') return callWords[call];
  if (ringing) return 'ringing';
  if (status !== 'active') return status;
  return missed ? 'missed' : 'available';
}
