import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CallPhase, CallSnapshot, Party } from '../../session/call-snapshot.js';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { icon } from '../icon/icon.js';
import { pauseIcon, phoneForwardedIcon, screenShareIcon, volumeIcon } from '../icon/call-icons.js';
import { userIcon, wifiOffIcon } from '../icon/icons.js';
import { initials } from '../initials.js';
import { stage } from '../localize/en/stage.js';
import { formatDuration } from '../localize/format-duration.js';
import { CcParticipantTile } from '../participant-tile/participant-tile.js';
import { ProviderController } from '../provider-controller.js';
import { TickController } from '../tick-controller.js';
import { styles } from './call-stage.styles.js';
import { type Corner, cornerByKey, nextCorner, toCorner } from './corner.js';
import { type CornerDrag, dragToCorner } from './drag-to-corner.js';
import { sharersInOrder } from './sharers-in-order.js';

/** Where nobody is seen as they are now. */
const dimmedIn: ReadonlySet<CallPhase> = new Set(['held', 'transferring', 'reconnecting']);

const isSpeaking = ({ speaking, microphone }: Party): boolean => speaking && microphone === 'on';

/** Who is heard: one, or both where two agents and the customer talk. */
const heardOf = ({ remotes, record }: CallSnapshot): readonly { name: string | null; speaking: boolean }[] =>
  remotes.length === 2 && record.consult
    ? remotes.map((party) => ({ name: party.name, speaking: isSpeaking(party) }))
    : [{ name: remotes[0]?.name ?? record.remoteName, speaking: remotes.some(isSpeaking) }];

const renderScreen = (identity: string) =>
  html`<cc-participant-tile source="screen" fit="contain" no-label .identity=${identity}></cc-participant-tile>`;

/**
 * The pictures of a call: the other side fills the stage, the own picture stands in a corner of it. An audio call
 * shows who it is with and how long. It says so when the call is on hold, when a side reconnects, and offers the
 * click that a browser wants before it plays sound. Moving the stage in the page never disturbs the call.
 *
 * A shared screen has the stage. When both sides share, that of who began last has it, and the other is kept as a tile.
 *
 * The own picture is dragged to a corner, moved by the arrow keys, or goes to the next corner with a press.
 *
 * @element cc-call-stage
 * @slot - Anything laid over the stage, such as a network badge.
 * @csspart remotes - The pictures of the other side.
 * @csspart shares - The screen that is shared.
 * @csspart sharing - The word that the own screen is shared.
 * @csspart self - The own picture.
 * @csspart notice - The word in the middle: on hold, reconnecting.
 * @cssproperty [--cc-stage-inset-end=0px] - Room to leave at the bottom for a bar over the stage.
 * @cssproperty [--cc-stage-inset-start=0px] - Room to leave at the top.
 */
@element('cc-call-stage', CcParticipantTile)
export class CcCallStage extends LitElement {
  static override styles = styles;

