import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { CallSession } from '../../session/call-session.js';
import { define } from '../element.js';
import { adapterFor, FakeHostSession } from '../testing/fake-host-session.js';
import { CcProvider } from './provider.js';

define(CcProvider);

const provider = () => fixture<CcProvider>(html`<cc-provider></cc-provider>`);
const liveCall = (phase: string) => ({ snapshot: { phase } }) as unknown as CallSession;
/** The end of the task: a provider that is off the page until then has left. */
const endOfTask = () => aTimeout(0);

const region = (host: CcProvider, priority: 'polite' | 'assertive') => [
  ...(host.renderRoot.querySelector(`[aria-live='${priority}']`)?.children ?? []),
];

describe('cc-provider', () => {
  it('makes one session of its adapter, starts it and reports ready', async () => {
    const host = await provider();
    const session = new FakeHostSession();
    let ready = 0;
    document.addEventListener('cc-ready', () => ready++, { once: true });
    host.adapter = adapterFor(session);
    expect(host.session).to.equal(session);
    expect(session.told).to.deep.equal(['start']);
    expect(ready).to.equal(1);
  });

  it('makes nothing while it is not on a page', async () => {
    const host = document.createElement('cc-provider');
    const session = new FakeHostSession();
    host.adapter = adapterFor(session);
    expect(session.told).to.deep.equal([]);
    document.body.append(host);
    expect(session.told).to.deep.equal(['start']);
    host.remove();
    await endOfTask();
  });

  it('reports a code when the adapter fails, and can be given another one', async () => {
    const host = await provider();
    const codes: string[] = [];
    host.addEventListener('cc-error', (event) => codes.push(event.code));
    host.adapter = adapterFor();
    host.adapter = {
      createSession() {
        throw new Error('secret in a message');
      },
    };
    expect(codes).to.deep.equal(['unauthenticated', 'internal']);
    host.adapter = adapterFor(new FakeHostSession());
    expect(host.session).not.to.equal(null);
  });

  it('keeps the session while it is moved in the page', async () => {
    const host = await provider();
    const session = new FakeHostSession();
    host.adapter = adapterFor(session);
    const place = await fixture<HTMLElement>(html`<section></section>`);
    for (let i = 0; i < 5; i++) place.append(host);
    await endOfTask();
    expect(host.session).to.equal(session);
    expect(session.told).to.deep.equal(['start']);
    expect(session.listenerCount).to.equal(1);
  });

  it('stops the session once it has left the page, and makes a new one when it comes back', async () => {
    const host = await provider();
    const [first, second] = [new FakeHostSession(), new FakeHostSession()];
    host.adapter = adapterFor(first, second);
    const parent = host.parentElement;
    host.remove();
    await endOfTask();
    expect(first.told).to.deep.equal(['start', 'stop']);
    expect(first.listenerCount).to.equal(0);
    parent?.append(host);
    expect(host.session).to.equal(second);
  });

  it('replaces a session by that of another adapter', async () => {
    const host = await provider();
    const [first, second] = [new FakeHostSession(), new FakeHostSession()];
    host.adapter = adapterFor(first);
    host.adapter = adapterFor(second);
    expect(first.told).to.deep.equal(['start', 'stop']);
    expect(host.session).to.equal(second);
  });

  it('refuses another adapter while a call is live, and takes it once the call has ended', async () => {
    const host = await provider();
    const session = new FakeHostSession(liveCall('connected'));
    const adapter = adapterFor(session);
    host.adapter = adapter;
    host.adapter = adapter;
    expect(() => (host.adapter = adapterFor(new FakeHostSession()))).to.throw('during a call');
    expect(host.session).to.equal(session);
    session.call = liveCall('ended');
    host.adapter = null;
    expect(host.session).to.equal(null);
  });

  it('tells those who follow it of every change of the session', async () => {
    const host = await provider();
    const session = new FakeHostSession();
    let told = 0;
    const stop = host.subscribe(() => told++);
    host.adapter = adapterFor(session);
    expect(told).to.equal(1);
    session.tell();
    expect(told).to.equal(2);
    stop();
    session.tell();
    expect(told).to.equal(2);
  });

  it('announces in the region of the priority, the same words twice', async () => {
    const host = await provider();
    host.announce('Muted');
    host.announce('Muted');
    host.announce('A call rings', 'assertive');
    host.announce('');
    expect(region(host, 'polite').map((line) => line.textContent)).to.deep.equal(['Muted', 'Muted']);
    expect(region(host, 'assertive').map((line) => line.textContent)).to.deep.equal(['A call rings']);
  });

  it('keeps no more than the last three sentences', async () => {
    const host = await provider();
    for (const text of ['a', 'b', 'c', 'd']) host.announce(text);
    expect(region(host, 'polite').map((line) => line.textContent)).to.deep.equal(['b', 'c', 'd']);
  });

  it('turns to the direction of its language, and leaves a dir of the page alone', async () => {
    const host = await provider();
    host.lang = 'ar';
    await host.updateComplete;
    expect(host.dir).to.equal('rtl');
    host.lang = 'de';
    await host.updateComplete;
    expect(host.dir).to.equal('ltr');
    host.removeAttribute('lang');
    await host.updateComplete;
    expect(host.hasAttribute('dir')).to.equal(false);
    const own = await fixture<CcProvider>(html`<cc-provider dir="ltr" lang="ar"></cc-provider>`);
    expect(own.dir).to.equal('ltr');
  });

  it('reads its locale from the nearest lang', async () => {
    const section = await fixture(html`<section lang="de_AT"><cc-provider></cc-provider></section>`);
    const host = section.querySelector('cc-provider') as CcProvider;
    expect(host.locale).to.equal('de-AT');
  });

  for (const [theme, scheme] of [
    ['auto', 'light dark'],
    ['light', 'light'],
    ['dark', 'dark'],
  ] as const)
    it(`draws ${theme} as ${scheme}`, async () => {
      const host = await fixture<CcProvider>(html`<cc-provider theme=${theme}></cc-provider>`);
      expect(getComputedStyle(host).colorScheme).to.equal(scheme);
    });

  it('sets the brand from a colour and from nothing else', async () => {
    const host = await fixture<CcProvider>(html`<cc-provider brand="#123456"></cc-provider>`);
    expect(host.style.getPropertyValue('--cc-brand')).to.equal('#123456');
    host.brand = 'red; background: url(//evil)';
    await host.updateComplete;
    expect(host.style.getPropertyValue('--cc-brand')).to.equal('');
  });

  it('keeps a brand of the page while it has none of its own', async () => {
    const host = document.createElement('cc-provider');
    host.style.setProperty('--cc-brand', 'green');
    document.body.append(host);
    await host.updateComplete;
    expect(host.style.getPropertyValue('--cc-brand')).to.equal('green');
    host.remove();
    await endOfTask();
  });
});
