import type { MediaGrant } from '@carillon/contract';
import { FakeMediaRoom } from '../fake-media-room.js';
import { MediaError } from '../media-error.js';
import type { ParticipantState } from '../media-room.js';
import type { RoomWorld } from './media-room-conformance.js';
import { makePicture, makeSound } from './make-tracks.js';

const refusedToken = 'eyJhbGciOiJIUzI1NiJ9.none';

/** A media server in memory: fake rooms that see each other. */
export class FakeRoomWorld implements RoomWorld {
  readonly #rooms: FakeMediaRoom[] = [];
  #passing = false;

  room(): Promise<FakeMediaRoom> {
    const room = new FakeMediaRoom();
    const connect = room.connect.bind(room);
    room.connect = (grant) => {
      room.grantsPublish = grant.token !== 'asked';
      room.grantsHearing = grant.token === 'full';
      if (grant.token === refusedToken) room.failConnect = new MediaError('connection-refused');
      for (const before of this.#rooms)
        if (before !== room && this.#identity(before) === grant.identity) before.drop('moved');
      return connect(grant);
    };
    this.#rooms.push(room);
    room.subscribe(() => this.#pass());
    return Promise.resolve(room);
  }

  grant = (identity: string): Promise<MediaGrant> => Promise.resolve({ url: '', token: 'full', identity });
  ringingGrant = (): Promise<MediaGrant> => Promise.resolve({ url: '', token: 'ringing', identity: 'own' });
  askedGrant = (): Promise<MediaGrant> => Promise.resolve({ url: '', token: 'asked', identity: 'own' });
  refusedGrant = (): Promise<MediaGrant> => Promise.resolve({ url: '', token: refusedToken, identity: 'own' });
  sound = makeSound;
  picture = makePicture;

  allow(): Promise<void> {
    for (const room of this.#rooms) if (this.#identity(room) === 'own') room.set({ canPublish: true, canHear: true });
    return Promise.resolve();
  }

  end(): Promise<void> {
    for (const room of this.#rooms) if (room.state.connection === 'connected') room.drop('ended');
    return Promise.resolve();
  }

  #identity(room: FakeMediaRoom): string | undefined {
    return this.#local(room)?.identity;
  }

  #local(room: FakeMediaRoom): ParticipantState | undefined {
    return room.state.connection === 'connected' ? room.state.participants.find(({ local }) => local) : undefined;
  }

  /** Everybody who is connected sees everybody else. */
  #pass(): void {
    if (this.#passing) return;
    this.#passing = true;
    for (const room of this.#rooms) {
      if (!this.#local(room)) continue;
      for (const known of room.state.participants)
        if (!known.local && !this.#rooms.some((one) => this.#identity(one) === known.identity))
          room.gone(known.identity);
      for (const one of this.#rooms) {
        const local = one === room ? undefined : this.#local(one);
        const seen = room.state.canHear ? local : local && { ...local, microphone: 'none', camera: 'none' };
        if (seen) room.remote(seen.identity, { ...seen, local: false } as ParticipantState);
      }
    }
    this.#passing = false;
  }
}
