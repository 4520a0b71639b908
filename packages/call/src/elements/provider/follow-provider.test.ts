import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { define, element } from '../element.js';
import { adapterFor, FakeHostSession } from '../testing/fake-host-session.js';
import { followProvider } from './follow-provider.js';
import type { ProviderContext } from './provider-context.js';
import { CcProvider } from './provider.js';

@element('cc-test-follower')
class Follower extends LitElement {
  readonly told: (ProviderContext | null)[] = [];

  constructor() {
    super();
    followProvider(this, (provider) => this.told.push(provider));
  }

  get last(): ProviderContext | null | undefined {
    return this.told.at(-1);
  }
}

const setup = async () => {
  define(CcProvider, Follower);
  const root = await fixture<HTMLElement>(html`
    <div>
      <cc-provider id="outer">
        <cc-provider id="inner"><cc-test-follower></cc-test-follower></cc-provider>
      </cc-provider>
    </div>
  `);
  const [outer, inner] = [...root.querySelectorAll('cc-provider')] as [CcProvider, CcProvider];
  return { root, outer, inner, follower: root.querySelector('cc-test-follower') as Follower };
};

describe('following a provider', () => {
  // First of all tests here: once the class is known there is no "later" any more.
  it('finds a provider whose class comes later than the element', async () => {
    if (customElements.get('cc-provider')) return;
    define(Follower);
    const root = await fixture<HTMLElement>(html`<cc-provider><cc-test-follower></cc-test-follower></cc-provider>`);
    const follower = root.querySelector('cc-test-follower') as Follower;
    expect(follower.told).to.deep.equal([]);
    define(CcProvider);
    await customElements.whenDefined('cc-provider');
    await aTimeout(0);
    expect(follower.last).to.equal(root);
  });

  it('takes the nearest', async () => {
    const { inner, follower } = await setup();
    expect(follower.last).to.equal(inner);
  });

  it('hears of every change in it, and of none elsewhere', async () => {
    const { inner, outer, follower } = await setup();
    const before = follower.told.length;
    inner.adapter = adapterFor(new FakeHostSession());
    expect(follower.told.length).to.equal(before + 1);
    outer.adapter = adapterFor(new FakeHostSession());
    expect(follower.told.length).to.equal(before + 1);
  });

  it('takes another one when the element is moved there', async () => {
    const { inner, outer, follower } = await setup();
    outer.append(follower);
    expect(follower.last).to.equal(outer);
    const before = follower.told.length;
    inner.adapter = adapterFor(new FakeHostSession());
    expect(follower.told.length, 'the one before is forgotten').to.equal(before);
  });

  it('is told null once it is off the page, and hears nothing more', async () => {
    const { inner, follower } = await setup();
    follower.remove();
    expect(follower.last).to.equal(null);
    const before = follower.told.length;
    inner.adapter = adapterFor(new FakeHostSession());
    expect(follower.told.length).to.equal(before);
  });

  it('follows once, however often it is moved', async () => {
    const { inner, follower } = await setup();
    for (let i = 0; i < 5; i++) inner.append(follower);
    const before = follower.told.length;
    inner.adapter = adapterFor(new FakeHostSession());
    expect(follower.told.length).to.equal(before + 1);
  });
});
