import type { MediaGrant } from '@carillon/contract';
import { MediaError } from '../media-error.js';
import type { MediaRoom, MediaRoomState, ParticipantState } from '../media-room.js';
import { expectEqual, until, untilState } from './until.js';

/** A call with two sides, and a media server that does as it is told. Identities are `own` and `other`. */
export interface RoomWorld {
  /** A new room, not connected. */
  room(): Promise<MediaRoom>;
  grant(identity: 'own' | 'other'): Promise<MediaGrant>;
  /** A token that lets in, and send a microphone, and not hear. */
  ringingGrant(): Promise<MediaGrant>;
  /** A token that lets in but neither send nor hear. */
  askedGrant(): Promise<MediaGrant>;
  /** A token that the media server does not take. */
  refusedGrant(): Promise<MediaGrant>;
  /** The server lets `own` send and hear. */
  allow(): Promise<void>;
  /** The server ends the room. */
  end(): Promise<void>;
  /** A track with something in it. */
  sound(): MediaStreamTrack;
  picture(): MediaStreamTrack;
}

/** One rule that every `MediaRoom` keeps. */
export interface RoomRule {
  readonly title: string;
  readonly check: (world: RoomWorld) => Promise<void>;
}

const party = (room: MediaRoom, identity: string): ParticipantState | undefined =>
  room.state.participants.find((one) => one.identity === identity);

/** Waits until the other side is seen as described. */
const sees = (room: MediaRoom, identity: string, wanted: Partial<ParticipantState>) =>
  untilState(
    room,
    () => {
      const seen = party(room, identity);
      return seen !== undefined && Object.entries(wanted).every(([key, value]) => seen[key as never] === value);
    },
    `${identity} ${JSON.stringify(wanted)}`,
  );

/** Both sides are in the room. */
async function together(world: RoomWorld): Promise<{ own: MediaRoom; other: MediaRoom }> {
  const [own, other] = [await world.room(), await world.room()];
  await Promise.all([own.connect(await world.grant('own')), other.connect(await world.grant('other'))]);
  await Promise.all([sees(own, 'other', {}), sees(other, 'own', {})]);
  return { own, other };
}

const closed = (room: MediaRoom, reason: MediaRoomState['closeReason']) =>
  untilState(room, ({ connection, closeReason }) => connection === 'closed' && closeReason === reason, `${reason}`);

