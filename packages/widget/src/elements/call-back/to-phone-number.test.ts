import { expect } from '@open-wc/testing';
import { toPhoneNumber } from './to-phone-number.js';

describe('a telephone number as people write it', () => {
  for (const [text, number] of [
    ['+385911234567', '+385911234567'],
    [' +49 (151) 1234-5678 ', '+4915112345678'],
    ['0049.151.12345678', '+4915112345678'],
    ['＋４９１５１１２３４５６７８', '+4915112345678'],
    ['0151 12345678', null],
    ['+0151 12345678', null],
    ['+49151', null],
    ['+4915112345678901234', null],
    ['call me', null],
    ['+49151x2345678', null],
    ["+49'; drop table callback", null],
    ['', null],
  ] as const)
    it(`${text || 'nothing'} is ${number ?? 'none'}`, () => expect(toPhoneNumber(text)).to.equal(number));
});
