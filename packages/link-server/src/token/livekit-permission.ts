import { TrackSource } from 'livekit-server-sdk';
import { roles, roleTable, type Role, type TrackKind } from './role-table.js';

const sources: Readonly<Record<TrackKind, TrackSource>> = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};

/** A role's grants as LiveKit takes them. Every field is said: LiveKit allows what is left out. */
export interface LiveKitPermission {
  readonly canPublish: boolean;
  readonly canPublishSources: TrackSource[];
  readonly canPublishData: boolean;
  readonly canSubscribe: boolean;
  readonly hidden: boolean;
  readonly recorder: boolean;
}

/** What a role may do, in LiveKit's words. */
export function livekitPermission(role: Role): LiveKitPermission {
  const { publish, subscribe } = roleTable[role];
  return {
    canPublish: publish.length > 0,
    canPublishSources: publish.map((kind) => sources[kind]),
    canPublishData: false,
    canSubscribe: subscribe,
    hidden: false,
    recorder: false,
  };
}

/** The role that may do just this; null when no role of ours may. The order of the sources says nothing. */
export function roleOfPermission(
  permission: Pick<LiveKitPermission, 'canPublish' | 'canPublishSources' | 'canSubscribe'>,
): Role | null {
  const text = ({ canPublish, canPublishSources, canSubscribe }: typeof permission) =>
    JSON.stringify([canPublish, [...canPublishSources].sort(), canSubscribe]);
  const wanted = text(permission);
  return roles.find((role) => text(livekitPermission(role)) === wanted) ?? null;
}
