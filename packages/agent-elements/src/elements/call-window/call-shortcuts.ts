import type { LitElement, ReactiveController } from 'lit';
import { isShortcut, isTyping } from '../shortcut.js';

/** What a shortcut does. */
export type ShortcutAction = 'mute' | 'camera' | 'share';

/** The guide's keys. */
export const defaultShortcuts: Readonly<Record<ShortcutAction, string>> = {
  mute: 'Ctrl+M',
  camera: 'Ctrl+V',
  share: 'Ctrl+S',
};

/** Where shortcuts are heard: on the whole page, only while the focus is in the element, or nowhere. */
export type ShortcutScope = 'page' | 'focus' | 'off';

export interface CallShortcutsOptions {
  readonly scope: () => ShortcutScope;
  readonly keys: () => Readonly<Partial<Record<ShortcutAction, string>>>;
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
    for (const [action, key] of Object.entries(this.#options.keys()) as [ShortcutAction, string][])
      if (isShortcut(event, key) && this.#options.act(action)) event.preventDefault();
  };
}
