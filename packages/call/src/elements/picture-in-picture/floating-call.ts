import { html, nothing, render, type TemplateResult } from 'lit';
import type { CallSession } from '../../session/call-session.js';
import { isTalking, type CallSnapshot, type Party } from '../../session/call-snapshot.js';
import { icon, type Icon } from '../icon/icon.js';
import { phoneOffIcon } from '../icon/call-icons.js';
import { micIcon, micOffIcon, videoIcon, videoOffIcon } from '../icon/icons.js';
import { initials } from '../initials.js';
import { formatDuration } from '../localize/format-duration.js';
import { floatingCallStyles } from './floating-call.styles.js';

/** What is said in the window, in the reader's language. */
export interface FloatingWords {
  readonly mute: string;
  readonly unmute: string;
  readonly cameraOn: string;
  readonly cameraOff: string;
  readonly hangup: string;
  readonly nobody: string;
  readonly held: string;
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
}

/** What the window asks of whoever opened it: the same wishes as the controls of the page. */
export interface FloatingWishes {
  mute(): void;
  unmute(): void;
  cameraOn(): void;
  cameraOff(): void;
  hangup(): void;
}

/**
 * A call drawn into a window of its own: the other side, name and time, mute, camera, end. It is drawn anew there, as an
 * element that moves to another document loses its styles; the call itself stays where it is.
 */
export class FloatingCall {
  readonly #window: Window;
  readonly #session: CallSession;
  readonly #words: () => FloatingWords;
  readonly #wishes: FloatingWishes;
  readonly #stop: () => void;
  readonly #tick: number;
  #shown: { readonly key: string; readonly detach: () => void } | null = null;

  constructor(target: Window, session: CallSession, words: () => FloatingWords, wishes: FloatingWishes) {
    this.#window = target;
    this.#session = session;
    this.#words = words;
    this.#wishes = wishes;
    this.#dress();
    this.#stop = session.subscribe(() => this.draw());
    this.#tick = target.setInterval(() => this.draw(), 1_000);
    this.draw();
  }

  /** Draws the call as it stands. */
  draw(): void {
    const { snapshot } = this.#session;
    const { document: page } = this.#window;
    const { lang, direction } = this.#words();
    page.documentElement.lang = lang;
    page.documentElement.dir = direction;
    page.title = this.#name(snapshot);
    render(this.#template(snapshot), page.body);
    this.#showPicture(snapshot);
  }

  /** Lets go of the picture and of the window's content; the window itself is its owner's. */
  dispose(): void {
    this.#stop();
    this.#window.clearInterval(this.#tick);
    this.#shown?.detach();
    this.#shown = null;
  }

  /** A sheet belongs to the document it was made for. */
  #dress(): void {
    const { document: page } = this.#window;
    const Sheet = (this.#window as Window & typeof globalThis).CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(floatingCallStyles.cssText);
    page.adoptedStyleSheets = [sheet];
  }

  #template(call: CallSnapshot): TemplateResult {
    const party = this.#party(call);
    const name = this.#name(call);
    return html`
      <main>
        ${
          party
            ? html`<video aria-label=${name} autoplay playsinline .muted=${true}></video>`
            : html`<span class="avatar" aria-hidden="true">${initials(name)}</span>`
        }
        <p class="who"><bdi>${name}</bdi> ${this.#renderLine(call)}</p>
        <div class="bar" role="toolbar" aria-label=${name}>${this.#renderControls(call)}</div>
      </main>
    `;
  }

  #renderLine(call: CallSnapshot) {
    if (call.phase === 'held' || call.phase === 'transferring') return html`<span>${this.#words().held}</span>`;
    const { establishedAt } = call.record;
    if (establishedAt === null) return nothing;
    return html`<span role="timer">${formatDuration(Date.now() + call.clockOffsetMs - establishedAt)}</span>`;
  }

  #renderControls(call: CallSnapshot) {
    const { microphone, camera } = call.local;
    const words = this.#words();
    const talking = isTalking(call.phase);
    const muted = microphone !== 'on';
    const unseen = camera !== 'on';
    return html`
      ${talking ? this.#button(muted ? words.unmute : words.mute, muted ? micOffIcon : micIcon, muted ? 'off' : '', () => (muted ? this.#wishes.unmute() : this.#wishes.mute())) : nothing}
      ${
        talking && call.record.medium === 'video'
          ? this.#button(
              unseen ? words.cameraOn : words.cameraOff,
              unseen ? videoOffIcon : videoIcon,
              unseen ? 'off' : '',
              () => (unseen ? this.#wishes.cameraOn() : this.#wishes.cameraOff()),
            )
          : nothing
      }
      ${call.phase === 'ended' ? nothing : this.#button(words.hangup, phoneOffIcon, 'end', () => this.#wishes.hangup())}
    `;
  }

  #button(word: string, drawing: Icon, look: string, press: () => void) {
    return html`<button class=${look} type="button" aria-label=${word} title=${word} @click=${press}>
      ${icon(drawing)}
    </button>`;
  }

  /** Whose picture is shown: what somebody shares before how they look. */
  #party({ remotes, phase }: CallSnapshot): Party | undefined {
    if (phase !== 'connected') return undefined;
    return remotes.find(({ screen }) => screen === 'on') ?? remotes.find(({ camera }) => camera === 'on');
  }

  #name({ remotes, record }: CallSnapshot): string {
    return remotes[0]?.name ?? record.remoteName ?? this.#words().nobody;
  }

  #showPicture(call: CallSnapshot): void {
    const party = this.#party(call);
    const source = party?.screen === 'on' ? 'screen' : 'camera';
    const key = party ? `${party.identity} ${source}` : '';
    if (key === (this.#shown?.key ?? '')) return;
    this.#shown?.detach();
    const video = this.#window.document.querySelector('video');
    this.#shown = party && video ? { key, detach: this.#session.attachVideo(party.identity, source, video) } : null;
  }
}
