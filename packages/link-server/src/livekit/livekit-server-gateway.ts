import {
  ParticipantInfo_State,
  RoomServiceClient,
  ServerError,
  TrackSource,
  type ParticipantInfo,
} from 'livekit-server-sdk';
import { DomainError } from '../domain-error.js';
import { livekitPermission, roleOfPermission } from '../token/livekit-permission.js';
import type { LiveKitKey } from '../token/livekit-token-minter.js';
import type { Role } from '../token/role-table.js';
import type { LiveKitGateway, RoomParticipant } from './livekit-gateway.js';

/**
 * How long a room outlives its last participant, in seconds: longer than a call waits for a side that is away, so that
 * LiveKit never ends what the call record still holds open.
 */
const roomTimeoutSeconds = 150;

const defaultTimeoutMs = 3_000;

export interface LiveKitServerOptions extends LiveKitKey {
  /** Where this server reaches LiveKit, `ws:`, `wss:`, `http:` or `https:`. */
  readonly url: string;
  /** How long one try may take. Default: 3,000 ms; each command gets two. */
  readonly timeoutMs?: number;
}

/** Talks to a LiveKit server by its room service. */
export class LiveKitServerGateway implements LiveKitGateway {
  readonly #rooms: RoomServiceClient;

  constructor({ url, apiKey, apiSecret, timeoutMs = defaultTimeoutMs }: LiveKitServerOptions) {
    this.#rooms = new RoomServiceClient(url, apiKey, apiSecret, { requestTimeout: timeoutMs / 1_000, failover: false });
  }

  async createRoom(room: string, outlivesSeconds = roomTimeoutSeconds): Promise<void> {
    const timeouts = { emptyTimeout: outlivesSeconds, departureTimeout: outlivesSeconds };
    await this.#ask(() => this.#rooms.createRoom({ name: room, ...timeouts }));
  }

  async deleteRoom(room: string): Promise<void> {
    await this.#ask(() => this.#rooms.deleteRoom(room));
  }

  async listRooms(names?: readonly string[]): Promise<string[]> {
    if (names?.length === 0) return [];
    const rooms = await this.#ask(() => this.#rooms.listRooms(names && [...names]));
    return (rooms ?? []).map(({ name }) => name);
  }

  async listParticipants(room: string): Promise<RoomParticipant[]> {
    const participants = await this.#ask(() => this.#rooms.listParticipants(room));
    return (participants ?? []).map(toRoomParticipant);
  }

  async grant(room: string, identity: string, role: Role): Promise<boolean> {
    const permission = { ...livekitPermission(role), canUpdateMetadata: false };
    return (await this.#ask(() => this.#rooms.updateParticipant(room, identity, { permission }))) !== undefined;
  }

  async remove(room: string, identity: string): Promise<void> {
    await this.#ask(() => this.#rooms.removeParticipant(room, identity));
  }

  /** Asks, and once more when there was no answer or a broken one. Undefined when what it is about does not exist. */
  async #ask<T>(request: () => Promise<T>): Promise<T | undefined> {
    for (let triesLeft = 1; ; triesLeft--) {
      try {
        return await request();
      } catch (error) {
        const refusal = error instanceof ServerError ? error : undefined;
        // A proxy's 404 for a wrong address has no such code.
        if (refusal?.code === 'not_found') return undefined;
        if ((refusal && refusal.status < 500) || triesLeft === 0)
          throw new DomainError('media_unavailable', { cause: error });
      }
    }
  }
}

const states: Readonly<Record<ParticipantInfo_State, RoomParticipant['state']>> = {
  [ParticipantInfo_State.JOINING]: 'joining',
  [ParticipantInfo_State.JOINED]: 'joined',
  [ParticipantInfo_State.ACTIVE]: 'active',
  [ParticipantInfo_State.DISCONNECTED]: 'disconnected',
};

function toRoomParticipant({ identity, state, tracks, permission }: ParticipantInfo): RoomParticipant {
  const publishes = (source: TrackSource) => tracks.some((track) => track.source === source);
  return {
    identity,
    state: states[state],
    role: permission ? roleOfPermission(permission) : null,
    publishes: { microphone: publishes(TrackSource.MICROPHONE), camera: publishes(TrackSource.CAMERA) },
  };
}
