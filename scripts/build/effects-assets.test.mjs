import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAssetNames, effectsAssets, loaderModule } from './effects-assets.mjs';

describe('the files of background effects', () => {
  const assets = effectsAssets();

  it('have the names that the sources ask for', () => {
    checkAssetNames(assets);
    assert.throws(() => checkAssetNames([{ name: 'selfie-00000000.wasm' }]), /has to name selfie-00000000\.wasm/);
  });

  it('keep what a browser without WebGL 2 needs in a folder that can be left out', () => {
    const optional = assets.filter(({ name }) => name.includes('/')).map(({ name }) => name.replace(/-\w{8}\./, '.'));
    assert.deepEqual(optional, ['litert/litert-loader.js', 'litert/litert.wasm']);
  });
});

describe('a loader', () => {
  it('gets an export, and is else as its package has it', () => {
    assert.equal(loaderModule('var Make = () => 1;', 'Make'), 'var Make = () => 1;\nexport default Make;\n');
  });

  for (const [text, why] of [
    ['var Make = () => new Function("return 1")();', 'unsafe-eval'],
    ['var Make = () => Function("return 1")();', 'unsafe-eval'],
    ['var Make = () => eval("1");', 'unsafe-eval'],
    ['var Make = () => importScripts("a.js");', 'classic worker'],
    ['var Other = () => 1;', 'no Make'],
  ])
    it(`is refused when it reads ${text}`, () => assert.throws(() => loaderModule(text, 'Make'), new RegExp(why)));

  it('may name what it does not call', () => {
    loaderModule('var Make = () => requireFunction(1) + createFunction(medieval(2)) + x.eval(3);', 'Make');
  });
});
