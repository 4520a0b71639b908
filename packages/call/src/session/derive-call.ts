import type { MediaRoomState, ParticipantState } from '../media/media-room.js';
import type { CallPhase, CallRecord, CallSnapshot, Party } from './call-snapshot.js';

/** What the call is for the person in front of the screen: the server's record first, then the own connection. */
export function phaseOf(record: CallRecord, room: MediaRoomState | null): CallPhase {
  switch (record.state) {
    case 'ended':
      return 'ended';
    case 'queued':
    case 'offering':
      return 'waiting';
    case 'connecting':
      return 'connecting';
    case 'active':
    case 'held':
    case 'transferring':
      if (room?.connection !== 'connected')
        return room?.connection === 'connecting' || room === null ? 'connecting' : 'reconnecting';
      return record.state === 'active' ? 'connected' : record.state;
  }
}

const absent: ParticipantState = Object.freeze({
  identity: '',
  local: true,
  microphone: 'none',
  camera: 'none',
  screen: 'none',
  speaking: false,
  quality: 'unknown',
});

const toParty = (
  { identity, local, microphone, camera, screen, speaking, quality }: ParticipantState,
  name: string | null,
): Party => Object.freeze({ identity, local, name, microphone, camera, screen, speaking, quality });

/** The own party. It exists before the room does. */
export const localParty = (room: MediaRoomState | null): Party =>
  toParty(room?.participants.find(({ local }) => local) ?? absent, null);

/** Everybody else. A two-sided call knows one name. */
export const remoteParties = (room: MediaRoomState | null, record: CallRecord): readonly Party[] =>
  Object.freeze((room?.participants ?? []).filter(({ local }) => !local).map((one) => toParty(one, record.remoteName)));

const hears = ({ participants }: MediaRoomState) =>
  participants.some(({ local, microphone }) => !local && microphone !== 'none');

/** Whether the other side should be heard by now, and whether its sound is there. Nobody is heard on hold. */
export const soundOf = ({ state, remoteAway }: CallRecord, room: MediaRoomState | null) => ({
  expected: room?.connection === 'connected' && state === 'active' && !remoteAway,
  hears: room !== null && hears(room),
  alone: room === null || room.participants.every(({ local }) => local),
});

/**
 * Whether this side is in the room of a call that the server does not know to be established yet. Who may not send, as
 * they came in after the server had widened their token, says so too: the server then looks and lets them.
 */
export const mayConfirm = ({ state }: CallRecord, room: MediaRoomState | null): boolean =>
  state === 'connecting' &&
  room?.connection === 'connected' &&
  (!room.canPublish || room.participants.some(({ microphone }) => microphone !== 'none'));

/** What there is before the server has said anything. */
export const emptyRecord: CallRecord = Object.freeze({
  id: '',
  version: 0,
  state: 'queued',
  medium: 'audio',
  remoteName: null,
  queueName: '',
  queuedAt: 0,
  establishedAt: null,
  endedAt: null,
  endReason: null,
  remoteAway: false,
  heldAt: null,
  transfer: null,
  mayTransfer: false,
});

/** A call of which nothing is known yet. */
export const firstSnapshot = (clockOffsetMs: number, mayHold: boolean): CallSnapshot => ({
  record: emptyRecord,
  phase: 'waiting',
  local: localParty(null),
  remotes: [],
  pending: null,
  mayHold,
  mayShare: false,
  looksAway: false,
  playbackBlocked: false,
  videoPaused: false,
  link: 'good',
  failure: null,
  clockOffsetMs,
});
