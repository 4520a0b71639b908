import { css } from 'lit';
import { buttonStyles, hostStyles, markStyles } from '../theme/base-styles.js';
import { visuallyHidden } from '../theme/visually-hidden.js';

export const styles = [
  hostStyles,
  buttonStyles,
  markStyles,
  visuallyHidden,
  css`
    :host {
      display: block;
      position: relative;
      container: stage / size;
      overflow: hidden;
      inline-size: 100%;
      block-size: 100%;
      min-block-size: 160px;
      border-radius: var(--cc-corner);
      background: var(--cc-stage);
      color: var(--cc-on-stage);
    }
    .remotes {
      display: grid;
      grid-auto-flow: dense;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
      gap: 4px;
      inline-size: 100%;
      block-size: 100%;
    }
    .shares {
      position: absolute;
      inset: 0;
    }
    .remotes.beside {
      position: absolute;
      z-index: 1;
      inset-block-start: calc(12px + var(--cc-stage-inset-start, 0px));
      inset-inline-start: 12px;
      inline-size: clamp(72px, 22cqi, 200px);
      block-size: auto;
      border-radius: var(--cc-corner-small);
      overflow: hidden;
    }
    .beside > * {
      aspect-ratio: 4 / 3;
    }
    .notice.sharing {
      position: absolute;
      z-index: 2;
      inset-block-start: calc(44px + var(--cc-stage-inset-start, 0px));
      inset-inline: 12px;
      inline-size: fit-content;
      margin: 0 auto;
      padding: 4px 12px;
    }
    /* Not over the tiles. */
    .beside ~ .notice.sharing {
      inset-block-start: calc(12px + var(--cc-stage-inset-start, 0px));
      inset-inline-start: calc(24px + clamp(72px, 22cqi, 200px));
      border-radius: 20px;
    }
    .dimmed {
      filter: brightness(0.45);
    }
    .audio {
      display: grid;
      align-content: safe center;
      justify-items: center;
      gap: 4px;
      block-size: 100%;
      /* Room for a notice, kept while there is none. */
      padding: 16px 16px 60px;
      text-align: center;
    }
    .avatars {
      display: flex;
      gap: 20px;
      margin-block-end: 12px;
    }
    .audio .avatar {
      --cc-avatar-size: clamp(56px, 30cqmin, 128px);
      background: var(--cc-stage-raised);
      color: var(--cc-on-stage);
      outline: 3px solid transparent;
      outline-offset: 4px;
      transition: outline-color 160ms var(--cc-ease);
    }
    @container stage (max-height: 239px) {
      .audio {
        gap: 0;
        padding: 8px 12px 48px;
      }
      .avatars {
        margin-block-end: 6px;
      }
      .audio .avatar {
        --cc-avatar-size: 40px;
      }
      .audio .name {
        font-size: 16px;
      }
      .audio .line {
        font-size: 14px;
      }
      .audio ~ .veil {
        padding-block-end: 8px;
      }
    }
    .audio .avatar.speaking {
      outline-color: oklch(0.78 0.16 152);
    }
    .avatar .icon {
      inline-size: 46%;
      block-size: 46%;
    }
    .name {
      display: -webkit-box;
      max-inline-size: 100%;
      overflow: hidden;
      font-size: 20px;
      font-weight: 600;
      line-height: 1.2;
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
    }
    @container stage (max-width: 320px) {
      .name {
        font-size: 16px;
      }
    }
    .line {
      min-block-size: 1.45em;
      color: oklch(0.82 0.01 250);
      font-size: 16px;
    }
    .self {
      position: absolute;
      z-index: 1;
      inline-size: clamp(88px, 28cqi, 240px);
      aspect-ratio: 4 / 3;
      max-block-size: 40cqb;
      border: 1px solid rgb(255 255 255 / 0.25);
      border-radius: var(--cc-corner-small);
      background: var(--cc-stage-raised);
      overflow: hidden;
    }
    .self:focus-within {
      overflow: visible;
    }
    .self.dragging {
      opacity: 0.9;
    }
    /* Over the picture and not around it: words inside a button would have to be part of its name. */
    .move {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      padding: 0;
      border: 0;
      border-radius: inherit;
      background: transparent;
      cursor: grab;
      touch-action: none;
    }
    .dragging .move {
      cursor: grabbing;
    }
    .self[data-corner^='top'] {
      inset-block-start: calc(12px + var(--cc-stage-inset-start, 0px));
    }
    .self[data-corner^='bottom'] {
      inset-block-end: calc(12px + var(--cc-stage-inset-end, 0px));
    }
    .self[data-corner$='start'] {
      inset-inline-start: 12px;
    }
    .self[data-corner$='end'] {
      inset-inline-end: 12px;
    }
    .veil {
      position: absolute;
      inset: 0;
      z-index: 2;
      display: grid;
      align-content: center;
      justify-items: center;
      gap: 12px;
      padding: 16px;
      text-align: center;
      pointer-events: none;
    }
    /* Without a picture the middle belongs to the name. */
    .audio ~ .veil {
      align-content: end;
      padding-block-end: calc(12px + var(--cc-stage-inset-end, 0px));
    }
    .veil > * {
      pointer-events: auto;
    }
    .notice {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      max-inline-size: 100%;
      padding: 8px 16px;
      border-radius: 999px;
      background: rgb(0 0 0 / 0.72);
      color: white;
      font-weight: 500;
    }
    .notice.held {
      background: var(--cc-attention);
      color: oklch(0.22 0.03 80);
    }
    .sound {
      display: grid;
      justify-items: center;
      gap: 12px;
      max-inline-size: 320px;
      padding: 16px;
      border-radius: var(--cc-corner);
      background: var(--cc-raised);
      color: var(--cc-text);
    }
    :focus-visible {
      outline-color: white;
      box-shadow: 0 0 0 2px black;
    }
    @media (forced-colors: active) {
      :host,
      .self,
      .notice,
      .sound {
        border: 1px solid CanvasText;
      }
      .audio .avatar:not(.speaking) {
        outline: none;
      }
      .audio .avatar.speaking {
        outline-color: Highlight;
      }
    }
  `,
];
