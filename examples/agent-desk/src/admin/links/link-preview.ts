import { directionOf } from '@carillon/call';
import { limits, type JoinView } from '@carillon/contract';
import type { PreviewAdapter } from '@carillon/widget';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './brand-contrast.js';

const themes = [
  ['light', 'In the light'],
  ['dark', 'In the dark'],
] as const;

/** A link's page as customers will see it, in both themes: the real element, with nothing behind it. */
@customElement('desk-link-preview')
export class LinkPreview extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(232px, 100%), 1fr));
      gap: 16px;
    }
    figure {
      display: grid;
      gap: 8px;
      align-content: start;
      margin: 0;
      min-inline-size: 0;
    }
    figcaption {
      font-weight: 500;
    }
    .screen {
      block-size: 430px;
      overflow: hidden;
      border: 1px solid var(--desk-line);
      border-radius: 16px;
      background: var(--desk-raised);
    }
    cc-call-link {
      zoom: 0.62;
    }
  `;

  @property({ attribute: false }) view: JoinView | null = null;
  @property({ attribute: false }) pictureUrl: (id: string) => string = () => '';
  @state() private adapters: Readonly<Record<'light' | 'dark', PreviewAdapter>> | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render() {
    return themes.map(
      ([theme, words]) => html`
        <figure>
          <figcaption>${words}</figcaption>
          <div class="screen" inert>
            ${
              this.adapters && this.view
                ? html`<cc-call-link
                    .adapter=${this.adapters[theme]}
                    .theme=${theme}
                    lang=${this.#language}
                    dir=${directionOf(this.#language)}
                  ></cc-call-link>`
                : nothing
            }
          </div>
          <desk-brand-contrast .theme=${theme} .color=${this.view?.brand.color ?? ''}></desk-brand-contrast>
        </figure>
      `,
    );
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { adapters, view, pictureUrl } = this;
    if (changed.has('view') && adapters && view)
      for (const [theme] of themes) adapters[theme].show({ view, pictureUrl });
  }

  get #language(): string {
    return this.view?.language?.language ?? 'en';
  }

  /** The customer's side comes when an administrator wants to see it: an agent's desk does without. */
  async #load(): Promise<void> {
    const [{ previewAdapter }] = await Promise.all([import('@carillon/widget'), import('@carillon/widget/define')]);
    const { pictureUrl } = this;
    const make = () => previewAdapter({ view: this.view ?? nothingYet, pictureUrl });
    this.adapters = { light: make(), dark: make() };
  }
}

/** Shown for no longer than a form needs to say what it holds. */
const nothingYet: JoinView = {
  state: 'available',
  kind: 'one-time',
  brand: { name: '', color: '#0f62c4', welcome: '' },
  queueName: '',
  displayName: null,
  opensAt: null,
  expiresAt: limits.linkMs,
  serverNow: 0,
};