const rules: Readonly<Record<string, RoomRule['check']>> = {
  'begins idle, with nobody in it': async (world) => {
    const { connection, closeReason, canPublish, canHear } = (await world.room()).state;
    expectEqual([connection, closeReason, canPublish, canHear], ['idle', null, false, false]);
  },

  'connects, and is in it under its identity': async (world) => {
    const room = await world.room();
    await room.connect(await world.grant('own'));
    const { connection, canPublish, canHear } = room.state;
    expectEqual([connection, canPublish, canHear], ['connected', true, true]);
    expectEqual(party(room, 'own')?.local, true);
  },

  'refuses with a code, is closed for good and tells no token': async (world) => {
    const room = await world.room();
    const grant = await world.refusedGrant();
    const error: unknown = await room.connect(grant).catch((reason: unknown) => reason);
    expectEqual((error as MediaError).code, 'connection-refused');
    expectEqual(error instanceof MediaError && !String(error.stack).includes(grant.token), true);
    expectEqual([room.state.connection, room.state.closeReason], ['closed', 'refused']);
  },

  'is seen by the other side, and sees it': async (world) => {
    const { own, other } = await together(world);
    expectEqual(party(own, 'other')?.local, false);
    expectEqual(party(other, 'own')?.microphone, 'none');
  },

  'publishes a microphone beside connecting': async (world) => {
    const [own, other] = [await world.room(), await world.room()];
    await other.connect(await world.grant('other'));
    const grant = await world.grant('own');
    await Promise.all([own.connect(grant), own.publishMicrophone(world.sound(), { muted: false })]);
    await sees(other, 'own', { microphone: 'on' });
    expectEqual(party(own, 'own')?.microphone, 'on');
  },

  'publishes muted, and mutes and unmutes': async (world) => {
    const { own, other } = await together(world);
    await own.publishMicrophone(world.sound(), { muted: true });
    await sees(other, 'own', { microphone: 'muted' });
    await own.setMicrophoneMuted(false);
    await sees(other, 'own', { microphone: 'on' });
    await own.setMicrophoneMuted(true);
    await sees(other, 'own', { microphone: 'muted' });
    expectEqual(party(own, 'own')?.microphone, 'muted');
  },

  'stays muted when the microphone is replaced by a muted one': async (world) => {
    const { own, other } = await together(world);
    await own.publishMicrophone(world.sound(), { muted: false });
    await sees(other, 'own', { microphone: 'on' });
    const next = world.sound();
    await own.publishMicrophone(next, { muted: true });
    await sees(other, 'own', { microphone: 'muted' });
  },

  'shows and takes away the camera': async (world) => {
    const { own, other } = await together(world);
    await own.publishCamera(world.picture());
    await sees(other, 'own', { camera: 'on' });
    await own.publishCamera(world.picture());
    await sees(other, 'own', { camera: 'on' });
    await own.publishCamera(null);
    await sees(other, 'own', { camera: 'none' });
  },

  'hears nothing while it rings, and has its microphone there, muted, for the answer': async (world) => {
    const [own, other] = [await world.room(), await world.room()];
    await other.connect(await world.grant('other'));
    await other.publishMicrophone(world.sound(), { muted: false });
    await own.connect(await world.ringingGrant());
    await own.publishMicrophone(world.sound(), { muted: true });
    await Promise.all([sees(own, 'other', { microphone: 'none' }), sees(other, 'own', { microphone: 'muted' })]);
    expectEqual([own.state.canPublish, own.state.canHear], [true, false]);
    await world.allow();
    await untilState(own, ({ canHear }) => canHear, 'allowed');
    await own.setMicrophoneMuted(false);
    await Promise.all([sees(own, 'other', { microphone: 'on' }), sees(other, 'own', { microphone: 'on' })]);
  },

  'neither sends nor hears while it is asked to take over, and both once the server allows it': async (world) => {
    const [own, other] = [await world.room(), await world.room()];
    await other.connect(await world.grant('other'));
    await other.publishMicrophone(world.sound(), { muted: false });
    await own.connect(await world.askedGrant());
    await sees(own, 'other', { microphone: 'none' });
    expectEqual([own.state.canPublish, own.state.canHear], [false, false]);
    const refused = await own.publishMicrophone(world.sound(), { muted: false }).catch(() => 'refused');
    expectEqual(refused, 'refused');
    await world.allow();
    await untilState(own, ({ canPublish, canHear }) => canPublish && canHear, 'allowed');
    await own.publishMicrophone(world.sound(), { muted: false });
    await Promise.all([sees(own, 'other', { microphone: 'on' }), sees(other, 'own', { microphone: 'on' })]);
  },

  'counts what it receives': async (world) => {
    expectEqual(await (await world.room()).packetsReceived(), null);
    const { own, other } = await together(world);
    await own.publishMicrophone(world.sound(), { muted: false });
    await sees(other, 'own', { microphone: 'on' });
    await until(async () => typeof (await other.packetsReceived()) === 'number', 'a count');
  },

  'leaves without ending the room': async (world) => {
    const { own, other } = await together(world);
    await own.close();
    await closed(own, 'left');
    await untilState(other, () => party(other, 'own') === undefined, 'alone');
    expectEqual(other.state.connection, 'connected');
    await own.close();
  },

  'leaves while it connects': async (world) => {
    const room = await world.room();
    const connecting = room.connect(await world.grant('own')).catch(() => undefined);
    await room.close();
    await connecting;
    await closed(room, 'left');
  },

  'ends when the server ends it': async (world) => {
    const { own, other } = await together(world);
    await world.end();
    await Promise.all([closed(own, 'ended'), closed(other, 'ended')]);
  },

  'gives way to the same participant elsewhere': async (world) => {
    const { own } = await together(world);
    const again = await world.room();
    await again.connect(await world.grant('own'));
    await closed(own, 'moved');
    expectEqual(again.state.connection, 'connected');
  },

  'tells of every change with a new frozen state, until told to stop': async (world) => {
    const room = await world.room();
    const states = new Set([room.state]);
    const stop = room.subscribe(() => states.add(room.state));
    await room.connect(await world.grant('own'));
    expectEqual(states.size > 1 && [...states].every(Object.isFrozen), true);
    stop();
    const heard = states.size;
    await room.close();
    expectEqual(states.size, heard);
  },
};

/** What every `MediaRoom` does, whatever carries it: run on the fake beside the code and on LiveKit by e2e. */
export const mediaRoomConformance: readonly RoomRule[] = Object.entries(rules).map(([title, check]) => ({
  title,
  check,
}));
