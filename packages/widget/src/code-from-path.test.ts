import { expect } from '@open-wc/testing';
import { codeFromPath } from './code-from-path.js';

const code = 'abcdefghijklmnopqrstuQ';

describe('the code of a link, from the path of its page', () => {
  for (const [path, found] of [
    [`/j/${code}`, code],
    [`/j/${code}/`, code],
    ...['.', ',', ';', ')', '>', '),', '.)>', '”', "'", '!'].map((end) => [`/j/${code}${end}`, code] as const),
    [`/j/${code}%3E`, code],
    [`/j/${code}%20`, code],
    ['/j/-_-_', '-_-_'],
    ['/j/100%', '100%'],
    ['/j/nonsense', 'nonsense'],
    ['/j/', null],
    ['/j', null],
    ['/', null],
    ['/k/abc', null],
    [`/j/${code}/more`, null],
  ] as const)
    it(`${path} → ${found}`, () => expect(codeFromPath(path)).to.equal(found));
});
