import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BrandColor, contrast, SetBrand, textColorOn } from './call-link-brand.js';

describe('a colour', () => {
  for (const [text, kept] of [
    ['#0f62c4', '#0f62c4'],
    ['#0F62C4', '#0f62c4'],
    ['#fa0', '#ffaa00'],
    ['rgb(15, 98, 196)', '#0f62c4'],
    [' RGB(0,0,255) ', '#0000ff'],
  ] as const)
    it(`is ${text}, kept as ${kept}`, () => assert.equal(BrandColor.parse(text), kept));

  for (const text of [
    ...['#12', '#12345', '#1234567', '#ggg', 'rgb(1,2,3', 'rgb(1,2)', 'rgb(256,0,0)', 'rgb(-1,0,0)', 'red', 'inherit'],
    ...['var(--x)', 'expression(alert(1))', 'url(https://a.example)', '#fff;color:red', '', null, 0x0f62c4],
  ])
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(BrandColor.safeParse(text).success, false));
});

describe('text on a colour', () => {
  it('is measured as WCAG does', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777777', '#777777'), 1);
    assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
  });

  it('can be read on every one of 4,096 colours', () => {
    for (let i = 0; i < 4_096; i++) {
      const color = BrandColor.parse(`#${i.toString(16).padStart(3, '0')}`);
      assert.ok(contrast(color, textColorOn(color)) >= 4.5, color);
    }
  });
});

describe('a brand', () => {
  const brand = { name: 'Northwind', color: '#0f62c4', welcome: 'Welcome' };
  it('has no pictures and no background unless it is said', () =>
    assert.deepEqual(SetBrand.parse(brand), { ...brand, background: null, logo: null, backgroundImage: null }));
  it('takes pictures by the id of a file, and never by an address', () => {
    const id = `fil_${'a'.repeat(22)}`;
    assert.equal(SetBrand.parse({ ...brand, logo: id }).logo, id);
    for (const logo of ['https://cdn.example/logo.png', '//cdn.example/l.png', 'data:image/png;base64,AA', 'logo.png'])
      assert.equal(SetBrand.safeParse({ ...brand, logo }).success, false);
  });
  it('takes no styles and nothing else that it does not know', () => {
    for (const more of [{ css: 'body{}' }, { fontFamily: 'x' }, { logoUrl: 'https://a.example' }])
      assert.equal(SetBrand.safeParse({ ...brand, ...more }).success, false);
  });
});
