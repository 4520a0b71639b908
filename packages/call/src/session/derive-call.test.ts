import { expect } from '@open-wc/testing';
import type { MediaRoomState, ParticipantState } from '../media/media-room.js';
import { emptyRecord, localParty, mayConfirm, phaseOf, remoteParties, soundOf } from './derive-call.js';
import { makeRecord } from './testing/call-world.js';

const someone = (identity: string, change: Partial<ParticipantState> = {}): ParticipantState => ({
  identity,
  local: false,
  microphone: 'on',
  camera: 'none',
  screen: 'none',
  speaking: false,
  quality: 'good',
  ...change,
});

const room = (change: Partial<MediaRoomState> = {}): MediaRoomState => ({
  connection: 'connected',
  closeReason: null,
  canPublish: true,
  canHear: true,
  canShare: true,
  canPlay: true,
  participants: [],
  ...change,
});

describe('the phase of a call', () => {
  for (const [state, connection, phase] of [
    ['queued', null, 'waiting'],
    ['queued', 'connected', 'waiting'],
    ['offering', 'connected', 'waiting'],
    ['connecting', 'connected', 'connecting'],
    ['active', null, 'connecting'],
    ['active', 'connecting', 'connecting'],
    ['active', 'connected', 'connected'],
    ['active', 'reconnecting', 'reconnecting'],
    ['active', 'closed', 'reconnecting'],
    ['held', 'connected', 'held'],
    ['held', 'reconnecting', 'reconnecting'],
    ['ended', 'connected', 'ended'],
    ['ended', null, 'ended'],
  ] as const) {
    it(`is ${phase} when the record says ${state} and the room ${connection ?? 'is not there'}`, () =>
      expect(phaseOf(makeRecord({ state }), connection && room({ connection }))).to.equal(phase));
  }
});

describe('the parties of a call', () => {
  it('are the own one, which is there before the room', () => {
    expect(localParty(null)).to.include({ local: true, identity: '', microphone: 'none' });
    const state = room({ participants: [someone('me', { local: true, microphone: 'muted' })] });
    expect(localParty(state)).to.include({ local: true, identity: 'me', microphone: 'muted', name: null });
  });

  it('and everybody else, under the name that the record knows', () => {
    const state = room({ participants: [someone('me', { local: true }), someone('them')] });
    const remotes = remoteParties(state, makeRecord({ remoteName: 'Ben' }));
    expect(remotes.map(({ identity, name }) => [identity, name])).to.eql([['them', 'Ben']]);
    expect(remoteParties(null, emptyRecord)).to.eql([]);
  });

  it('are frozen', () => {
    const remotes = remoteParties(room({ participants: [someone('them')] }), emptyRecord);
    expect([localParty(null), remotes, remotes[0]].every(Object.isFrozen)).to.equal(true);
  });
});

describe('the sound of the other side', () => {
  const heard = room({ participants: [someone('them', { microphone: 'muted' })] });
  const unheard = room({ participants: [someone('them', { microphone: 'none' }), someone('me', { local: true })] });

  it('is there when their microphone is, muted or not', () => {
    expect(soundOf(makeRecord(), heard)).to.eql({ expected: true, hears: true, alone: false });
    expect(soundOf(makeRecord(), unheard)).to.eql({ expected: true, hears: false, alone: false });
    expect(soundOf(makeRecord(), null)).to.eql({ expected: false, hears: false, alone: true });
  });

  it('comes from nobody who is not in the room', () => {
    const alone = room({ participants: [someone('me', { local: true })] });
    expect(soundOf(makeRecord(), alone)).to.eql({ expected: true, hears: false, alone: true });
  });

  for (const [title, change, connection] of [
    ['before the call is established', { state: 'connecting' }, 'connected'],
    ['while they are away', { remoteAway: true }, 'connected'],
    ['while the own connection is away', {}, 'reconnecting'],
    ['after the end', { state: 'ended' }, 'connected'],
  ] as const) {
    it(`is not expected ${title}`, () =>
      expect(soundOf(makeRecord(change), { ...unheard, connection }).expected).to.equal(false));
  }

  it('is not expected on hold (HLD-5)', () =>
    expect(soundOf(makeRecord({ state: 'held' }), unheard).expected).to.equal(false));
});

describe('being there', () => {
  const present = room({ participants: [someone('me', { local: true })] });
  it('is told while the call connects and something is published', () =>
    expect(mayConfirm(makeRecord({ state: 'connecting' }), present)).to.equal(true));
  it('is not told once it is established', () => expect(mayConfirm(makeRecord(), present)).to.equal(false));
  it('is not told without a room, or in an empty one', () => {
    expect(mayConfirm(makeRecord({ state: 'connecting' }), null)).to.equal(false);
    expect(mayConfirm(makeRecord({ state: 'connecting' }), room())).to.equal(false);
    expect(mayConfirm(makeRecord({ state: 'connecting' }), { ...present, connection: 'reconnecting' })).to.equal(false);
  });
});
