import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CallPhase, Party } from '../../session/call-snapshot.js';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { icon } from '../icon/icon.js';
import { wifiIcon } from '../icon/call-icons.js';
import { micOffIcon, userIcon } from '../icon/icons.js';
import { initials } from '../initials.js';
import { stage } from '../localize/en/stage.js';
import { ProviderController } from '../provider-controller.js';
import { styles } from './participant-tile.styles.js';
import { VideoAttachment } from './video-attachment.js';

const connectedIn: ReadonlySet<CallPhase> = new Set(['connected', 'held', 'consulting', 'transferring']);

/**
 * One participant of the call: their picture, or their initials while there is none, with name, muted sign, speaking
 * ring and a word about a weak connection. It fills the room it is given. Sound is not its matter.
 *
 * @element cc-participant-tile
 * @attr {boolean} speaking - Set by the element while the participant speaks.
 * @csspart video - The picture.
 * @csspart label - The name with its signs.
 * @csspart avatar - The initials.
 */
@element('cc-participant-tile')
export class CcParticipantTile extends LitElement {
  static override styles = styles;

  /** Who is shown: the `identity` of a party of the call. '' is the own side. */
  @property() identity = '';
  /** What is shown: the camera, with the initials where it is off, or the shared screen. */
  @property({ reflect: true }) source: 'camera' | 'screen' = 'camera';
  /** Shows the picture as in a mirror. For the own camera. */
  @property({ type: Boolean, reflect: true }) mirror = false;
  /** `contain` shows all of the picture, `cover` fills the tile. */
  @property({ reflect: true }) fit: 'cover' | 'contain' = 'cover';
  /** Shows no name: something around the tile does. */
  @property({ type: Boolean, attribute: 'no-label' }) noLabel = false;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof stage> = new ProviderController(this, stage);
  readonly #video: VideoAttachment = new VideoAttachment(this, () => this.renderRoot.querySelector('video'));

  protected override willUpdate(): void {
    const speaks = this.#party?.speaking === true && this.#party.microphone === 'on';
    this.toggleAttribute('speaking', speaks && this.source === 'camera');
  }

  protected override render() {
    const party = this.#party;
    if (!party) return nothing;
    return html`
      ${party[this.source] === 'on' ? this.#renderVideo(party) : this.#renderAvatar(party)}
      <div class="ring"></div>
      ${this.noLabel ? nothing : this.#renderLabel(party)}
    `;
  }

  protected override updated(): void {
    const party = this.#party;
    this.#video.show(this.#call.session, party?.[this.source] === 'on' ? party.identity : null, this.source);
  }

  get #party(): Party | undefined {
    const call = this.#call.snapshot;
    if (!call) return undefined;
    if (this.identity === '' || this.identity === call.local.identity) return call.local;
    return call.remotes.find((party) => party.identity === this.identity);
  }

  get #connected(): boolean {
    const phase = this.#call.snapshot?.phase;
    return phase !== undefined && connectedIn.has(phase);
  }

  #renderVideo(party: Party) {
    const name = this.#name(party);
    const screen = this.source === 'screen';
    const words = party.local
      ? this.#host.t(screen ? 'stage.sharing' : 'tile.your-picture')
      : this.#host.t(screen ? 'tile.screen' : 'tile.picture', { name });
    return html`<video part="video" aria-label=${words} autoplay playsinline .muted=${true}></video>`;
  }

  #renderAvatar(party: Party) {
    const letters = initials(party.name);
    return html`
      <div class="nobody">
        <span part="avatar" class="avatar" aria-hidden="true">${letters || icon(userIcon)}</span>
      </div>
    `;
  }

  #renderLabel(party: Party) {
    // Before anybody is connected a microphone that is not there yet is no news.
    const silent = party.microphone === 'muted' || (party.microphone === 'none' && this.#connected);
    const weak = party.quality === 'poor' || party.quality === 'lost';
    return html`
      <div part="label" class="label">
        ${silent ? this.#renderSign('tile.muted', '') : nothing}
        <bdi class="truncate">${this.#name(party)}</bdi>
        ${weak ? this.#renderSign('tile.poor', 'weak') : nothing}
      </div>
    `;
  }

  #renderSign(words: 'tile.muted' | 'tile.poor', kind: string) {
    return html`<span class=${kind}>
      ${icon(words === 'tile.muted' ? micOffIcon : wifiIcon)}<span class="visually-hidden">${this.#host.t(words)}</span>
    </span>`;
  }

  #name(party: Party): string {
    return party.local ? this.#host.t('tile.you') : (party.name ?? this.#host.t('tile.nobody'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-participant-tile': CcParticipantTile;
  }
}
