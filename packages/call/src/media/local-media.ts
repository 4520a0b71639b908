import { CameraChain } from './camera-chain.js';
import { facingOf, type CameraFacing } from './camera-facing.js';
import type { CameraProcessor, CameraProcessorSource } from './camera-processor.js';
import { Store, type Readable } from './store.js';
import { deviceFailureCode, pageSituation } from './device-failure.js';
import { browserStorage, recallDevices, rememberDevices, type ChosenDevices, type DeviceUse } from './device-memory.js';
import { MediaError, type MediaErrorCode } from './media-error.js';

/** One of the person's own devices. The track is there while `state` is `on`. */
export interface LocalDevice {
  readonly state: 'off' | 'starting' | 'on' | 'failed';
  readonly error: MediaErrorCode | null;
  readonly track: MediaStreamTrack | null;
}

export interface DeviceInfo {
  readonly id: string;
  readonly kind: 'microphone' | 'camera' | 'speaker';
  /** Empty until the person has allowed a device of this kind. */
  readonly label: string;
}

/** A device that has taken another's place by itself: the one before was unplugged, or is there again. */
export interface ReplacedDevice {
  readonly device: 'microphone' | 'camera';
  /** The name of the one in use now; empty where the browser does not tell. */
  readonly label: string;
}

export interface LocalMediaSnapshot {
  readonly microphone: LocalDevice;
  readonly camera: LocalDevice;
  readonly devices: readonly DeviceInfo[];
  readonly chosen: ChosenDevices;
  /** A new object for each time a device was replaced; null before that, and once the person has chosen. */
  readonly replaced: ReplacedDevice | null;
}

type Devices = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>;

export interface LocalMediaOptions {
  readonly devices?: Devices | undefined;
  readonly storage?: Pick<Storage, 'getItem' | 'setItem'> | null;
  /** What changes the camera's picture before anybody sees it. */
  readonly processor?: CameraProcessorSource;
}

const off: LocalDevice = Object.freeze({ state: 'off', error: null, track: null });
const kinds: Readonly<Record<string, DeviceInfo['kind']>> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
};

const wishes = {
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  camera: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } },
} as const;

/**
 * The person's own microphone and camera, from pre-join through the whole call: opened once, shown in previews, sent by
 * the room, stopped at the end. What was chosen is remembered. A device that goes away falls back to the default one.
 */
