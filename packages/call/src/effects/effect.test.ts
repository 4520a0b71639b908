import { expect } from '@open-wc/testing';
import { changesPicture, noEffect, parseEffect, sameEffect } from './effect.js';
import { effectsErrorCode, EffectsError } from './effects-error.js';

describe('an effect that was kept (BGD-3)', () => {
  it('comes back as it was', () => {
    const effect = { background: 'image', strength: 3, faceTrace: true, imageId: 'abc' } as const;
    expect(parseEffect(JSON.parse(JSON.stringify(effect)))).to.deep.equal(effect);
  });

  for (const kept of [
    null,
    7,
    'blur',
    [],
    {},
    { background: 'swirl' },
    { background: 'image' },
    { background: 'image', imageId: '' },
    { strength: 99 },
  ])
    it(`is none when it reads ${JSON.stringify(kept)}`, () => expect(parseEffect(kept)).to.deep.equal(noEffect));

  it('keeps what can be understood', () => {
    expect(parseEffect({ background: 'blur', strength: 'much', faceTrace: 1, imageId: 'x' })).to.deep.equal({
      ...noEffect,
      background: 'blur',
    });
    for (const [length, background] of [
      [128, 'image'],
      [129, 'none'],
    ] as const)
      expect(parseEffect({ background: 'image', imageId: 'x'.repeat(length) }).background).to.equal(background);
  });
});

describe('effects', () => {
  it('change the picture with any background or with face trace', () => {
    expect(changesPicture(noEffect)).to.equal(false);
    expect(changesPicture({ ...noEffect, faceTrace: true })).to.equal(true);
    expect(changesPicture({ ...noEffect, background: 'blur' })).to.equal(true);
  });

  it('are the same when they look the same', () => {
    expect(sameEffect(noEffect, { ...noEffect })).to.equal(true);
    for (const other of [{ background: 'blur' }, { strength: 1 }, { faceTrace: true }, { imageId: 'a' }] as const)
      expect(sameEffect(noEffect, { ...noEffect, ...other }), JSON.stringify(other)).to.equal(false);
  });

  it('fail with a code that stays', () => {
    expect(effectsErrorCode(new EffectsError('asset', 'x.wasm'))).to.equal('asset');
    expect(effectsErrorCode(new TypeError('x'))).to.equal('model');
    expect(new EffectsError('asset', 'x.wasm').message).to.equal('asset: x.wasm');
  });
});
