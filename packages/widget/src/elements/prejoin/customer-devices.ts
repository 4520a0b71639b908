import type { LocalMediaSnapshot } from '@carillon/call';
import type { JoinView } from '@carillon/contract';

/** What the customer has of devices before the call, and what the link lets them do with it. */
export interface CustomerDevices {
  /** The microphone is open. */
  readonly microphone: boolean;
  /** The camera is on. */
  readonly camera: boolean;
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
  media: LocalMediaSnapshot | null,
  { cameraBlocked, mutes }: CustomerChoice,
): CustomerDevices {
  const { initialOptions } = view ?? {};
  const audioOnly = view?.media === 'audio';
  const mayMute = view?.callOptions?.mute !== false;
  return {
    microphone: media?.microphone.state === 'on',
    camera: media?.camera.state === 'on',
    cameraFailed: cameraBlocked || media?.camera.state === 'failed',
    audioOnly,
    startsUnseen: audioOnly || initialOptions?.cameraOff === true,
    mayMute,
    muted: mayMute && (mutes ?? initialOptions?.muted ?? false),
  };
}
