import { expect } from '@open-wc/testing';
import { browserAddress, secureAddress } from './browser-address.js';

const link = 'https://calls.example/j/abcdefghijklmnopqrstuQ';
const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/22F76 Instagram 380';

describe('the way from an app to the browser (E-25)', () => {
  for (const [where, userAgent, address] of [
    [
      'Android',
      android,
      'intent://calls.example/j/abcdefghijklmnopqrstuQ#Intent;scheme=https;action=android.intent.action.VIEW;end',
    ],
    ['an iPhone', iPhone, 'x-safari-https://calls.example/j/abcdefghijklmnopqrstuQ'],
    ['LINE', `${iPhone} Safari/604.1 Line/15.7.1`, `${link}?openExternalBrowser=1`],
    ['a desk', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', null],
  ] as const)
    it(`on ${where} is ${address ? 'an address' : 'none'}`, () => {
      expect(browserAddress(link, userAgent)).to.equal(address);
    });

  it('is none for a page that no browser could call with', () => {
    expect(browserAddress('http://192.168.1.4:8080/j/abc', android)).to.equal(null);
  });
});

describe('the way from a page that is not secure', () => {
  for (const [href, address] of [
    ['http://calls.example/j/abc', 'https://calls.example/j/abc'],
    ['https://calls.example/j/abc', null],
    ['http://192.168.1.4:8080/j/abc', null],
  ] as const)
    it(`is ${address ?? 'none'} for ${href}`, () => expect(secureAddress(href)).to.equal(address));
});
