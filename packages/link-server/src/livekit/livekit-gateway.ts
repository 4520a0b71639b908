import type { Role } from '../token/role-table.js';

/** Somebody in a room. */
export interface RoomParticipant {
  readonly identity: string;
  /** `active` once media can flow. */
  readonly state: 'joining' | 'joined' | 'active' | 'disconnected';
  /** What they may do just now; null when that is what no role of ours may. */
  readonly role: Role | null;
  /** Which tracks they publish, muted or not. */
  readonly publishes: { readonly microphone: boolean; readonly camera: boolean };
}

/**
 * What the server asks of LiveKit. Every command may be repeated without harm. All of them throw
 * `DomainError('media_unavailable')` when LiveKit cannot be reached or refuses.
 */
export interface LiveKitGateway {
  /** Makes the room exist. An existing one is left as it is. It outlives its last participant by so many seconds; default: 150. */
  createRoom(room: string, outlivesSeconds?: number): Promise<void>;
  /** Ends the room and locks everybody out of it for good. A missing one is fine. */
  deleteRoom(room: string): Promise<void>;
  /** Names of the rooms that exist, of those asked for or of all. */
  listRooms(names?: readonly string[]): Promise<string[]>;
  /** Who is in the room; nobody when it does not exist. */
  listParticipants(room: string): Promise<RoomParticipant[]>;
  /** Gives a participant what the role allows. False when they are not in the room. */
  grant(room: string, identity: string, role: Role): Promise<boolean>;
  /** Removes a participant, who could come back with a token they still hold. Somebody absent is fine. */
  remove(room: string, identity: string): Promise<void>;
}
