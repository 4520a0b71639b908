import type { LocalParticipant, Participant, Room, TrackPublication } from 'livekit-client';
import type { ParticipantState, TrackState } from './media-room.js';

type Source = 'microphone' | 'camera' | 'screen_share';

/** A track that cannot be heard or seen here, as it is not subscribed, is none. */
function trackState(participant: Participant, source: Source): TrackState {
  const publication: TrackPublication | undefined = participant.getTrackPublication(source as never);
  if (!publication?.track) return 'none';
  return publication.isMuted ? 'muted' : 'on';
}

const describe = (participant: Participant, local: boolean): ParticipantState =>
  Object.freeze({
    identity: participant.identity,
    local,
    microphone: trackState(participant, 'microphone'),
    camera: trackState(participant, 'camera'),
    screen: trackState(participant, 'screen_share'),
    speaking: participant.isSpeaking,
    quality: participant.connectionQuality,
  });

/** Everybody in the room as this browser sees them, the local one first. */
export const describeParticipants = ({ localParticipant, remoteParticipants }: Room): readonly ParticipantState[] =>
  Object.freeze([
    describe(localParticipant, true),
    ...[...remoteParticipants.values()].map((remote) => describe(remote, false)),
  ]);

/** Whether the token in force lets this browser publish. */
export const mayPublish = ({ permissions }: LocalParticipant): boolean => permissions?.canPublish ?? false;

/** Whether the token in force lets this browser hear the others. A phone that rings may not. */
export const mayHear = ({ permissions }: LocalParticipant): boolean => permissions?.canSubscribe ?? false;

/** LiveKit's number of a shared screen among its sources (livekit_models.proto, TrackSource). */
const screenShareSource = 3;

/** Whether the token in force lets this browser share a screen. An empty list of sources allows all of them. */
export const mayShare = ({ permissions }: LocalParticipant): boolean => {
  const sources: readonly number[] = permissions?.canPublishSources ?? [];
  return (permissions?.canPublish ?? false) && (sources.length === 0 || sources.includes(screenShareSource));
};
