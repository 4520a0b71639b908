import type { SetBrand } from '@carillon/contract';
import type { Query } from '../store/database.js';
import { requireKept } from '../uploaded/require-kept.js';

/** Makes sure that a brand's pictures are there, and stay. @throws {DomainError} `invalid_request` */
export const requirePictures = (
  q: Query,
  { logo, backgroundImage }: Pick<SetBrand, 'logo' | 'backgroundImage'>,
  now: number,
): Promise<void> => requireKept(q, 'picture', { 'brand.logo': logo, 'brand.backgroundImage': backgroundImage }, now);
