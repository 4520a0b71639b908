import type { TemplateResult } from 'lit';

/** One state an element can be in, drawn for the gallery, for axe and for pictures. */
export interface ElementState {
  /** What the state is, in a few words: `held`, `denied`, `long name`. */
  readonly name: string;
  /** The element in that state. It is rendered inside the `context` given to `states.render`. */
  readonly template: TemplateResult;
  /** Width of its frame in pixels. Default: the gallery's. */
  readonly width?: number;
  /** Height of its frame in pixels, for what fills the room it is given. Default: as high as the element. */
  readonly height?: number;
}

/** What an element's `<name>.states.ts` exports as `states`. */
export interface ElementStates {
  /** The tag. */
  readonly title: string;
  /** Defines what it needs and makes every state anew. */
  render(): readonly ElementState[];
}
