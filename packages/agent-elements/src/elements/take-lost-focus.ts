import type { LitElement } from 'lit';

/**
 * Gives the focus to a part of an element when nobody has it: what had it is gone, and a keyboard would start at the
 * top of the page again. Who types elsewhere keeps it.
 */
export function takeLostFocus(host: LitElement, selector: string): void {
  const { activeElement, body } = host.ownerDocument;
  if (activeElement !== null && activeElement !== body && activeElement !== host) return;
  if (host.shadowRoot?.activeElement) return;
  host.renderRoot.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
