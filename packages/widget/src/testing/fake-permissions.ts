import type { LocalMedia, PermissionPort } from '@carillon/call';
import { fakeStream } from './fake-tracks.js';

export interface FakePermissionsOptions {
  /** Devices that are given, for good. */
  readonly media: LocalMedia;
  readonly microphone?: PermissionState;
  readonly camera?: PermissionState;
  /** Name of the `DOMException` that asking for it ends in. */
  readonly microphoneFails?: string;
  readonly cameraFails?: string;
  /** Where the page is opened. Default: in a browser that can. */
  readonly where?: Partial<ReturnType<PermissionPort['situation']>>;
  readonly userAgent?: string;
}

/** A browser's permissions as a test wants them. What was asked is written down. */
export class FakePermissions implements PermissionPort {
  readonly userAgent: string;
  readonly asked: string[] = [];
  readonly options: FakePermissionsOptions;

  constructor(options: FakePermissionsOptions) {
    this.options = options;
    this.userAgent =
      options.userAgent ?? 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
  }

  query(kind: 'microphone' | 'camera') {
    const state = this.options[kind] ?? 'prompt';
    return Promise.resolve({ state, addEventListener: () => undefined, removeEventListener: () => undefined });
  }

  situation() {
    return { secure: true, hasDevices: true, allowed: true, inApp: false, ...this.options.where };
  }

  acquire({ audio, video }: MediaStreamConstraints): Promise<MediaStream> {
    const { media, microphoneFails, cameraFails } = this.options;
    this.asked.push([audio ? 'audio' : '', video ? 'video' : ''].filter(Boolean).join(' '));
    const failure = (audio ? microphoneFails : undefined) ?? (video ? cameraFails : undefined);
    if (failure) return Promise.reject(new DOMException('', failure));
    const stream = fakeStream({ audio: Boolean(audio), video: Boolean(video) });
    media.adopt(stream);
    return Promise.resolve(stream);
  }

  onDevices(): () => void {
    return () => undefined;
  }
}
