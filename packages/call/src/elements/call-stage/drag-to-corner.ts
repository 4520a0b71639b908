import { cornerAt, type Corner } from './corner.js';

/** A press that moves further than this, in pixels, is a drag and no click. */
const slop = 6;

export interface CornerDrag {
  /** Whether the press that just ended was a drag: the click that follows one is none. Answers true once a drag. */
  readonly takeDrag: () => boolean;
  readonly onPointerdown: (event: PointerEvent) => void;
}

/** Lets a tile be dragged over its stage by the handle in it; on release it goes to the nearest corner. */
export function dragToCorner(stage: () => DOMRect, rtl: () => boolean, settle: (corner: Corner) => void): CornerDrag {
  let dragged = false;
  const onPointerdown = (event: PointerEvent) => {
    const handle = event.currentTarget as HTMLElement;
    const tile = handle.parentElement;
    if (event.button !== 0 || !tile) return;
    dragged = false;
    // From the first moment: a quick hand is off the tile with its first move.
    handle.setPointerCapture(event.pointerId);
    const [startX, startY] = [event.clientX, event.clientY];
    const listening = new AbortController();
    const { signal } = listening;
    const end = () => {
      listening.abort();
      tile.style.translate = '';
      tile.classList.remove('dragging');
    };
    const move = (moved: PointerEvent) => {
      const [x, y] = [moved.clientX - startX, moved.clientY - startY];
      if (!dragged && Math.hypot(x, y) < slop) return;
      dragged = true;
      tile.classList.add('dragging');
      tile.style.translate = `${x}px ${y}px`;
    };
    const drop = () => {
      const box = tile.getBoundingClientRect();
      const on = stage();
      end();
      if (!dragged) return;
      const [x, y] = [box.x + box.width / 2 - on.x, box.y + box.height / 2 - on.y];
      settle(cornerAt(x / on.width, y / on.height, rtl()));
    };
    handle.addEventListener('pointermove', move, { signal });
    handle.addEventListener('pointerup', drop, { signal });
    handle.addEventListener('pointercancel', end, { signal });
  };
  const takeDrag = () => {
    const was = dragged;
    dragged = false;
    return was;
  };
  return { takeDrag, onPointerdown };
}
