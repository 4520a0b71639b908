import type { LitElement, ReactiveController } from 'lit';
import type { Chat } from '../../session/chat/chat.js';
import type { ChatSnapshot } from '../../session/chat/chat-snapshot.js';
import type { CallController } from '../call-controller.js';

/** An element's view of the messages of its call: it is updated whenever they change, and as soon as they are there. */
export class ChatController implements ReactiveController {
  readonly #host: LitElement;
  readonly #call: CallController;
  /** What is followed just now: where the messages will be, and they themselves. */
  #followed: readonly [source: object | null, chat: Chat | null] = [null, null];
  #stops: (() => void)[] = [];

  constructor(host: LitElement, call: CallController) {
    this.#host = host;
    this.#call = call;
    host.addController(this);
  }

  /** The messages, or null while there are none to show. Read at every update, which follows what is there by then. */
  get chat(): Chat | null {
    const source = this.#call.session?.chat ?? null;
    const chat = source?.snapshot.chat ?? null;
    if (source === this.#followed[0] && chat === this.#followed[1]) return chat;
    this.#leave();
    this.#followed = [source, chat];
    const update = () => this.#host.requestUpdate();
    for (const one of [source, chat]) if (one) this.#stops.push(one.subscribe(update));
    return chat;
  }

  get snapshot(): ChatSnapshot | null {
    return this.chat?.snapshot ?? null;
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#followed = [null, null];
  }
}