  /** The corner of the own picture: `top-start`, `top-end`, `bottom-start` or `bottom-end`. */
  @property({ attribute: 'self-corner', reflect: true }) selfCorner: string = 'bottom-end';

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof stage> = new ProviderController(this, stage);
  readonly #drag: CornerDrag = dragToCorner(
    () => this.getBoundingClientRect(),
    () => this.#rtl,
    (corner) => this.#moveSelf(corner),
  );

  /** Who shares a screen, who began last at the end. */
  #sharers: readonly string[] = [];

  constructor() {
    super();
    new TickController(this, () => this.#showsTimer);
  }

  protected override willUpdate(): void {
    const call = this.#call.snapshot;
    this.#sharers = call ? sharersInOrder(this.#sharers, call) : [];
  }

  protected override render() {
    const call = this.#call.snapshot;
    if (!call) return nothing;
    return html`
      ${this.#showsPictures(call) ? this.#renderPictures(call) : this.#renderAudio(call)} ${this.#renderVeil(call)}
      ${call.local.screen === 'on' && call.phase === 'connected' ? this.#renderSharing() : nothing}
      <slot></slot>
    `;
  }

  #renderPictures(call: CallSnapshot) {
    const dimmed = dimmedIn.has(call.phase) || call.record.remoteAway;
    // The own screen is seen where it is; only beside another does it show which of the two the others look at.
    const shares = call.remotes.some(({ screen }) => screen === 'on') ? this.#sharers : [];
    return html`
      ${this.#renderShared(shares.at(-1), dimmed)}
      <div part="remotes" class="remotes ${dimmed ? 'dimmed' : ''} ${shares.length > 0 ? 'beside' : ''}">
        ${repeat(
          call.remotes,
          (party) => party.identity,
          (party) => html`<cc-participant-tile .identity=${party.identity}></cc-participant-tile>`,
        )}
        ${repeat(shares.slice(0, -1), (identity) => identity, renderScreen)}
      </div>
      ${call.record.medium === 'video' && call.phase !== 'ended' ? this.#renderSelf() : nothing}
    `;
  }

  /** What is shared has the stage, all of it to be seen; people, and what was shared before it, are small beside it. */
  #renderShared(identity: string | undefined, dimmed: boolean) {
    if (identity === undefined) return nothing;
    return html`<div part="shares" class="shares ${dimmed ? 'dimmed' : ''}">${renderScreen(identity)}</div>`;
  }

  /** At the edge: whoever shares looks at something else. */
  #renderSharing() {
    return html`<p part="sharing" class="notice sharing" role="status">
      ${icon(screenShareIcon)}${this.#host.t('stage.sharing')}
    </p>`;
  }

  #renderSelf() {
    const corner = toCorner(this.selfCorner);
    const words = this.#host.t('stage.move-self', { corner: this.#host.t(`stage.${corner}`) });
    return html`
      <div part="self" class="self" data-corner=${corner}>
        <cc-participant-tile ?mirror=${this.#call.snapshot?.looksAway !== true} no-label></cc-participant-tile>
        <button
          class="move"
          type="button"
          aria-label=${words}
          @click=${this.#pressSelf}
          @keydown=${this.#keySelf}
          @pointerdown=${this.#drag.onPointerdown}
        ></button>
      </div>
    `;
  }

  #renderAudio(call: CallSnapshot) {
    const heard = heardOf(call);
    const names = heard.flatMap(({ name }) => name ?? []).join(' · ');
    return html`
      <div class="audio">
        <div class="avatars" aria-hidden="true">
          ${heard.map(
            ({ name, speaking }) =>
              html`<span class="avatar ${speaking ? 'speaking' : ''}">${initials(name) || icon(userIcon)}</span>`,
          )}
        </div>
        <bdi class="name">${names || this.#host.t('tile.nobody')}</bdi>
        <span class="line">${this.#renderLine(call)}</span>
      </div>
    `;
  }

  #renderLine(call: CallSnapshot) {
    const { establishedAt, endedAt } = call.record;
    if (call.phase === 'ended') return this.#host.t('stage.ended');
    if (establishedAt === null) return this.#host.t('stage.connecting');
    const now = endedAt ?? Date.now() + call.clockOffsetMs;
    return html`<span role="timer">${formatDuration(now - establishedAt)}</span>`;
  }

  #renderVeil(call: CallSnapshot) {
    const notice = this.#notice(call);
    if (!notice && !call.playbackBlocked) return nothing;
    return html`<div class="veil">${notice} ${call.playbackBlocked ? this.#renderSoundPrompt() : nothing}</div>`;
  }

  #notice(call: CallSnapshot) {
    if (call.phase === 'reconnecting')
      return html`<p part="notice" class="notice">${icon(wifiOffIcon)}${this.#host.t('stage.reconnecting')}</p>`;
    if (call.phase === 'held')
      return html`<p part="notice" class="notice held">
        ${icon(pauseIcon)}${this.#host.t('stage.held')} ${this.#renderHeldTime(call)}
      </p>`;
    if (call.phase === 'transferring')
      return html`<p part="notice" class="notice held">
        ${icon(phoneForwardedIcon)}${this.#host.t('stage.transferring')}
      </p>`;
    if (!call.record.remoteAway || call.phase === 'ended') return null;
    const name = call.record.remoteName ?? this.#host.t('stage.other-side');
    return html`<p part="notice" class="notice">
      ${icon(wifiOffIcon)}<span>${this.#host.t('stage.remote-away', { name })}</span>
    </p>`;
  }

  #renderHeldTime({ record: { heldAt }, clockOffsetMs }: CallSnapshot) {
    if (heldAt === null) return nothing;
    const time = formatDuration(Math.max(0, Date.now() + clockOffsetMs - heldAt));
    return html`<span role="timer" class="numbers">${time}</span>`;
  }

  #renderSoundPrompt() {
    return html`
      <div class="sound">
        <span>${this.#host.t('stage.sound-blocked')}</span>
        <button class="button primary" type="button" @click=${this.#allowSound}>
          ${icon(volumeIcon)}${this.#host.t('stage.sound-on')}
        </button>
      </div>
    `;
  }

  #showsPictures(call: CallSnapshot): boolean {
    if (call.remotes.length === 0 || call.phase === 'ended') return false;
    return call.record.medium === 'video' || call.remotes.some(({ screen }) => screen === 'on');
  }

  get #showsTimer(): boolean {
    const call = this.#call.snapshot;
    if (call === null || call.phase === 'ended' || call.record.establishedAt === null) return false;
    return call.phase === 'held' || !this.#showsPictures(call);
  }

  get #rtl(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }

  #moveSelf(corner: Corner): void {
    this.selfCorner = corner;
    this.#host.announce(this.#host.t('stage.self-moved', { corner: this.#host.t(`stage.${corner}`) }));
  }

  #pressSelf(): void {
    // A drag ends with a click of its own; it has moved the picture already.
    if (!this.#drag.takeDrag()) this.#moveSelf(nextCorner(toCorner(this.selfCorner)));
  }

  #keySelf(event: KeyboardEvent): void {
    const corner = cornerByKey(toCorner(this.selfCorner), event.key, this.#rtl);
    if (!corner) return;
    event.preventDefault();
    this.#moveSelf(corner);
  }

  #allowSound(): void {
    void this.#call.session?.resumePlayback();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-call-stage': CcCallStage;
  }
}
