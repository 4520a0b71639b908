import type { CameraProcessor } from '../../media/camera-processor.js';
import { MediaError, type MediaErrorCode } from '../../media/media-error.js';
import { FakeDevices } from './fake-devices.js';
import type { CameraSource } from '../background-settings/effects-source.js';

/** A camera for tests and the gallery: nothing is opened, everything is written down. */
export class FakeCameraSource extends FakeDevices implements CameraSource {
  processor: CameraProcessor | null = null;
  /** The track that `openCamera` gives; without one it fails. */
  camera: MediaStreamTrack | null = null;
  error: MediaErrorCode = 'device-not-found';

  async openCamera(): Promise<MediaStreamTrack> {
    this.asked.push('open camera');
    if (!this.camera) {
      this.set({ camera: { state: 'failed', error: this.error, track: null } });
      throw new MediaError(this.error, 'camera');
    }
    this.set({ camera: { state: 'on', error: null, track: this.camera } });
    return this.camera;
  }

  closeCamera(): void {
    this.asked.push('close camera');
    this.set({ camera: { state: 'off', error: null, track: null } });
  }

  useProcessor(processor: CameraProcessor): void {
    this.processor = processor;
  }
}
