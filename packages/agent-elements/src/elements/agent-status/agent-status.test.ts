import { elementUpdated, expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MockProblem } from '../../adapter/mock-script.js';
import { mountDesk } from '../../testing/mount-desk.js';
import { CcAgentStatus } from './agent-status.js';

async function setup() {
  const desk = await mountDesk(html`<cc-agent-status></cc-agent-status>`, [CcAgentStatus]);
  const element = desk.provider.querySelector('cc-agent-status') as CcAgentStatus;
  await elementUpdated(element);
  const radio = (name: string) =>
    [...element.renderRoot.querySelectorAll('input')].find(
      (input) => input.labels?.[0]?.innerText.trim() === name,
    ) as HTMLInputElement;
  const state = () => element.renderRoot.querySelector<HTMLElement>('[part=state]')?.innerText;
  return { ...desk, element, radio, state };
}

describe('cc-agent-status', () => {
  it('offers the four statuses and shows the chosen one', async () => {
    const { element, radio } = await setup();
    expect([...element.renderRoot.querySelectorAll('label')].map((label) => label.innerText.trim())).to.deep.equal([
      'Active',
      'Away',
      'Busy',
      'Offline',
    ]);
    expect(radio('Active').checked).to.equal(true);
  });

  it('asks for a status and shows what the server says', async () => {
    const { element, radio, state, requests, desk, until } = await setup();
    radio('Away').click();
    expect(requests).to.deep.equal(['cc-status-request']);
    await until(({ snapshot }) => snapshot.agent?.status === 'away');
    await elementUpdated(element);
    expect(desk.asked).to.include('status away');
    expect(radio('Away').checked).to.equal(true);
    expect(state(), 'nothing is said twice').to.equal('');
  });

  it('falls back to the truth when the server refuses', async () => {
    const { element, radio, desk, until } = await setup();
    desk.refuseNext = new MockProblem('rate_limited');
    radio('Busy').click();
    await until(({ snapshot }) => snapshot.notices.some(({ code }) => code === 'rate_limited'));
    await elementUpdated(element);
    await elementUpdated(element);
    expect(radio('Active').checked).to.equal(true);
    expect(radio('Busy').checked).to.equal(false);
  });

  it('falls back when the host cancels', async () => {
    const { element, radio, provider, desk } = await setup();
    provider.addEventListener('cc-status-request', (event) => event.preventDefault());
    radio('Busy').click();
    await elementUpdated(element);
    await elementUpdated(element);
    expect(radio('Active').checked).to.equal(true);
    expect(desk.asked.filter((asked) => asked.startsWith('status'))).to.deep.equal([]);
  });

  it('asks for the last of several quick choices', async () => {
    const { radio, desk, until } = await setup();
    radio('Away').click();
    radio('Busy').click();
    radio('Offline').click();
    await until(({ snapshot }) => snapshot.agent?.status === 'offline');
    expect(desk.asked.filter((asked) => asked.startsWith('status'))).to.deep.equal(['status away', 'status offline']);
  });

  it('is worked by arrow keys', async () => {
    const { radio, until } = await setup();
    radio('Active').focus();
    await sendKeys({ press: 'ArrowRight' });
    await until(({ snapshot }) => snapshot.agent?.status === 'away');
  });

  it('says what the system adds, and which status is next (RCV-6, §3.3)', async () => {
    const { element, state, radio, desk, until } = await setup();
    desk.world.ring();
    await elementUpdated(element);
    expect(state()).to.equal('Ringing');
    desk.world.connect();
    await elementUpdated(element);
    radio('Away').click();
    await until(({ snapshot }) => snapshot.agent?.nextStatus === 'away');
    await elementUpdated(element);
    expect(state()).to.equal('In a call, then Away');
  });

  for (const [availability, words] of [
    ['in_call', 'In a call'],
    ['wrapping', 'Wrapping up'],
    ['missed', 'Missed a call'],
    ['on_hold', 'On hold'],
  ] as const)
    it(`says "${words}"`, async () => {
      const { element, state, desk } = await setup();
      desk.world.setAgent({ availability });
      await elementUpdated(element);
      expect(state()).to.equal(words);
    });

  it('lets somebody who missed a call say that they are there, and leads back to the choice (spec §3.3)', async () => {
    const { element, state, desk, requests, radio, until } = await setup();
    const ready = () => element.renderRoot.querySelector<HTMLButtonElement>('.ready');
    expect(ready() === null, 'nothing was missed').to.equal(true);
    desk.world.setAgent({ availability: 'missed' });
    await elementUpdated(element);
    expect(ready()?.innerText.trim()).to.equal('I’m here');
    await expect(element).to.be.accessible();
    ready()?.focus();
    ready()?.click();
    await until(({ snapshot }) => snapshot.agent?.availability === 'available');
    await waitUntil(() => element.shadowRoot?.activeElement === radio('Active'));
    expect(requests).to.deep.equal(['cc-status-request']);
    expect([ready() === null, state()]).to.deep.equal([true, 'Ready for calls']);
  });

  for (const [title, change] of [
    ['is Away by now', { status: 'away', availability: 'away' }],
    ['will be Away', { availability: 'missed', nextStatus: 'away' }],
    ['is in a call', { availability: 'in_call' }],
  ] as const)
    it(`does not ask somebody who ${title}`, async () => {
      const { element, desk } = await setup();
      desk.world.setAgent(change);
      await elementUpdated(element);
      expect(element.renderRoot.querySelector('.ready') === null).to.equal(true);
    });

  it('says that it is reconnecting (RCN-3)', async () => {
    const { element, state, desk } = await setup();
    desk.world.setConnected(false);
    await elementUpdated(element);
    expect(state()).to.equal('Reconnecting…');
  });

  it('is accessible', async () => {
    const { element } = await setup();
    await expect(element).to.be.accessible();
  });
});
