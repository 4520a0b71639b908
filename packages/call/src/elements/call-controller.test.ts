import { expect, html } from '@open-wc/testing';
import { LitElement, type PropertyValues } from 'lit';
import { CallController } from './call-controller.js';
import { element } from './element.js';
import type { CallErrorEvent } from './events/call-error-event.js';
import { HangupRequestEvent } from './events/hangup-request-event.js';
import { callFixture } from './testing/call-fixture.js';
import { FakeCall } from './testing/fake-call.js';
import { nextEvent } from './testing/next-event.js';

@element('cc-test-caller')
class Caller extends LitElement {
  readonly call: CallController = new CallController(this);
  updates = 0;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.updates++;
  }
}

const setup = () => callFixture<Caller>(Caller, html`<cc-test-caller></cc-test-caller>`);

describe('CallController', () => {
  it('shows the call as it stands and updates its element with every change', async () => {
    const { host, call, set } = await setup();
    expect(host.call.snapshot).to.equal(call.snapshot);
    const before = host.updates;
    await set({ phase: 'held' });
    expect([host.call.snapshot?.phase, host.updates]).to.deep.equal(['held', before + 1]);
  });

  it('acts unless the event is canceled', async () => {
    const { host, call } = await setup();
    host.call.request(new HangupRequestEvent(), (session) => session.hangup());
    host.addEventListener('cc-hangup-request', (event) => event.preventDefault());
    host.call.request(new HangupRequestEvent(), (session) => session.hangup());
    expect(call.asked).to.deep.equal(['hangup']);
  });

  it('sends the event before it acts', async () => {
    const { host } = await setup();
    const order: string[] = [];
    host.addEventListener('cc-hangup-request', () => order.push('asked'));
    host.call.request(new HangupRequestEvent(), () => void order.push('acted'));
    expect(order).to.deep.equal(['asked', 'acted']);
  });

  it('asks for nothing and sends nothing without a call', async () => {
    const { host, session } = await setup();
    session.setCall(null);
    const heard: Event[] = [];
    host.addEventListener('cc-hangup-request', (event) => heard.push(event));
    host.call.request(new HangupRequestEvent(), () => void heard.push(new Event('acted')));
    expect([heard, host.call.session, host.call.snapshot]).to.deep.equal([[], null, null]);
  });

  for (const [title, act] of [
    ['rejects', () => Promise.reject(Object.assign(new Error('a token'), { code: 'call_ended' }))],
    [
      'throws',
      () => {
        throw Object.assign(new Error('a token'), { code: 'call_ended' });
      },
    ],
  ] as const)
    it(`reports the code, and nothing else, of what ${title}`, async () => {
      const { host } = await setup();
      const report: Promise<CallErrorEvent> = nextEvent(host, 'cc-call-error');
      host.call.request(new HangupRequestEvent(), act);
      const event = await report;
      expect([event.code, event.device, event.bubbles, event.composed]).to.deep.equal(['call_ended', null, true, true]);
    });

  it('follows the next call and forgets the one before', async () => {
    const { host, call, session } = await setup();
    const next = new FakeCall({ phase: 'connecting' });
    session.setCall(next.session);
    await host.updateComplete;
    expect(host.call.snapshot).to.equal(next.snapshot);
    const before = host.updates;
    call.set({ phase: 'held' });
    await host.updateComplete;
    expect(host.updates).to.equal(before);
  });

  it('leaves the call alone when its element goes, and finds it again when it is back', async () => {
    const { host, provider, call } = await setup();
    host.remove();
    expect(host.call.snapshot).to.equal(null);
    provider.append(host);
    expect(host.call.snapshot).to.equal(call.snapshot);
    expect(call.asked).to.deep.equal([]);
  });
});
