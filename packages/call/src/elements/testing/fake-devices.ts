import type { DeviceInfo, LocalMediaSnapshot } from '../../media/local-media.js';
import { Store } from '../../session/store.js';
import type { DeviceKind } from '../events/device-changed-event.js';
import type { DeviceSource } from '../device-settings/device-source.js';

const off = { state: 'off', error: null, track: null } as const;

/** Devices for tests and the gallery: nothing is opened, everything is written down. */
export class FakeDevices implements DeviceSource {
  readonly #store: Store<LocalMediaSnapshot>;
  readonly asked: string[] = [];
  /** The track that `openMicrophone` gives; without one it fails. */
  track: MediaStreamTrack | null = null;
  listeners = 0;

  constructor(devices: readonly DeviceInfo[] = [], chosen: Partial<LocalMediaSnapshot['chosen']> = {}) {
    this.#store = new Store<LocalMediaSnapshot>({
      microphone: off,
      camera: off,
      devices,
      chosen: { microphone: '', camera: '', speaker: '', ringer: '', ...chosen },
      replaced: null,
    });
  }

  get snapshot(): LocalMediaSnapshot {
    return this.#store.snapshot;
  }

  set(change: Partial<LocalMediaSnapshot>): void {
    this.#store.set(change);
  }

  subscribe(listener: () => void): () => void {
    this.listeners++;
    const stop = this.#store.subscribe(listener);
    return () => {
      this.listeners--;
      stop();
    };
  }

  async choose(use: DeviceKind, id: string): Promise<void> {
    this.asked.push(`${use} ${id || 'default'}`);
    this.set({ chosen: { ...this.snapshot.chosen, [use]: id } });
  }

  async openMicrophone(): Promise<MediaStreamTrack> {
    this.asked.push('open');
    if (!this.track) throw new DOMException('', 'NotReadableError');
    this.set({ microphone: { state: 'on', error: null, track: this.track } });
    return this.track;
  }

  closeMicrophone(): void {
    this.asked.push('close');
    this.set({ microphone: off });
  }

  async refreshDevices(): Promise<void> {
    this.asked.push('refresh');
  }
}
