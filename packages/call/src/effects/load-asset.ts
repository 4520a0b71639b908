import { EffectsError } from './effects-error.js';

/** A file of the model. @throws {EffectsError} `asset` */
export async function loadAsset(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) throw new EffectsError('asset', url.slice(url.lastIndexOf('/') + 1));
  return response.arrayBuffer();
}
