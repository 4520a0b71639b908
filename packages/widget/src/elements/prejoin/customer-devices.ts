import type { LocalMedia } from '@carillon/call';
import type { JoinView } from '@carillon/contract';

/** What the customer has of devices before the call, and what the link lets them do with it. */
export interface CustomerDevices {
  /** The microphone is open. */
  readonly microphone: boolean;
  /** The camera is on. */
  readonly camera: boolean;
  /** The camera looks away from the customer: no mirror. */
  readonly looksAway: boolean;
  /** There is a camera that looks the other way, and the link lets the customer turn to it. */
  readonly mayTurn: boolean;
  /** A camera was wanted and cannot be had. */
  readonly cameraFailed: boolean;
  /** The link allows no camera: none is asked for. */
  readonly audioOnly: boolean;
  /** No camera is asked for until the customer turns it on. */
  readonly startsUnseen: boolean;
  /** Who cannot unmute in the call does not start muted. */
  readonly mayMute: boolean;
  readonly muted: boolean;
}

export interface CustomerChoice {
  /** The camera was asked for here, and refused. */
  readonly cameraBlocked: boolean;
  /** The customer's own choice to start muted or not; null leaves it to the link. */
  readonly mutes: boolean | null;
}

/** Reads what the link allows, what the devices say and what the customer chose as one. */
export function customerDevices(
  view: JoinView | null,
  media: Pick<LocalMedia, 'snapshot' | 'looks'> | null,
  { cameraBlocked, mutes }: CustomerChoice,
): CustomerDevices {
  const { initialOptions, callOptions } = view ?? {};
  const { microphone, camera, devices = [] } = media?.snapshot ?? {};
  const looks = media?.looks ?? null;
  const cameras = devices.filter(({ kind }) => kind === 'camera');
  const audioOnly = view?.media === 'audio';
  const mayMute = callOptions?.mute !== false;
  return {
    microphone: microphone?.state === 'on',
    camera: camera?.state === 'on',
    looksAway: looks === 'environment',
    mayTurn: looks !== null && cameras.length > 1 && callOptions?.switchCamera !== false,
    cameraFailed: cameraBlocked || camera?.state === 'failed',
    audioOnly,
    startsUnseen: audioOnly || initialOptions?.cameraOff === true,
    mayMute,
    muted: mayMute && (mutes ?? initialOptions?.muted ?? false),
  };
}
