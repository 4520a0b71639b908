import { expect } from '@open-wc/testing';
import { define, element, tagOf } from './element.js';

describe('naming and registering elements', () => {
  it('registers nothing by naming a class', () => {
    @element('cc-test-inert')
    class Inert extends HTMLElement {}
    expect(tagOf(Inert)).to.equal('cc-test-inert');
    expect(customElements.get('cc-test-inert')).to.equal(undefined);
  });

  it('registers a class together with what it uses, used ones first', () => {
    @element('cc-test-leaf')
    class Leaf extends HTMLElement {}
    @element('cc-test-branch', Leaf)
    class Branch extends HTMLElement {
      readonly leafWasThere = customElements.get('cc-test-leaf') === Leaf;
    }
    define(Branch);
    expect((document.createElement('cc-test-branch') as Branch).leafWasThere).to.equal(true);
  });

  it('may be done twice', () => {
    @element('cc-test-twice')
    class Twice extends HTMLElement {}
    define(Twice);
    define(Twice, Twice);
    expect(customElements.get('cc-test-twice')).to.equal(Twice);
  });

  it('leaves a tag alone that another copy of the package has taken', () => {
    const first = class extends HTMLElement {};
    customElements.define('cc-test-taken', first);
    @element('cc-test-taken')
    class Second extends HTMLElement {}
    define(Second);
    expect(customElements.get('cc-test-taken')).to.equal(first);
  });

  it('refuses a class without a name', () => {
    expect(() => define(class Nameless extends HTMLElement {})).to.throw('Nameless has no tag');
  });
});
