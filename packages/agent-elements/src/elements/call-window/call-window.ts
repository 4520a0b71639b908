import {
  CallController,
  CallErrorEvent,
  type CallSnapshot,
  CameraOffRequestEvent,
  CameraOnRequestEvent,
  CcCallControls,
  CcCallStage,
  CcConnectionStatus,
  CcEffectNotice,
  CcHangupButton,
  CcHoldButton,
  CcMicButton,
  element,
  formatDuration,
  icon,
  isTalking,
  loadChat,
  maximizeIcon,
  minimizeIcon,
  phoneForwardedIcon,
  MuteRequestEvent,
  settingsIcon,
  ShareRequestEvent,
  TickController,
  UnmuteRequestEvent,
  UnshareRequestEvent,
} from '@carillon/call';
import type { AgentCall } from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isLive } from '../../session/desk-snapshot.js';
import { AgentController } from '../agent-controller.js';
import { renderAvatar } from '../avatar.js';
import { TakeOverRequestEvent } from '../events/agent-events.js';
import { loadCallExtras, loadSettings, loadTransfer } from '../load-lazily.js';
import { takeLostFocus } from '../take-lost-focus.js';
import {
  CallShortcuts,
  defaultShortcuts,
  forEachAction,
  type ShortcutAction,
  type ShortcutScope,
} from './call-shortcuts.js';
import { styles } from './call-window.styles.js';

/** What a shortcut changes, and what is said once it has. */
const spoken = {
  mute: { source: 'microphone', on: 'unmuted', off: 'muted' },
  camera: { source: 'camera', on: 'camera-on', off: 'camera-off' },
  share: { source: 'screen', on: 'sharing', off: 'not-sharing' },
} as const;

/** Whether this agent was asked in by another: the customer's messages are not theirs yet. */
const isAskedIn = ({ consult, transfer }: AgentCall): boolean => consult !== null && transfer === null;

/**
 * The agent's call: who, for how long, picture or avatar, controls. Minimised it is a strip with name, time, mute and
 * end. It is a view: minimising, moving or removing it never touches the media. In a tab that does not lead it shows
 * the call without controls and offers to take over.
 *
 * @element cc-call-window
 * @fires {MuteRequestEvent} cc-mute-request - Before muting by shortcut.
 * @fires {UnmuteRequestEvent} cc-unmute-request - Before unmuting by shortcut.
 * @fires {CameraOnRequestEvent} cc-camera-on-request - Before the camera goes on by shortcut.
 * @fires {CameraOffRequestEvent} cc-camera-off-request - Before the camera goes off by shortcut.
 * @fires {ShareRequestEvent} cc-share-request - Before a screen is shared by shortcut.
 * @fires {UnshareRequestEvent} cc-unshare-request - Before that ends by shortcut.
 * @fires {TakeOverRequestEvent} cc-take-over-request - Before this tab takes over from another.
 * @fires {CallErrorEvent} cc-call-error - When what was asked for could not be loaded.
 * @attr empty - Set by the element while there is no call.
 * @slot controls - Controls of the host's own, as a dial pad or what their CRM does during a call: in the bar, before "End call".
 * @csspart card - The window.
 * @csspart header - Name, number, time, minimise.
 */
@element(
  'cc-call-window',
  CcCallStage,
  CcCallControls,
  CcConnectionStatus,
  CcMicButton,
  CcHoldButton,
  CcHangupButton,
  CcEffectNotice,
)
export class CcCallWindow extends LitElement {
  static override styles = styles;

  /** Shown as a strip. */
  @property({ type: Boolean, reflect: true }) minimised = false;
  /** Where shortcuts are heard: `page` (default), `focus` (only while the focus is inside) or `off`. */
  @property() shortcuts: ShortcutScope = 'page';
  /**
   * The keys, written as `Ctrl+M`, until the agent chooses others in the settings. An action that is left out has none
   * until then. With `shortcuts` off there are none to choose.
   */
  @property({ attribute: false }) keys: Readonly<Partial<Record<ShortcutAction, string>>> = defaultShortcuts;

  @state() private settings = false;
  @state() private transfers = false;
  @state() private asksHangup = false;
  /** Whether the messages are open. */
  @state() private writes = false;

  readonly #agent: AgentController = new AgentController(this);
  readonly #call: CallController = new CallController(this);
  #shown: string | null = null;
  /** A change by shortcut, said aloud once it is true. */
  #awaited: ShortcutAction | null = null;
  #before: CallSnapshot | null = null;

