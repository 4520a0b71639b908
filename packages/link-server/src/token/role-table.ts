import type { CallState } from '@carillon/contract';

/** Who somebody is in a room. There are no others: nobody administers, hides in or records a room by a token of ours. */
export const roles = [
  'customer',
  'customer-audio',
  'customer-unshared',
  'customer-audio-unshared',
  'agent-ringing',
  'agent-asked',
  'agent',
  'network-check',
] as const;
export type Role = (typeof roles)[number];

/** Kinds of track a participant may publish, named as LiveKit names them. */
export type TrackKind = 'camera' | 'microphone' | 'screen_share' | 'screen_share_audio';

/** What a role may do in its room. */
export interface RoleGrants {
  readonly publish: readonly TrackKind[];
  readonly subscribe: boolean;
}

/**
 * All that a token of ours can allow (design §5). Nobody sends data or changes their own metadata: in-call messages go
 * through the server. An agent whose phone rings is connected, to answer at once, and hears nothing.
 */
export const roleTable: Readonly<Record<Role, RoleGrants>> = Object.freeze({
  customer: { publish: ['camera', 'microphone', 'screen_share'], subscribe: true },
  // Of a link that allows no camera.
  'customer-audio': { publish: ['microphone', 'screen_share'], subscribe: true },
  // Of links that allow no shared screen.
  'customer-unshared': { publish: ['camera', 'microphone'], subscribe: true },
  'customer-audio-unshared': { publish: ['microphone'], subscribe: true },
  // Its browser publishes the microphone muted, so that the answer is nothing but an unmute (ADR 0013).
  'agent-ringing': { publish: ['microphone'], subscribe: false },
  // Asked to take over a call: its customer is in it already, with somebody else.
  'agent-asked': { publish: [], subscribe: false },
  agent: { publish: ['camera', 'microphone', 'screen_share', 'screen_share_audio'], subscribe: true },
  // Alone in a room of its own, with a drawn picture: it measures the way to the media server.
  'network-check': { publish: ['camera'], subscribe: false },
});

/** The role of a customer by what their link allows. */
export function customerRole({ camera, share }: { readonly camera: boolean; readonly share: boolean }): Role {
  if (camera) return share ? 'customer' : 'customer-unshared';
  return share ? 'customer-audio' : 'customer-audio-unshared';
}

/** The role of a call's agent by the state of the call; null where no agent belongs in the room. */
export const agentRoleIn: Readonly<Record<CallState, Role | null>> = Object.freeze({
  queued: null,
  offering: 'agent-ringing',
  connecting: 'agent',
  active: 'agent',
  held: 'agent',
  consulting: 'agent',
  transferring: 'agent',
  ended: null,
});