export class LocalMedia implements Readable<LocalMediaSnapshot> {
  readonly #devices: Devices | undefined;
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  readonly #store: Store<LocalMediaSnapshot>;
  #facing: CameraFacing | null = null;
  /** Grows with every opening and closing: a device that answers too late is put away. */
  readonly #turn = { microphone: 0, camera: 0 };
  /** The opening under way, for everybody who asks meanwhile. */
  readonly #opening: Record<'microphone' | 'camera', Promise<MediaStreamTrack> | null> = {
    microphone: null,
    camera: null,
  };

  /** Which device was unplugged while it was used: it is used again as soon as it is back. */
  readonly #lost: Record<'microphone' | 'camera', string | null> = { microphone: null, camera: null };

  /** The opened devices themselves; what is shown of a camera may be something made of it. */
  readonly #opened: Record<'microphone' | 'camera', MediaStreamTrack | null> = { microphone: null, camera: null };
  readonly #chain: CameraChain;

  constructor({
    devices = globalThis.navigator?.mediaDevices,
    storage = browserStorage(),
    processor = () => null,
  }: LocalMediaOptions = {}) {
    this.#devices = devices;
    this.#chain = new CameraChain(processor, () => this.#takeAgain());
    this.#storage = storage;
    this.#store = new Store<LocalMediaSnapshot>({
      microphone: off,
      camera: off,
      devices: [],
      chosen: recallDevices(storage),
      replaced: null,
    });
    devices?.addEventListener('devicechange', this.#changed);
  }

  get snapshot(): LocalMediaSnapshot {
    return this.#store.snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Opens the microphone, or answers with the open one. @throws {MediaError} by cause (spec E-26) */
  openMicrophone(): Promise<MediaStreamTrack> {
    return this.#open('microphone');
  }

  closeMicrophone(): void {
    this.#close('microphone');
  }

  /** Opens the camera, or answers with the open one. @throws {MediaError} by cause (spec E-26) */
  openCamera(): Promise<MediaStreamTrack> {
    return this.#open('camera');
  }

  closeCamera(): void {
    this.#close('camera');
  }

  /** Which way the camera should look where the person has chosen none; null leaves it to the browser. */
  get facing(): CameraFacing | null {
    return this.snapshot.chosen.camera === '' ? this.#facing : null;
  }

  /** Wishes for a camera that looks this way, from the next opening on. A wish: a laptop has one camera. */
  face(facing: CameraFacing | null): void {
    this.#facing = facing;
  }

  /** Which way the open camera looks, where it tells: a camera at the back of a phone is no mirror. */
  get looks(): CameraFacing | null {
    return facingOf(this.#opened.camera);
  }

  /**
   * Opens the camera that looks the other way, and back again: a phone's front and back. Where there is no other one it
   * stays the same. @throws {MediaError} when none can be opened any more
   */
  async turnCamera(): Promise<MediaStreamTrack> {
    this.#facing = this.looks === 'environment' ? 'user' : 'environment';
    const chosen = Object.freeze({ ...this.snapshot.chosen, camera: '' });
    this.#store.set({ chosen });
    rememberDevices(this.#storage, chosen);
    // Many phones open one camera at a time.
    this.#opened.camera?.stop();
    return this.#reopen('camera');
  }

  /** What changes the camera's picture, where something does. */
  get processor(): CameraProcessor | null {
    return this.#chain.processor;
  }

  /** Puts a processor between the camera and everybody who sees it; an open camera goes through it at once. */
  useProcessor(processor: CameraProcessor): void {
    this.#chain.use(processor);
  }

  /** Takes over tracks that were opened elsewhere, by `<usermedia>` for one. */
  adopt(stream: MediaStream): void {
    for (const track of stream.getTracks()) {
      const device = track.kind === 'audio' ? 'microphone' : 'camera';
      if (device === 'camera' && !this.#chain.idle) {
        void this.#reopen(device, track).catch(() => undefined);
        continue;
      }
      this.#turn[device]++;
      this.#opening[device] = null;
      this.#show(device, track, track);
    }
    void this.refreshDevices();
  }

  /** Chooses a device for a use; an open microphone or camera is replaced at once. '' is the system's default. */
  async choose(use: DeviceUse, deviceId: string): Promise<void> {
    const chosen = Object.freeze({ ...this.snapshot.chosen, [use]: deviceId });
    this.#store.set({ chosen, replaced: null });
    rememberDevices(this.#storage, chosen);
    if (use !== 'microphone' && use !== 'camera') return;
    this.#lost[use] = null;
    if (this.snapshot[use].state === 'off') return;
    await this.#reopen(use);
  }

  /** Reads the list of devices again. Labels are there once a permission has been given. */
  async refreshDevices(): Promise<void> {
    const found = (await this.#devices?.enumerateDevices().catch(() => [])) ?? [];
    const devices = found.flatMap(({ kind, deviceId, label }) => {
      const known = kinds[kind];
      return known && deviceId !== '' && deviceId !== 'default' && deviceId !== 'communications'
        ? [{ id: deviceId, kind: known, label }]
        : [];
    });
    this.#store.set({ devices: Object.freeze(devices) });
  }

  /** Stops both devices, and what changes the camera's picture. They can be opened again. */
  release(): void {
    this.#close('microphone');
    this.#close('camera');
    this.processor?.putAway();
  }

  /** Stops everything for good. */
  dispose(): void {
    this.release();
    this.#chain.dispose();
    this.#devices?.removeEventListener('devicechange', this.#changed);
  }

  async #open(device: 'microphone' | 'camera'): Promise<MediaStreamTrack> {
    const { state, track } = this.snapshot[device];
    if (state === 'on' && track?.readyState === 'live') return track;
    return this.#opening[device] ?? this.#reopen(device);
  }

  /** Opens a device, or takes the one that is given. */
  #reopen(device: 'microphone' | 'camera', given?: MediaStreamTrack): Promise<MediaStreamTrack> {
    const turn = ++this.#turn[device];
    // Known as under way before anybody hears of it.
    const opening = Promise.resolve()
      .then(() => this.#take(device, turn, given))
      .finally(() => {
        if (this.#opening[device] === opening) this.#opening[device] = null;
      });
    this.#opening[device] = opening;
    this.#set(device, { state: 'starting', error: null, track: this.snapshot[device].track });
    return opening;
  }

  async #take(device: 'microphone' | 'camera', turn: number, given?: MediaStreamTrack): Promise<MediaStreamTrack> {
    let opened: MediaStreamTrack | null = null;
    try {
      opened = given ?? (await this.#acquire(device));
      const track = device === 'camera' && turn === this.#turn.camera ? await this.#processed(opened) : opened;
      if (turn !== this.#turn[device]) {
        if (opened !== this.#opened[device]) opened.stop();
        return await this.#overtaken(device);
      }
      this.#show(device, opened, track);
      void this.refreshDevices();
      return track;
    } catch (error) {
      if (opened !== this.#opened[device]) opened?.stop();
      if (turn !== this.#turn[device]) return this.#overtaken(device);
      const code = error instanceof MediaError ? error.code : deviceFailureCode(error, pageSituation(device));
      this.#stop(device);
      this.#set(device, { state: 'failed', error: code, track: null });
      throw new MediaError(code, device);
    }
  }

  /** What may be seen of a camera. Where an effect is wanted and cannot start, that is nothing. */
  async #processed(camera: MediaStreamTrack): Promise<MediaStreamTrack> {
    try {
      return await this.#chain.take(camera);
    } catch {
      throw new MediaError('effect-unavailable', 'camera');
    }
  }

  /** An effect was chosen, or its track replaced, while the camera is on. */
  #takeAgain(): void {
    const { state } = this.snapshot.camera;
    if (state !== 'on' && state !== 'starting') return;
    void this.#reopen('camera', this.#opened.camera ?? undefined).catch(() => undefined);
  }

  /** Something newer was asked for while this opening ran: that one's track, where there is one. */
  async #overtaken(device: 'microphone' | 'camera'): Promise<MediaStreamTrack> {
    const { track } = this.snapshot[device];
    const newer = this.#opening[device] ?? track;
    if (!newer) throw new MediaError('device-not-found', device);
    return newer;
  }

  async #acquire(device: 'microphone' | 'camera'): Promise<MediaStreamTrack> {
    if (!this.#devices) throw new MediaError(deviceFailureCode(null, pageSituation(device)), device);
    const id = this.#back(device) ?? this.snapshot.chosen[device];
    const ask = async (constraints: MediaTrackConstraints) => {
      const stream = await this.#devices?.getUserMedia(
        device === 'microphone' ? { audio: constraints } : { video: constraints },
      );
      const track = stream?.getTracks()[0];
      if (!track) throw new MediaError('device-not-found', device);
      return track;
    };
    if (id === '')
      return ask({
        ...wishes[device],
        ...(device === 'camera' && this.#facing ? { facingMode: { ideal: this.#facing } } : {}),
      });
    // The one that is wanted may be unplugged: then any will do.
    return ask({ ...wishes[device], deviceId: { exact: id } }).catch((error: unknown) => {
      if (deviceFailureCode(error, pageSituation(device)) !== 'device-not-found') throw error;
      return ask(wishes[device]);
    });
  }

  #show(device: 'microphone' | 'camera', opened: MediaStreamTrack, track: MediaStreamTrack): void {
    const before = this.#opened[device];
    if (before !== opened) {
      before?.stop();
      this.#opened[device] = opened;
      opened.addEventListener('ended', () => {
        // Unplugged, or taken by the system. What we stop ourselves fires nothing.
        if (this.#opened[device] !== opened) return;
        const id = opened.getSettings().deviceId ?? null;
        void this.#replace(device).then(() => {
          if (this.#opened[device]?.getSettings().deviceId !== id) this.#lost[device] = id;
        });
      });
    }
    this.#set(device, { state: 'on', error: null, track });
  }

  /** Another device takes the place of the one in use, by itself. */
  async #replace(device: 'microphone' | 'camera'): Promise<void> {
    try {
      await this.#reopen(device);
    } catch {
      return; // The device says itself why it failed.
    }
    this.#store.set({ replaced: Object.freeze({ device, label: this.#opened[device]?.label ?? '' }) });
  }

  /** The device that was unplugged, where it is there again. */
  #back(device: 'microphone' | 'camera'): string | null {
    const lost = this.#lost[device];
    return this.snapshot.devices.some(({ id, kind }) => kind === device && id === lost) ? lost : null;
  }

  #close(device: 'microphone' | 'camera'): void {
    this.#turn[device]++;
    this.#opening[device] = null;
    this.#stop(device);
    this.#set(device, off);
  }

  #stop(device: 'microphone' | 'camera'): void {
    if (device === 'camera') this.#chain.release();
    this.#opened[device]?.stop();
    this.#opened[device] = null;
  }

  #set(device: 'microphone' | 'camera', value: LocalDevice): void {
    this.#store.set(device === 'microphone' ? { microphone: Object.freeze(value) } : { camera: Object.freeze(value) });
  }

  readonly #changed = async (): Promise<void> => {
    await this.refreshDevices();
    for (const device of ['microphone', 'camera'] as const)
      if (this.#back(device) !== null && this.snapshot[device].state === 'on') {
        await this.#replace(device);
        this.#lost[device] = null;
      }
  };
}
