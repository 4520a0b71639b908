/** Where the own picture stands, in the direction of the script. */
export type Corner = 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end';

/** Reading order, for those who press instead of dragging. */
const round: readonly Corner[] = ['bottom-end', 'bottom-start', 'top-start', 'top-end'];

/** The corner after this one, clockwise in left-to-right script. */
export function nextCorner(corner: Corner): Corner {
  return round[(round.indexOf(corner) + 1) % round.length] ?? 'bottom-end';
}

/** The corner an arrow key leads to, or undefined for another key. */
export function cornerByKey(corner: Corner, key: string, rtl: boolean): Corner | undefined {
  const [block, inline] = corner.split('-') as ['top' | 'bottom', 'start' | 'end'];
  if (key === 'ArrowUp') return `top-${inline}`;
  if (key === 'ArrowDown') return `bottom-${inline}`;
  if (key === 'ArrowLeft') return `${block}-${rtl ? 'end' : 'start'}`;
  if (key === 'ArrowRight') return `${block}-${rtl ? 'start' : 'end'}`;
  return undefined;
}

/** The corner nearest to a point of the stage. `x` and `y` run from 0 at its left and top to 1. */
export function cornerAt(x: number, y: number, rtl: boolean): Corner {
  return `${y < 0.5 ? 'top' : 'bottom'}-${x < 0.5 === rtl ? 'end' : 'start'}`;
}

/** Reads an attribute; anything unknown is the usual corner. */
export function toCorner(text: string | null): Corner {
  return round.find((corner) => corner === text) ?? 'bottom-end';
}