  constructor() {
    super();
    new TickController(this, () => isLive(this.#agent.desk?.call ?? null));
    new CallShortcuts(this, {
      scope: () => this.shortcuts,
      keysOf: (action) => this.#agent.session?.shortcuts.live(action) ?? '',
      act: (action) => this.#act(action),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#sayWhatChanged();
    this.#agent.session?.shortcuts.offer(
      forEachAction((action) => (this.shortcuts === 'off' ? null : (this.keys[action] ?? ''))),
    );
    const live = isLive(this.#agent.desk?.call ?? null);
    this.toggleAttribute('empty', !live);
    // What was open belonged to the call that is over, and would meet the next one.
    if (!live) this.writes = this.settings = false;
    if (this.#call.session?.chat) void loadChat();
  }

  protected override render() {
    const { desk } = this.#agent;
    const call = desk?.call ?? null;
    if (!desk || !isLive(call)) return nothing;
    const own = desk.leader === true;
    return html`
      <section class="card" part="card" aria-label=${this.#agent.t('call-window.label')} tabindex="-1">
        ${this.#renderHeader(call, own)} ${own ? this.#renderOwn() : this.#renderElsewhere()}
      </section>
    `;
  }

  protected override updated(): void {
    const call = this.#agent.desk?.call ?? null;
    const id = isLive(call) ? call.id : null;
    if (isLive(call)) void loadCallExtras().catch(() => undefined);
    // A transfer that was begun before this page was loaded is told of as well.
    if (isLive(call) && call.transfer) void loadTransfer().catch(() => undefined);
    if (id === this.#shown) return;
    this.#shown = id;
    // Who answered by keyboard stands on a button that is gone now.
    if (id !== null) takeLostFocus(this, 'section');
  }

  #renderHeader(call: AgentCall, own: boolean) {
    const { name, number } = call.caller;
    const label = this.#agent.t(this.minimised ? 'call-window.expand' : 'call-window.minimise');
    return html`
      <header part="header">
        ${renderAvatar(name)}
        <div class="who">
          <h2 class="truncate" dir="auto">${name ?? number ?? this.#agent.t('incoming.unknown')}</h2>
          <p class="small muted truncate">${this.#renderTime(call)}${this.#renderBesideTime(call)}</p>
        </div>
        <div class="strip" ?hidden=${!this.minimised || !own}>
          <cc-mic-button density="agent"></cc-mic-button>
          <cc-hold-button density="agent" compact ?hidden=${call.state !== 'held'}></cc-hold-button>
          <cc-hangup-button density="agent" @cc-hangup-request=${this.#askHangup}></cc-hangup-button>
        </div>
        <cc-chat-button
          density="agent"
          ?hidden=${!own || isAskedIn(call)}
          ?open=${this.writes && !this.minimised}
          @click=${this.#toggleChat}
        ></cc-chat-button>
        <button
          class="button quiet round"
          type="button"
          aria-expanded=${!this.minimised}
          aria-label=${label}
          title=${label}
          @click=${() => (this.minimised = !this.minimised)}
        >
          ${icon(this.minimised ? maximizeIcon : minimizeIcon)}
        </button>
      </header>
    `;
  }

  #renderTime({ establishedAt }: AgentCall) {
    if (establishedAt === null) return html`<span>${this.#agent.t('call-window.connecting')}</span>`;
    const time = formatDuration(this.#agent.serverNow() - establishedAt);
    return html`<span role="timer" aria-label=${this.#agent.t('call-window.timer')}>${time}</span>`;
  }

  #renderBesideTime({ state, away, consult, caller: { name, number } }: AgentCall) {
    if (consult && state !== 'connecting') {
      const words = this.#agent.t(consult.conference ? 'call-window.conference' : 'call-window.consulting', consult);
      return html` · <span class="warn">${words}</span>`;
    }
    if (state === 'transferring')
      return html` · <span class="warn">${this.#agent.t('call-window.transferring')}</span>`;
    if (state === 'held') return html` · <span class="warn">${this.#agent.t('call-window.held')}</span>`;
    if (away === 'customer' || away === 'both')
      return html` · <span class="warn">${this.#agent.t('call-window.reconnecting')}</span>`;
    return name !== null && number !== null ? html` · <span class="numbers" dir="ltr">${number}</span>` : nothing;
  }

  #renderOwn() {
    // Hidden, never taken out: a picture that stays attached is there at once when the window grows again.
    return html`
      <div class="body ${this.writes ? 'writes' : ''}" ?hidden=${this.minimised}>
        <cc-connection-status banner quiet></cc-connection-status>
        <cc-connection-status></cc-connection-status>
        <cc-effect-notice></cc-effect-notice>
        <cc-chat-notice ?open=${this.writes && !this.minimised} @click=${this.#openChat}></cc-chat-notice>
        <cc-device-notice></cc-device-notice>
        <cc-call-stage></cc-call-stage>
        <cc-captions></cc-captions>
        <cc-call-controls density="agent" @cc-hangup-request=${this.#askHangup}>
          ${this.#renderTransfer()}
          <slot name="controls" slot="after"></slot>
          <cc-picture-in-picture slot="after" density="agent"></cc-picture-in-picture>
        </cc-call-controls>
        ${this.writes ? html`<cc-chat closable density="agent" @close=${this.#closeChat}></cc-chat>` : nothing}
        ${this.#renderSettings()}
      </div>
      <cc-transfer-dialog
        ?open=${this.transfers}
        ?asks-hangup=${this.asksHangup}
        @close=${() => (this.transfers = false)}
        @answered=${() => (this.asksHangup = false)}
      ></cc-transfer-dialog>
    `;
  }

  /** A call of a queue without automatic assignment has none (TRQ-5); one that is being passed on has its line. */
  #renderTransfer() {
    const call = this.#call.snapshot;
    if (!call?.record.mayTransfer || call.record.consult) return nothing;
    if (call.phase !== 'connected' && call.phase !== 'held') return nothing;
    const word = this.#agent.t('call-window.transfer');
    return html`<button
      slot="after"
      class="button round transfer"
      type="button"
      aria-haspopup="dialog"
      aria-label=${word}
      title=${word}
      @click=${this.#transfer}
    >
      ${icon(phoneForwardedIcon)}
    </button>`;
  }

  readonly #transfer = (): void => {
    this.transfers = true;
    this.#load(loadTransfer, () => (this.transfers = false));
  };

  /** Fetches what is needed only now; without it nothing opens, and the page is told. */
  #load(load: () => Promise<void>, failed: () => void): void {
    load().catch(() => {
      failed();
      this.dispatchEvent(new CallErrorEvent('unreachable'));
    });
  }

  /** Who hangs up while the call is being passed on is asked first: it ends for the customer, too. */
  readonly #askHangup = (event: Event): void => {
    const transfer = this.#call.snapshot?.record.transfer;
    if (!transfer || transfer.state === 'failed') return;
    event.preventDefault();
    this.asksHangup = true;
  };

  /** Only a call with pictures has a background (BGD-4). */
  #renderSettings() {
    const video = this.#call.snapshot?.record.medium === 'video';
    const open = () => {
      this.settings = true;
      this.#load(loadSettings, () => (this.settings = false));
    };
    return html`
      <button class="button quiet settings" type="button" aria-haspopup="dialog" @click=${open}>
        ${icon(settingsIcon)}${this.#agent.t('call-window.settings')}
      </button>
      <cc-settings-dialog
        ringer
        tabs=${video ? 'audio camera shortcuts captions' : 'audio shortcuts captions'}
        ?open=${this.settings}
        @close=${() => (this.settings = false)}
      ></cc-settings-dialog>
    `;
  }

  #renderElsewhere() {
    return html`
      <div class="banner">
        <span>${this.#agent.t('call-window.elsewhere')}</span>
        <button class="button" type="button" @click=${this.#takeOver}>
          ${this.#agent.t('agent-status.take-over')}
        </button>
      </div>
    `;
  }

  #toggleChat(): void {
    if (this.writes && !this.minimised) this.#closeChat();
    else void this.#openChat();
  }

  async #openChat(): Promise<void> {
    this.minimised = false;
    this.writes = true;
    await this.updateComplete;
    this.renderRoot.querySelector('cc-chat')?.focus();
  }

  #closeChat(): void {
    this.writes = false;
    this.renderRoot.querySelector('cc-chat-button')?.focus();
  }

  #takeOver(): void {
    void this.#agent.request(new TakeOverRequestEvent(), (session) => session.takeOver());
  }

  #act(action: ShortcutAction): boolean {
    const call = this.#call.snapshot;
    if (!call || !isTalking(call.phase) || this.#agent.desk?.leader !== true) return false;
    const { microphone, camera, screen } = call.local;
    if (action === 'mute' && microphone === 'none') return false;
    if (action === 'camera' && call.record.medium !== 'video') return false;
    if (action === 'share' && !call.mayShare && screen !== 'on') return false;
    this.#awaited = action;
    if (action === 'mute') {
      if (microphone === 'muted') this.#call.request(new UnmuteRequestEvent(), (session) => session.unmute());
      else this.#call.request(new MuteRequestEvent(), (session) => session.mute());
    } else if (action === 'share') {
      if (screen === 'on') this.#call.request(new UnshareRequestEvent(), (session) => session.unshare());
      else this.#call.request(new ShareRequestEvent(), (session) => session.share());
    } else if (camera === 'on') this.#call.request(new CameraOffRequestEvent(), (session) => session.cameraOff());
    else this.#call.request(new CameraOnRequestEvent(), (session) => session.cameraOn());
    return true;
  }

  #sayWhatChanged(): void {
    const [before, now] = [this.#before, this.#call.snapshot];
    this.#before = now;
    if (
      now &&
      before &&
      now.phase !== before.phase &&
      (now.phase === 'held' || (before.phase === 'held' && now.phase === 'connected'))
    )
      this.#agent.announce(this.#agent.t(now.phase === 'held' ? 'call-window.held' : 'call-window.resumed'));
    if (!this.#awaited || !before || !now) return;
    const { source, on, off } = spoken[this.#awaited];
    if (before.local[source] === now.local[source]) return;
    this.#awaited = null;
    this.#agent.announce(this.#agent.t(`call-window.${now.local[source] === 'on' ? on : off}`));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-call-window': CcCallWindow;
  }
}
