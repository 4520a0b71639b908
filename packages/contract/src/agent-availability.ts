import * as z from 'zod/mini';

/** What the system makes of it. `available` is the only one that is offered calls. */
export const AgentAvailability = z.enum([
  'available',
  'away',
  'busy',
  'offline',
  'ringing',
  'in_call',
  'on_hold',
  'transferring',
  'wrapping',
  'missed',
]);
export type AgentAvailability = z.infer<typeof AgentAvailability>;
