import { expect } from '@open-wc/testing';
import { linesOf } from './lines-of.js';

describe('the lines of a text', () => {
  it('are without white space around them, and none is empty', () =>
    expect(linesOf(' one \n\n\t\ntwo\r\n')).to.deep.equal(['one', 'two']));

  it('are all there, also what stands there twice: whoever reads them says what that means', () =>
    expect(linesOf('a\na')).to.deep.equal(['a', 'a']));
});
