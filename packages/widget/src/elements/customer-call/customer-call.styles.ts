import { css } from 'lit';
import { widgetStyles } from '../widget-styles.js';

export const styles = [
  widgetStyles,
  css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      position: relative;
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
