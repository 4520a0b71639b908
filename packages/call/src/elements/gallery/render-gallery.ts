import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { define } from '../element.js';
import { registerLanguages } from '../localize/register-languages.js';
import { CcProvider } from '../provider/provider.js';
import type { ElementState, ElementStates } from '../states.js';
import { galleryStyles } from './gallery-styles.js';

/** How the gallery is looked at. */
export interface GalleryOptions {
  readonly theme?: 'auto' | 'light' | 'dark';
  readonly density?: 'customer' | 'agent';
  /** A language for every state; `ar` turns the page as well. */
  readonly lang?: string;
  /** A brand for every state, `#rrggbb`. */
  readonly brand?: string;
  /** Width of a frame that names none, in pixels. Default 390: a phone. */
  readonly width?: number;
}

/** What an element's states module exports. */
export interface StatesModule {
  readonly states: ElementStates;
}

const frame = ({ name, template, width, height }: ElementState, usual: number) => html`
  <figure>
    <figcaption>${name}</figcaption>
    <div class="frame" data-width=${width ?? usual} data-height=${height ?? nothing}>${template}</div>
  </figure>
`;

/**
 * Draws every state of the given elements into a node, under providers of their own, without a server and without
 * devices. Resolves when all of them have been drawn.
 */
export async function renderGallery(
  root: HTMLElement,
  modules: readonly StatesModule[],
  { theme = 'auto', density, lang, brand, width = 390 }: GalleryOptions = {},
): Promise<void> {
  registerLanguages();
  define(CcProvider);
  const document = root.ownerDocument;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, galleryStyles(document)];
  const all = modules.map(({ states }) => states).sort((a, b) => a.title.localeCompare(b.title));
  render(
    html`<cc-provider class="gallery">
      ${repeat(
        all,
        ({ title }) => title,
        (states) => html`
          <section aria-label=${states.title}>
            <h2>${states.title}</h2>
            <div class="frames">${states.render().map((state) => frame(state, width))}</div>
          </section>
        `,
      )}
    </cc-provider>`,
    root,
  );
  // A template cannot bind one style, and a strict policy refuses style attributes; the CSSOM is allowed.
  for (const { style, dataset } of root.querySelectorAll<HTMLElement>('.frame')) {
    style.inlineSize = `${dataset['width'] ?? width}px`;
    if (dataset['height']) style.blockSize = `${dataset['height']}px`;
  }
  for (const provider of root.querySelectorAll('cc-provider')) {
    provider.theme = theme;
    if (density) provider.density = density;
    if (brand) provider.brand = brand;
    if (lang && !provider.hasAttribute('lang')) provider.lang = lang;
  }
  await settled(root);
}

/** All elements under a node have been drawn, those in shadow roots too. */
async function settled(root: ParentNode): Promise<void> {
  for (const node of root.querySelectorAll('*')) {
    if ('updateComplete' in node) await node.updateComplete;
    if (node.shadowRoot) await settled(node.shadowRoot);
  }
}
