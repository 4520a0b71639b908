import { LocalMedia } from '@carillon/call';
import { fakeStream } from './fake-tracks.js';

export interface FakeDevicesOptions {
  /** Name of the `DOMException` that asking for a device ends in. */
  readonly microphone?: string;
  readonly camera?: string;
  /** A front and a back camera, as phones have. */
  readonly phone?: boolean;
}

/** A customer's devices that exist, or fail as a test says. */
export function fakeMedia({ microphone, camera, phone = false }: FakeDevicesOptions = {}): LocalMedia {
  const devices = {
    getUserMedia: ({ audio, video }: MediaStreamConstraints = {}) => {
      const failure = (audio ? microphone : undefined) ?? (video ? camera : undefined);
      if (failure) return Promise.reject(new DOMException('', failure));
      const stream = fakeStream({ audio: Boolean(audio), video: Boolean(video) });
      if (phone) for (const track of stream.getVideoTracks()) lookLike(track, video);
      return Promise.resolve(stream);
    },
    enumerateDevices: () =>
      Promise.resolve(
        [
          ['audioinput', 'mic-1', 'Headset'],
          ['videoinput', 'cam-1', 'FaceTime HD camera'],
          ...(phone ? [['videoinput', 'cam-2', 'Back camera']] : []),
          ['audiooutput', 'out-1', 'Loudspeaker'],
        ].map(([kind, deviceId, label]) => ({ kind, deviceId, label }) as unknown as MediaDeviceInfo),
      ),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  return new LocalMedia({ devices: devices as unknown as MediaDevices, storage: null });
}

/** A camera that looks where it was wished to, and at the customer without a wish. */
function lookLike(track: MediaStreamTrack, wish: MediaStreamConstraints['video']): void {
  const facing = typeof wish === 'object' ? (wish.facingMode as ConstrainDOMStringParameters | undefined) : undefined;
  const facingMode = String(facing?.ideal ?? 'user');
  track.getSettings = () => ({ facingMode });
}
