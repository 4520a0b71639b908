import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { element } from '../element.js';
import { voice } from '../localize/en/voice.js';
import { ProviderController } from '../provider-controller.js';
import { browserRecorder, type VoiceRecorder } from './voice-recorder.js';
import { styles } from './voice-test.styles.js';

/** How long is recorded: a sentence. */
export const recordMs = 4_000;

/**
 * Records a microphone for four seconds and plays it back, so that a person hears what others will hear (DEV-1). The
 * recording stays in memory, is sent nowhere and is gone once it was played. It takes no room without a microphone, and
 * in a browser that cannot record.
 *
 * @element cc-voice-test
 * @attr step - Set by the element: `idle`, `recording`, `playing`, `heard` or `failed`.
 * @csspart button - The button that starts.
 * @csspart progress - The line that fills while it records.
 */
@element('cc-voice-test')
export class CcVoiceTest extends LitElement {
  static override styles = styles;

  /** The microphone. The element never stops it. */
  @property({ attribute: false }) track: MediaStreamTrack | null = null;
  /** The loudspeaker to play through; '' is the system's default. */
  @property() speaker = '';
  /** What records and plays. */
  @property({ attribute: false }) recorder: VoiceRecorder = browserRecorder;

  @property({ reflect: true }) step: 'idle' | 'recording' | 'playing' | 'heard' | 'failed' = 'idle';
  @state() private busy = false;

  readonly #host: ProviderController<typeof voice> = new ProviderController(this, voice);
  #stop = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancel();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was said into another microphone proves nothing about this one.
    if (changed.get('track')) this.#cancel();
  }

  protected override render() {
    if (!this.track || !this.recorder.able) return nothing;
    return html`
      <button part="button" class="button" type="button" aria-disabled=${this.busy} @click=${this.#test}>
        ${this.#host.t(this.#word)}
      </button>
      <div part="progress" class="progress" aria-hidden="true"><div class="bar"></div></div>
      <p class=${this.step === 'failed' ? 'error' : 'hint'} role="status">${this.#host.t(this.#hint)}</p>
    `;
  }

  get #word() {
    if (this.step === 'recording') return 'voice.recording';
    return this.step === 'playing' ? 'voice.playing' : 'voice.start';
  }

  get #hint() {
    if (this.step === 'failed') return 'voice.failed';
    return this.step === 'heard' ? 'voice.heard' : 'voice.hint';
  }

  async #test(): Promise<void> {
    if (this.busy || !this.track) return;
    const { signal } = (this.#stop = new AbortController());
    this.busy = true;
    this.step = 'recording';
    try {
      const recording = await this.recorder.record(this.track, recordMs, signal);
      if (signal.aborted) return;
      this.step = 'playing';
      await this.recorder.play(recording, this.speaker, signal);
      if (!signal.aborted) this.#end('heard');
    } catch {
      if (!signal.aborted) this.#end('failed');
    }
  }

  #cancel(): void {
    this.#stop.abort();
    this.#end('idle');
  }

  #end(step: 'idle' | 'heard' | 'failed'): void {
    this.busy = false;
    this.step = step;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-voice-test': CcVoiceTest;
  }
}
