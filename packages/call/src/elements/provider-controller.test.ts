import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type PropertyValues } from 'lit';
import { define, element } from './element.js';
import { registerStrings } from './localize/strings.js';
import { ProviderController } from './provider-controller.js';
import { CcProvider } from './provider/provider.js';
import { FakeCall } from './testing/fake-call.js';
import { adapterFor, FakeHostSession } from './testing/fake-host-session.js';

const english = {
  'test.hello': 'Hello {name}',
  'test.calls': { one: '{count} call', other: '{count} calls' },
  'test.plain': 'Plain',
} as const;

@element('cc-test-reader')
class Reader extends LitElement {
  readonly host: ProviderController<typeof english> = new ProviderController(this, english);
  updates = 0;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.updates++;
  }
}

async function setup(session = new FakeHostSession()) {
  define(CcProvider, Reader);
  const provider = await fixture<CcProvider>(html`
    <cc-provider .adapter=${adapterFor(session)}
      ><div><cc-test-reader></cc-test-reader></div
    ></cc-provider>
  `);
  const reader = provider.querySelector('cc-test-reader') as Reader;
  await reader.updateComplete;
  return { provider, session, reader, host: reader.host };
}

describe('ProviderController', () => {
  it('fills English sentences where there is nothing else', async () => {
    const { host } = await setup();
    expect(host.t('test.hello', { name: 'Ana' })).to.equal('Hello Ana');
    expect(host.t('test.calls', { count: 1 })).to.equal('1 call');
    expect(host.t('test.calls', { count: 1200 })).to.equal('1,200 calls');
  });

  it('reads English by English rules in a language that has no sentence for it', async () => {
    const { host, provider } = await setup();
    provider.lang = 'ar';
    await provider.updateComplete;
    expect(host.t('test.calls', { count: 2 })).to.equal('2 calls');
  });

  it('prefers the words of the host page to every dictionary', async () => {
    const { host, provider } = await setup();
    registerStrings('xp', { 'test.hello': 'Salut {name}' });
    provider.lang = 'xp';
    await provider.updateComplete;
    expect(host.t('test.hello', { name: 'Ana' })).to.equal('Salut Ana');
    provider.strings = { 'test.hello': 'Welcome back, {name}' };
    await provider.updateComplete;
    expect(host.t('test.hello', { name: 'Ana' })).to.equal('Welcome back, Ana');
  });

  it('speaks the language of its own part of the page, and follows when that changes', async () => {
    registerStrings('xq', { 'test.plain': 'Einfach' });
    const { host, reader } = await setup();
    const before = reader.updates;
    (reader.parentElement as HTMLElement).lang = 'xq';
    await new Promise((done) => setTimeout(done));
    await reader.updateComplete;
    expect(reader.updates).to.be.greaterThan(before);
    expect([host.locale, host.t('test.plain')]).to.deep.equal(['xq', 'Einfach']);
  });

  it('updates its element when the session changes, and not once it is off the page', async () => {
    const { reader, session } = await setup();
    const before = reader.updates;
    session.tell();
    await reader.updateComplete;
    expect(reader.updates).to.equal(before + 1);
    reader.remove();
    await reader.updateComplete;
    const away = reader.updates;
    session.tell();
    await reader.updateComplete;
    expect(reader.updates).to.equal(away);
  });

  it('reads the clock of the server from the session, else from the call, else from here', async () => {
    const session = new FakeHostSession();
    const { host } = await setup(session);
    expect(host.serverNow()).to.be.closeTo(Date.now(), 50);
    session.setCall(new FakeCall({ clockOffsetMs: 60_000 }).session);
    expect(host.serverNow()).to.be.closeTo(Date.now() + 60_000, 50);
    session.clockOffsetMs = -60_000;
    expect(host.serverNow()).to.be.closeTo(Date.now() - 60_000, 50);
  });

  it('announces through its provider', async () => {
    const { host, provider } = await setup();
    host.announce('Saved');
    host.announce('Lost', 'assertive');
    const said = (priority: string) => provider.renderRoot.querySelector(`[aria-live=${priority}]`)?.textContent;
    expect([said('polite'), said('assertive')]).to.deep.equal(['Saved', 'Lost']);
  });

  it('works without a provider: English, no session, silence', async () => {
    define(Reader);
    const { host } = await fixture<Reader>(html`<cc-test-reader></cc-test-reader>`);
    host.announce('nobody hears this');
    expect([host.t('test.plain'), host.session, host.provider]).to.deep.equal(['Plain', null, null]);
  });
});
