import type { FileKind, Route } from '@carillon/contract';
import { pngOf } from './pictures.js';
import { wavOf } from './sounds.js';

const files: Readonly<Record<FileKind, { readonly type: string; readonly make: () => Buffer }>> = {
  picture: { type: 'image/png', make: () => pngOf(9, 9) },
  sound: { type: 'audio/wav', make: () => wavOf({ seconds: 0.005 }) },
};

/** A small file that a route of its kind takes. */
export const fileOf = (kind: FileKind): Buffer => files[kind].make();

/** The type that the body of a route is sent as. */
export const typeOf = ({ body }: Pick<Route, 'body'>): string =>
  typeof body === 'string' ? files[body].type : 'application/json';
