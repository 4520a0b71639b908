import { html, type TemplateResult } from 'lit';
import type { AnnouncePriority } from './provider-context.js';

/** How many sentences stay in a region. An addition is read out; what is old only has to be gone at some time. */
const kept = 3;

/**
 * Two live regions that stand from the start, as screen readers need it. Every sentence is a node of its own, so the
 * same words twice are read twice.
 */
export class Announcer {
  readonly #root: () => ParentNode | null;

  constructor(root: () => ParentNode | null) {
    this.#root = root;
  }

  template(): TemplateResult {
    return html`
      <div class="visually-hidden" role="log" aria-live="polite" data-announce="polite"></div>
      <div class="visually-hidden" role="log" aria-live="assertive" data-announce="assertive"></div>
    `;
  }

  announce(text: string, priority: AnnouncePriority): void {
    const region = this.#root()?.querySelector(`[data-announce='${priority}']`);
    if (!region || text === '') return;
    const line = region.ownerDocument.createElement('p');
    line.textContent = text;
    region.append(line);
    while (region.childElementCount > kept) region.firstElementChild?.remove();
  }
}
