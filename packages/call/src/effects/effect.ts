/** What stands behind the person. */
export type Background = 'none' | 'blur' | 'image';

/** How strongly the background is blurred: 1 shapes stay, 3 nothing can be read. */
export type BlurStrength = 1 | 2 | 3;

/** What is done to the camera's picture before anybody sees it (BGD-1). Face trace goes with any background. */
export interface Effect {
  readonly background: Background;
  readonly strength: BlurStrength;
  readonly faceTrace: boolean;
  /** Which picture, for `image`: an id of the store, or `company:<name>`. */
  readonly imageId: string | null;
}

/** The default: the camera as it is (BGD-1). */
export const noEffect: Effect = Object.freeze({ background: 'none', strength: 2, faceTrace: false, imageId: null });

/** Where what was chosen cannot be had: it may have been this or more, so that less is never shown. */
export const unknownEffect: Effect = Object.freeze({ ...noEffect, background: 'blur' });

/** Whether the camera's picture has to be changed at all. */
export const changesPicture = ({ background, faceTrace }: Effect): boolean => background !== 'none' || faceTrace;

/** Whether two effects are the same to look at. */
export const sameEffect = (a: Effect, b: Effect): boolean =>
  a.background === b.background && a.strength === b.strength && a.faceTrace === b.faceTrace && a.imageId === b.imageId;

/** Reads an effect that was kept somewhere. What is not understood counts as no effect, piece by piece. */
export function parseEffect(value: unknown): Effect {
  if (typeof value !== 'object' || value === null) return noEffect;
  const { background, strength, faceTrace, imageId } = value as Readonly<Record<string, unknown>>;
  const id = typeof imageId === 'string' && imageId !== '' && imageId.length <= 128 ? imageId : null;
  const wanted = background === 'blur' || (background === 'image' && id !== null) ? background : 'none';
  return Object.freeze({
    background: wanted,
    strength: strength === 1 || strength === 3 ? strength : 2,
    faceTrace: faceTrace === true,
    imageId: wanted === 'image' ? id : null,
  });
}
