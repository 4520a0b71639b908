import { usualShortcuts } from '@carillon/call';
import type { LitElement, ReactiveController } from 'lit';
import { isShortcut, isTyping } from '../shortcut.js';

const actions = ['mute', 'camera', 'share'] as const;

/** What a shortcut does in a call. */
export type ShortcutAction = (typeof actions)[number];

/** A value for each of them. */
export const forEachAction = <T>(value: (action: ShortcutAction) => T): Readonly<Record<ShortcutAction, T>> => ({
  mute: value('mute'),
  camera: value('camera'),
  share: value('share'),
});

/** The guide's keys. */
export const defaultShortcuts: Readonly<Record<ShortcutAction, string>> = forEachAction(
  (action) => usualShortcuts[action],
);

/** Where shortcuts are heard: on the whole page, only while the focus is in the element, or nowhere. */
export type ShortcutScope = 'page' | 'focus' | 'off';

export interface CallShortcutsOptions {
  readonly scope: () => ShortcutScope;
  /** The keys of an action; '' while it has none. */
  readonly keysOf: (action: ShortcutAction) => string;
  /** Acts, and answers whether there was something to do. Where there was not, the browser keeps its key. */
  readonly act: (action: ShortcutAction) => boolean;
}

/** Listens for the shortcuts of a live call. A field keeps its keys: Ctrl+V pastes there. */
export class CallShortcuts implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: CallShortcutsOptions;

  constructor(host: LitElement, options: CallShortcutsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('keydown', this.#press);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('keydown', this.#press);
  }

  readonly #press = (event: KeyboardEvent): void => {
    const scope = this.#options.scope();
    if (event.defaultPrevented || scope === 'off' || isTyping(event)) return;
    if (scope === 'focus' && !event.composedPath().includes(this.#host)) return;
    const action = actions.find((one) => isShortcut(event, this.#options.keysOf(one)));
    if (action && this.#options.act(action)) event.preventDefault();
  };
}
