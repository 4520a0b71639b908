import { css } from 'lit';
import { widgetStyles } from '../widget-styles.js';

export const styles = [
  widgetStyles,
  css`
    :host {
      display: block;
      position: relative;
      block-size: 100%;
      min-block-size: 320px;
      background: var(--cc-stage);
      color: var(--cc-on-stage);
    }
    cc-call-stage {
      border-radius: 0;
      --cc-stage-inset-start: calc(48px + env(safe-area-inset-top));
      --cc-stage-inset-end: calc(76px + env(safe-area-inset-bottom));
    }
    .top {
      position: absolute;
      inset-block-start: 0;
      inset-inline: 0;
      z-index: 2;
      display: grid;
      gap: 8px;
      padding: 12px;
      padding-block-start: calc(12px + env(safe-area-inset-top));
      pointer-events: none;
    }
    /* A scrim under text on video, and no other gradient. */
    :host([medium='video']) .top {
      padding-block-end: 32px;
      background: linear-gradient(rgb(0 0 0 / 0.62), rgb(0 0 0 / 0.5) 60%, transparent);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      min-inline-size: 0;
      color: white;
    }
    h1 {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      font-size: 16px;
      font-weight: 600;
      text-wrap: wrap;
    }
    .who {
      display: flex;
      align-items: baseline;
      gap: 12px;
      min-inline-size: 0;
      max-inline-size: 100%;
    }
    /* On an audio call the stage says who it is and for how long. */
    :host([medium='audio']) .head {
      justify-content: center;
    }
    .notes {
      display: grid;
      gap: 8px;
      justify-self: center;
      inline-size: min(480px, 100%);
    }
    .notes > * {
      pointer-events: auto;
    }
    .bar {
      position: absolute;
      inset-block-end: calc(12px + env(safe-area-inset-bottom));
      inset-inline: 8px;
      z-index: 3;
      display: flex;
      justify-content: center;
      pointer-events: none;
      transition: opacity 160ms var(--cc-ease);
    }
    .bar > * {
      pointer-events: auto;
    }
    .bar.faded {
      opacity: 0;
    }
    .bar.faded > * {
      pointer-events: none;
    }
  `,
];
