import { LocalMedia } from '@carillon/call';
import { fakeStream } from './fake-tracks.js';

export interface FakeDevicesOptions {
  /** Name of the `DOMException` that asking for a device ends in. */
  readonly microphone?: string;
  readonly camera?: string;
}

/** A customer's devices that exist, or fail as a test says. */
export function fakeMedia({ microphone, camera }: FakeDevicesOptions = {}): LocalMedia {
  const devices = {
    getUserMedia: ({ audio, video }: MediaStreamConstraints = {}) => {
      const failure = (audio ? microphone : undefined) ?? (video ? camera : undefined);
      if (failure) return Promise.reject(new DOMException('', failure));
      return Promise.resolve(fakeStream({ audio: Boolean(audio), video: Boolean(video) }));
    },
    enumerateDevices: () =>
      Promise.resolve(
        [
          ['audioinput', 'mic-1', 'Headset'],
          ['videoinput', 'cam-1', 'FaceTime HD camera'],
          ['audiooutput', 'out-1', 'Loudspeaker'],
        ].map(([kind, deviceId, label]) => ({ kind, deviceId, label }) as unknown as MediaDeviceInfo),
      ),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  return new LocalMedia({ devices: devices as unknown as MediaDevices, storage: null });
}
