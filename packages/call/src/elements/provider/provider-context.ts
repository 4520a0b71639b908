import { createContext } from '@lit/context';
import type { HostSession } from '../../session/host-session.js';
import type { Message } from '../localize/dictionary.js';

/** `assertive` interrupts what is being read; use it for what cannot wait: a call rings, the connection is lost. */
export type AnnouncePriority = 'polite' | 'assertive';

/** What a provider lends to every element under it. The object stays; `subscribe` tells when its fields changed. */
export interface ProviderContext {
  readonly session: HostSession | null;
  /** The host's own sentences by key; they win over every dictionary. */
  readonly strings: Readonly<Record<string, Message>>;
  /** Says something to people who use a screen reader. */
  announce(text: string, priority?: AnnouncePriority): void;
  /** Called after the session, anything in it, the language or the strings changed. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** Keyed by name, so that two bundled copies of this package on one page find each other. */
export const providerContext = createContext<ProviderContext>(Symbol.for('cc.provider.v1'));
