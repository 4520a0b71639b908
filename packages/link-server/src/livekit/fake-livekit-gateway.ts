import { DomainError } from '../domain-error.js';
import { roleTable, type Role, type RoleGrants } from '../token/role-table.js';
import type { LiveKitGateway, RoomParticipant } from './livekit-gateway.js';

interface FakeParticipant {
  role: Role;
  state: RoomParticipant['state'];
  publishes: { microphone: boolean; camera: boolean };
}

/** Names of what the server can ask. */
export type LiveKitCommand = keyof LiveKitGateway;

/** LiveKit in memory: rooms, who is in them with which grants, and failures on demand. */
export class FakeLiveKitGateway implements LiveKitGateway {
  /** What was asked, oldest first, as `['createRoom', 'rom_1']`. */
  readonly asked: (readonly [LiveKitCommand, ...unknown[]])[] = [];
  readonly #rooms = new Map<string, Map<string, FakeParticipant>>();
  readonly #failures = new Map<LiveKitCommand, number>();
  #down = false;

  async createRoom(room: string): Promise<void> {
    this.#answer('createRoom', room);
    if (!this.#rooms.has(room)) this.#rooms.set(room, new Map());
  }

  async deleteRoom(room: string): Promise<void> {
    this.#answer('deleteRoom', room);
    this.#rooms.delete(room);
  }

  async listRooms(names?: readonly string[]): Promise<string[]> {
    this.#answer('listRooms', names);
    return [...this.#rooms.keys()].filter((room) => !names || names.includes(room));
  }

  async listParticipants(room: string): Promise<RoomParticipant[]> {
    this.#answer('listParticipants', room);
    return [...(this.#rooms.get(room) ?? [])].map(([identity, { role, state, publishes }]) => ({
      identity,
      state,
      role,
      publishes: { ...publishes },
    }));
  }

  async grant(room: string, identity: string, role: Role): Promise<boolean> {
    this.#answer('grant', room, identity, role);
    const participant = this.#find(room, identity);
    if (!participant) return false;
    participant.role = role;
    // LiveKit unpublishes what a participant may no longer publish.
    for (const kind of ['microphone', 'camera'] as const) {
      if (!roleTable[role].publish.includes(kind)) participant.publishes[kind] = false;
    }
    return true;
  }

  async remove(room: string, identity: string): Promise<void> {
    this.#answer('remove', room, identity);
    this.#rooms.get(room)?.delete(identity);
  }

  /** A browser joins. Refused like the real one when the room is missing. */
  join(room: string, identity: string, role: Role): void {
    const participants = this.#rooms.get(room);
    if (this.#down || !participants) throw new Error('requested room does not exist');
    participants.set(identity, { role, state: 'active', publishes: { microphone: false, camera: false } });
  }

  /** A browser joins with a token of ours, with what it allows. Says who it was. */
  joinWith(token: string): { readonly room: string; readonly identity: string } {
    const { sub: identity, video } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      sub: string;
      video: { room: string; canPublishSources: string[]; canSubscribe: boolean };
    };
    const matches = ([, grants]: [string, RoleGrants]) =>
      grants.subscribe === video.canSubscribe && grants.publish.join() === video.canPublishSources.join();
    const role = Object.entries(roleTable).find(matches)?.[0];
    if (!role) throw new Error('the token has grants of no role');
    this.join(video.room, identity, role as Role);
    return { room: video.room, identity };
  }

  /** A participant publishes or unpublishes tracks. Refused when their role does not allow it. */
  publish(room: string, identity: string, tracks: Partial<RoomParticipant['publishes']> = { microphone: true }): void {
    const participant = this.#find(room, identity);
    if (!participant) throw new Error('not in the room');
    for (const kind of ['microphone', 'camera'] as const) {
      if (tracks[kind] && !roleTable[participant.role].publish.includes(kind))
        throw new Error('insufficient permissions');
    }
    Object.assign(participant.publishes, tracks);
  }

  /** A browser leaves, for whatever reason. */
  leave(room: string, identity: string): void {
    this.#rooms.get(room)?.delete(identity);
  }

  /** What a participant may do now; undefined for somebody who is not there. */
  roleOf(room: string, identity: string): Role | undefined {
    return this.#find(room, identity)?.role;
  }

  /** The media server crashes: rooms and participants are gone, and nothing answers until `up`. */
  crash(): void {
    this.#down = true;
    this.#rooms.clear();
  }

  up(): void {
    this.#down = false;
  }

  /** Makes the next calls of a command fail as if LiveKit could not be reached. */
  failNext(command: LiveKitCommand, times = 1): void {
    this.#failures.set(command, times);
  }

  #answer(command: LiveKitCommand, ...args: unknown[]): void {
    this.asked.push([command, ...args]);
    const failures = this.#failures.get(command) ?? 0;
    if (failures) this.#failures.set(command, failures - 1);
    if (failures || this.#down) throw new DomainError('media_unavailable');
  }

  #find(room: string, identity: string): FakeParticipant | undefined {
    return this.#rooms.get(room)?.get(identity);
  }
}
