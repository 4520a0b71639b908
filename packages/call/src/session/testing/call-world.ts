import type { MediaGrant, TransferCallRequest } from '@carillon/contract';
import { FakeMediaRoom } from '../../media/fake-media-room.js';
import { LocalMedia } from '../../media/local-media.js';
import { FakeMediaDevices, memoryStorage } from '../../media/testing/fake-media-devices.js';
import type { CallControl } from '../call-control.js';
import { CallSession, type CallSessionOptions } from '../call-session.js';
import type { CallRecord } from '../call-snapshot.js';
import { emptyRecord } from '../derive-call.js';
import { flush, ManualClock } from './manual-clock.js';

export const grant: MediaGrant = { url: 'wss://media.test', token: 'token', identity: 'me' };

/** A call as the server has it. */
export const makeRecord = (change: Partial<CallRecord> = {}): CallRecord => ({
  ...emptyRecord,
  id: 'cal_1',
  version: 1,
  state: 'active',
  remoteName: 'Ana Kovač',
  queueName: 'Support',
  establishedAt: 10,
  ...change,
});

/** How the server refuses. */
export const refusal = (code: string): Error => Object.assign(new Error(code), { code });

/** A link-server for one call. */
export class FakeCallControl implements CallControl {
  readonly asked: string[] = [];
  record = makeRecord();
  /** Thrown instead of an answer, until it is null again. */
  failure: Error | null = null;
  /** Never answers while true: a network that swallows. */
  silent = false;
  media: MediaGrant | null = grant;

  async token() {
    this.asked.push('token');
    if (this.silent) await new Promise(() => undefined);
    if (this.failure !== null) throw this.failure;
    return { record: this.record, media: this.media };
  }

  connected(): Promise<void> {
    this.asked.push('connected');
    return Promise.resolve();
  }

  /** The record as it stands once the customer is on hold. */
  async hold(): Promise<CallRecord> {
    return this.#become('hold', { state: 'held', heldAt: 20 });
  }

  async resume(): Promise<CallRecord> {
    return this.#become('resume', { state: 'active', heldAt: null });
  }

  async transfer(target: TransferCallRequest): Promise<CallRecord> {
    if (target.to === 'queue') return this.#become('transfer', { state: 'ended', endReason: 'transferred' });
    return this.#become('transfer', { state: 'transferring' });
  }

  /** The customer is let in where two agents talk. */
  async joinTransfer(): Promise<CallRecord> {
    const { consult } = this.record;
    return this.#become('join transfer', { state: 'active', consult: consult && { ...consult, conference: true } });
  }

  async completeTransfer(): Promise<CallRecord> {
    return this.#become('complete transfer', { state: 'ended', endReason: 'transferred', consult: null });
  }

  async cancelTransfer(): Promise<CallRecord> {
    return this.#become('cancel transfer', { state: 'active', consult: null });
  }

  hangup(): Promise<void> {
    this.asked.push('hangup');
    return this.failure === null ? Promise.resolve() : Promise.reject(this.failure);
  }

  mediaFailed(code: string): Promise<void> {
    this.asked.push(`failed ${code}`);
    return Promise.resolve();
  }

  async #become(asked: string, change: Partial<CallRecord>): Promise<CallRecord> {
    this.asked.push(asked);
    if (this.silent) await new Promise(() => undefined);
    if (this.failure !== null) throw this.failure;
    this.record = { ...this.record, ...change, version: this.record.version + 1 };
    return this.record;
  }
}

/** One side of a call without a network: a server, rooms, devices and a clock that a test drives. */
export class CallWorld {
  readonly control = new FakeCallControl();
  readonly devices = new FakeMediaDevices();
  readonly clock = new ManualClock();
  readonly storage: ReturnType<typeof memoryStorage>;
  readonly media: LocalMedia;
  readonly session: CallSession;
  /** Rooms that were made, oldest first. */
  readonly rooms: FakeMediaRoom[] = [];
  /** Whether the media server answers a knock. */
  reachable = true;
  /** What to do to each new room before anybody has it. */
  dress: (room: FakeMediaRoom) => void = () => undefined;

  constructor(options: Partial<CallSessionOptions> = {}, storage = memoryStorage()) {
    this.storage = storage;
    this.media = new LocalMedia({ devices: this.devices as unknown as MediaDevices, storage: null });
    this.session = new CallSession({
      control: this.control,
      rooms: () => Promise.resolve(this.#make()),
      media: this.media,
      clock: this.clock,
      storage,
      knock: () =>
        this.reachable
          ? Promise.resolve(true)
          : new Promise((resolve) => void this.clock.after(1_000, () => resolve(this.reachable))),
      ...options,
    });
  }

  /** The newest room. */
  get room(): FakeMediaRoom {
    const room = this.rooms.at(-1);
    if (!room) throw new Error('no room yet');
    return room;
  }

  /** In an established call with somebody who can be heard. */
  async inCall(change: Partial<CallRecord> = {}): Promise<this> {
    this.control.record = makeRecord(change);
    this.session.join(this.control.record, grant);
    await flush();
    this.room.remote('customer', { microphone: 'on' });
    await flush();
    return this;
  }

  /** What the newest room was asked for that begins so. */
  asked(beginning: string): string[] {
    return this.room.asked.filter((one) => one.startsWith(beginning));
  }

  #make(): FakeMediaRoom {
    const room = new FakeMediaRoom();
    this.dress(room);
    this.rooms.push(room);
    return room;
  }
}
