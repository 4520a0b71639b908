import type { LitElement } from 'lit';
import type { CameraEffects } from '../../effects/camera-effects.js';
import { LocalMedia } from '../../media/local-media.js';
import { CallController } from '../call-controller.js';
import { effectsOf, type CameraSource, type EffectsSource } from './effects-source.js';

interface Given {
  readonly media: CameraSource | null;
  readonly effects: EffectsSource | null;
  /** Makes effects where a camera has none yet. */
  readonly create: () => CameraEffects;
}

/**
 * The camera and the effects an element works on: those it was given, else those of the live call, else its own. A camera
 * without effects is given some, which is the way they get into a call that began without.
 */
export class BackgroundController {
  readonly #host: LitElement;
  readonly #given: () => Given;
  readonly #call: CallController;
  #own: LocalMedia | null = null;
  #followed: readonly [CameraSource, EffectsSource] | null = null;
  #leave: (() => void)[] = [];

  constructor(host: LitElement, given: () => Given) {
    this.#host = host;
    this.#given = given;
    this.#call = new CallController(host);
    host.addController({
      hostUpdate: () => this.#follow(),
      hostConnected: () => host.requestUpdate(),
      hostDisconnected: () => this.#release(),
    });
  }

  get media(): CameraSource {
    const live = this.#call.snapshot?.phase !== 'ended' ? this.#call.session?.media : undefined;
    return this.#given().media ?? live ?? (this.#own ??= new LocalMedia());
  }

  /** Whether the camera is sent in a call: closing it would be felt there. */
  get sending(): boolean {
    return this.media === this.#call.session?.media && this.#call.snapshot?.local.camera !== 'none';
  }

  get effects(): EffectsSource {
    const { effects, create } = this.#given();
    if (effects) return effects;
    const { media } = this;
    const there = effectsOf(media.processor);
    if (there) return there;
    const made = create();
    media.useProcessor(made);
    return made;
  }

  #follow(): void {
    if (!this.#host.isConnected) return;
    const { media, effects } = this;
    if (this.#followed?.[0] === media && this.#followed[1] === effects) return;
    this.#stop();
    this.#followed = [media, effects];
    const update = () => this.#host.requestUpdate();
    this.#leave = [media.subscribe(update), effects.subscribe(update)];
    // Neither waits for the other: a server that is slow to say what was chosen may have the pictures.
    void effects.load();
    void effects.loadImages();
  }

  #stop(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
    this.#followed = null;
  }

  #release(): void {
    this.#stop();
    this.#own?.dispose();
    this.#own = null;
  }
}
