import { effectsAssets } from './effects-assets.mjs';

let assets;

/**
 * For servers of the sources themselves: the model's files where the build would put them, and the worker, whose
 * address nobody imports and so nobody rewrites from .js to .ts.
 * @type {import('@web/dev-server').Middleware}
 */
export const effectsSources = (context, next) => {
  const asked = /\/packages\/call\/src\/effects\/(assets\/(.+)|worker\.js)$/.exec(context.path);
  if (!asked) return next();
  if (!asked[2]) {
    context.url = context.url.replace(/\.js(?=$|\?)/, '.ts');
    return next();
  }
  assets ??= effectsAssets();
  const found = assets.find(({ name }) => name === asked[2]);
  if (!found) return next();
  context.type = found.name.endsWith('.js') ? 'js' : found.name.endsWith('.wasm') ? 'application/wasm' : 'bin';
  context.body = found.content;
  return undefined;
};
