import { makePicture, makeSound } from './make-tracks.js';

/** The browser's devices as a test wants them. */
export class FakeMediaDevices extends EventTarget {
  /** What was asked for, oldest first: the kind, and the exact device where one was named. */
  readonly asked: string[] = [];
  /** Names of the `DOMException`s that the next attempts end in, by kind. */
  readonly failures: Partial<Record<'microphone' | 'camera', DOMException | null>> = {};
  present: { kind: MediaDeviceKind; deviceId: string; label: string }[] = [
    { kind: 'audioinput', deviceId: 'headset', label: 'Headset' },
    { kind: 'videoinput', deviceId: 'front', label: 'Front camera' },
    { kind: 'audiooutput', deviceId: 'loud', label: 'Loudspeaker' },
  ];
  /** Set to hold answers back until `release`. */
  hold = false;
  readonly #held: (() => void)[] = [];

  async getUserMedia({ audio, video }: MediaStreamConstraints = {}): Promise<MediaStream> {
    const kind = audio ? 'microphone' : 'camera';
    const wanted = (audio || video) as MediaTrackConstraints;
    const exact = (wanted.deviceId as ConstrainDOMStringParameters | undefined)?.exact;
    this.asked.push(exact ? `${kind} ${String(exact)}` : kind);
    if (this.hold) await new Promise<void>((resolve) => this.#held.push(resolve));
    const failure = this.failures[kind];
    if (failure) throw failure;
    if (exact && !this.present.some(({ deviceId }) => deviceId === exact))
      throw new DOMException('', 'OverconstrainedError');
    const track = kind === 'microphone' ? makeSound() : makePicture();
    const given = this.present.find(
      (one) => one.kind === (audio ? 'audioinput' : 'videoinput') && (!exact || one.deviceId === exact),
    );
    // Made of nothing, it has no name of its own.
    Object.defineProperty(track, 'label', { value: given?.label ?? '' });
    track.getSettings = () => ({ deviceId: given?.deviceId ?? '' });
    return new MediaStream([track]);
  }

  enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return Promise.resolve(this.present as unknown as MediaDeviceInfo[]);
  }

  /** The oldest request that is held back goes on. */
  release(): void {
    this.#held.shift()?.();
  }

  /** Something was plugged in or out. */
  change(present: FakeMediaDevices['present']): void {
    this.present = present;
    this.dispatchEvent(new Event('devicechange'));
  }
}

/** Storage that is gone with the test. */
export function memoryStorage(kept: Record<string, string> = {}) {
  const items = new Map(Object.entries(kept));
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

/** Storage as a browser has it that denies it. */
export const deniedStorage = {
  getItem(): never {
    throw new DOMException('', 'SecurityError');
  },
  setItem(): never {
    throw new DOMException('', 'QuotaExceededError');
  },
  removeItem(): never {
    throw new DOMException('', 'SecurityError');
  },
};
