import { css } from 'lit';
import { widgetStyles } from '../widget-styles.js';

export const styles = [
  widgetStyles,
  css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      position: relative;
      container-type: inline-size;
      block-size: 100%;
      min-block-size: 320px;
      background: var(--cc-stage);
      color: var(--cc-on-stage);
    }
    cc-call-stage {
      border-radius: 0;
      --cc-stage-inset-end: calc(76px + env(safe-area-inset-bottom));
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 4px 12px;
      min-block-size: 40px;
      padding: 6px 12px;
      padding-block-start: calc(6px + env(safe-area-inset-top));
    }
    :host([medium='audio']) .head {
      justify-content: center;
    }
    .stage {
      position: relative;
    }
    .notes {
      position: absolute;
      inset-block-start: 44px;
      inset-inline: 12px;
      z-index: 2;
      display: grid;
      gap: 8px;
      max-inline-size: 480px;
      margin-inline: auto;
    }
    .hold {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 8px 16px;
      padding: 12px 16px;
      border-radius: var(--cc-corner);
      background: var(--cc-raised);
      color: var(--cc-text);
      box-shadow: var(--cc-shadow);
    }
    .hold p {
      flex: 1 1 220px;
      margin: 0;
    }
    .foot {
      position: absolute;
      inset-inline: 0;
      inset-block-end: 0;
      z-index: 3;
      display: grid;
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
      pointer-events: none;
    }
    .foot > cc-chat,
    .bar > * {
      pointer-events: auto;
    }
    .bar {
      display: flex;
      justify-content: center;
      padding: 0 8px calc(12px + env(safe-area-inset-bottom));
      transition: opacity 160ms var(--cc-ease);
    }
    /* A sheet over the lower part of a phone's screen, above the controls; a column beside the call where there is room. */
    :host([writes]) .foot {
      inset-block-start: max(30%, 100% - 620px);
      gap: 12px;
    }
    cc-chat {
      border-radius: var(--cc-corner);
      margin-inline: 4px;
      box-shadow: var(--cc-shadow);
      overflow: clip;
      animation: rise 160ms var(--cc-ease);
    }
    @keyframes rise {
      from {
        opacity: 0;
        transform: translateY(16px);
      }
    }
    @container (inline-size >= 768px) {
      :host([writes]) .foot {
        inset-block-start: 0;
        grid-template: minmax(0, 1fr) auto / minmax(0, 1fr) 360px;
        gap: 0;
      }
      :host([writes]) .foot > cc-chat {
        grid-area: 1 / 2 / -1;
        margin: 0;
        border-radius: 0;
      }
      :host([writes]) .bar {
        grid-area: 2 / 1;
      }
      :host([writes]) .head,
      :host([writes]) .stage {
        margin-inline-end: 360px;
      }
    }
    .turn {
      display: grid;
      inline-size: 48px;
      block-size: 48px;
      padding: 0;
      place-items: center;
      border: 1px solid transparent;
      border-radius: 50%;
      background: var(--cc-sunken);
      color: var(--cc-text);
      cursor: pointer;
    }
    .turn:focus-visible {
      outline: 2px solid var(--cc-accent);
      outline-offset: 2px;
    }
    .turn .icon {
      inline-size: 24px;
      block-size: 24px;
    }
    /* Above the controls, or beneath what stands on top. */
    cc-captions {
      position: absolute;
      inset-block-end: calc(84px + env(safe-area-inset-bottom));
      inset-inline: 8px;
      z-index: 2;
    }
    cc-captions[place='top'] {
      inset-block: 56px auto;
    }
    /* On a phone there is no room for a small window, neither in the bar nor on the screen. */
    @container (inline-size < 420px) {
      cc-picture-in-picture {
        display: none;
      }
      cc-call-controls {
        --cc-bar-gap: 6px;
        --cc-end-padding: 16px;
      }
    }
    .bar.faded {
      opacity: 0;
    }
    .bar.faded > * {
      pointer-events: none;
    }
  `,
];
