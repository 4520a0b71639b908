import { css } from 'lit';
import { hostStyles, markStyles } from '../theme/base-styles.js';
import { visuallyHidden } from '../theme/visually-hidden.js';

export const styles = [
  hostStyles,
  markStyles,
  visuallyHidden,
  css`
    :host {
      display: block;
      position: relative;
      overflow: hidden;
      container-type: size;
      min-inline-size: 0;
      min-block-size: 0;
      inline-size: 100%;
      block-size: 100%;
      border-radius: inherit;
      background: var(--cc-stage-raised);
      color: var(--cc-on-stage);
    }
    video {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }
    :host([fit='contain']) video {
      object-fit: contain;
    }
    :host([mirror]) video {
      transform: scaleX(-1);
    }
    .nobody {
      display: grid;
      place-items: center;
      inline-size: 100%;
      block-size: 100%;
    }
    .avatar {
      --cc-avatar-size: clamp(32px, 34cqmin, 128px);
      background: color-mix(in oklab, var(--cc-stage-raised), white 16%);
      color: var(--cc-on-stage);
    }
    .avatar .icon {
      inline-size: 50%;
      block-size: 50%;
    }
    /* The ring lies inside, so that speaking moves nothing. */
    .ring {
      position: absolute;
      inset: 0;
      border: 3px solid transparent;
      border-radius: inherit;
      pointer-events: none;
      transition: border-color 160ms var(--cc-ease);
    }
    :host([speaking]) .ring {
      border-color: oklch(0.78 0.16 152);
    }
    .label {
      position: absolute;
      inset-block-start: 8px;
      inset-inline-start: 8px;
      display: flex;
      align-items: center;
      gap: 6px;
      max-inline-size: calc(100% - 16px);
      padding: 3px 10px;
      border-radius: 999px;
      background: rgb(0 0 0 / 0.62);
      color: white;
      font-size: 13px;
      font-weight: 500;
      line-height: 1.3;
    }
    .label .icon {
      inline-size: 14px;
      block-size: 14px;
    }
    .weak {
      color: oklch(0.87 0.14 85);
    }
    @container (max-width: 180px) {
      .label {
        inset-block-start: 4px;
        inset-inline-start: 4px;
        max-inline-size: calc(100% - 8px);
        padding: 2px 6px;
        font-size: 12px;
      }
    }
    @media (forced-colors: active) {
      .label {
        border: 1px solid CanvasText;
      }
      :host(:not([speaking])) .ring {
        display: none;
      }
      :host([speaking]) .ring {
        border-color: Highlight;
      }
    }
  `,
];
