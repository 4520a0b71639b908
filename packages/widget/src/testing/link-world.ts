import { CallSession, type LocalMedia } from '@carillon/call';
import { FakeMediaRoom } from '@carillon/call/testing';
import type { CustomerCall, JoinView } from '@carillon/contract';
import { CallbackMemory } from '../session/callback-memory.js';
import { createLinkPort } from '../session/create-link-port.js';
import { LinkMemory } from '../session/link-memory.js';
import { LinkSession } from '../session/link-session.js';
import { makeSecret } from '../session/make-secret.js';
import { testPictureUrl } from './brand-pictures.js';
import { fakeMedia } from './fake-devices.js';
import { FakeLinkServer } from './fake-link-server.js';
import { eagerClock, ManualClock } from './manual-clock.js';

export interface LinkWorldOptions {
  readonly view?: Partial<JoinView>;
  /** A call this browser has under the link when the page is opened. */
  readonly call?: Partial<CustomerCall>;
  readonly media?: LocalMedia;
  /** Shared by tabs of one browser. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly server?: FakeLinkServer;
  /** Tabs with the same name are tabs of one browser. Default: a browser of its own. */
  readonly tabs?: string;
}

/** Storage of a browser that is gone with the test. */
export const memoryStorage = (): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
};

let worlds = 0;

/** A link's page without a network: a server, rooms and devices that a test drives, and the real session between them. */
export class LinkWorld {
  readonly server: FakeLinkServer;
  readonly session: LinkSession;
  readonly media: LocalMedia;
  readonly memory: LinkMemory;
  readonly clock = new ManualClock();
  /** Rooms that were made, oldest first. */
  readonly rooms: FakeMediaRoom[] = [];
  preloads = 0;

  constructor({ view, call, media = fakeMedia(), storage = memoryStorage(), server, tabs }: LinkWorldOptions = {}) {
    this.server = server ?? new FakeLinkServer(view);
    this.media = media;
    this.memory = new LinkMemory('code', [() => storage]);
    if (call) {
      const secret = makeSecret();
      this.memory.write({ secret, muted: false, cameraOff: false, listenOnly: false });
      this.server.holder = secret;
      this.server.set(call);
    }
    const name = tabs ?? `world-${worlds++}`;
    this.session = new LinkSession({
      code: name,
      port: {
        ...createLinkPort({ code: 'code', server: 'https://calls.test', fetch: this.server.fetch, clock: eagerClock }),
        pictureUrl: testPictureUrl,
        soundUrl: (id) => `/sounds/${id}`,
      },
      memory: this.memory,
      callbacks: new CallbackMemory('code', [() => storage]),
      media,
      clock: this.clock,
      preload: () => {
        this.preloads++;
        return Promise.resolve();
      },
      checkNetwork: async (grant) => {
        const { identity } = await grant();
        return { verdict: 'good', code: `NET-2-${identity}` };
      },
      createCall: (control, options) =>
        new CallSession({ control, rooms: () => this.#makeRoom(), storage, clock: this.clock, ...options }),
    });
  }

  /** The newest room. */
  get room(): FakeMediaRoom {
    const room = this.rooms.at(-1);
    if (!room) throw new Error('no room yet');
    return room;
  }

  /** Resolves once the session, its call or the server is as asked for. */
  until(holds: (session: LinkSession) => boolean): Promise<void> {
    const giveUp = performance.now() + 5_000;
    return new Promise((resolve, reject) => {
      const look = () => {
        if (holds(this.session)) return resolve();
        if (performance.now() > giveUp) return reject(new Error(`never came true: ${this.#describe()}`));
        // A call changes without its session saying so: looked at with every task.
        setTimeout(look);
      };
      look();
    });
  }

  #describe(): string {
    const { view, call, ...rest } = this.session.snapshot;
    const states = `link ${view?.state ?? 'unknown'}, call ${call?.state ?? 'none'}, ${JSON.stringify(rest)}`;
    return `${states}; asked ${this.server.asked.join(', ')}`;
  }

  #makeRoom(): Promise<FakeMediaRoom> {
    const room = new FakeMediaRoom();
    this.rooms.push(room);
    return Promise.resolve(room);
  }
}
