/** What LiveKit reports. Events are hints: they come late, twice, out of order or not at all; the reconciler decides. */
export const livekitEventTypes = [
  'room_started',
  'room_finished',
  'participant_joined',
  'participant_left',
  'participant_connection_aborted',
  'track_published',
  'track_unpublished',
] as const;
export type LiveKitEventType = (typeof livekitEventTypes)[number];

/** A webhook of LiveKit whose signature was checked. */
export interface LiveKitEvent {
  /** The same for each delivery of one event. */
  readonly id: string;
  readonly type: LiveKitEventType;
  readonly room: string;
  /** Who it is about; null for events about the room. */
  readonly identity: string | null;
  /** When it happened by LiveKit's clock, in whole seconds given as milliseconds. */
  readonly at: number;
}
