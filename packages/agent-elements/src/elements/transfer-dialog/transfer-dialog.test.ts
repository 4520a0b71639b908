import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { TransferTargets } from '@carillon/contract';
import { MockProblem } from '../../adapter/mock-script.js';
import { mountDesk } from '../../testing/mount-desk.js';
import { callRecorder } from '../../testing/recorded-call.js';
import { CcTransferDialog } from './transfer-dialog.js';

const agents: TransferTargets['agents'] = [
  { id: 'agt_ben', name: 'Ben', availability: 'available' },
  { id: 'agt_ivo', name: 'Ivo', availability: 'in_call' },
];
const queues: TransferTargets['queues'] = [
  { id: 'que_sales', name: 'Sales', available: 2, atWork: 2, waiting: 1 },
  { id: 'que_night', name: 'Night desk', available: 0, atWork: 0, waiting: 0 },
];

/** A dialog in a live call. */
async function setup({ open = true } = {}) {
  const mounted = await mountDesk(html`<cc-transfer-dialog></cc-transfer-dialog>`, [CcTransferDialog], {
    script: { transferTargets: { agents, queues } },
    createCall: callRecorder().createCall,
    before: ({ world }) => {
      world.ring({ caller: { name: 'Marija' } });
      world.connect();
      world.updateCall({ state: 'active', establishedAt: world.now() });
    },
  });
  const element = mounted.provider.querySelector('cc-transfer-dialog') as CcTransferDialog;
  await mounted.until(({ call }) => call !== null);
  if (open) {
    element.open = true;
    await waitUntil(() => element.renderRoot.querySelector('.row'));
  }
  const root = element.renderRoot;
  const words = () => (root.textContent ?? '').replace(/\s+/g, ' ').trim();
  const says = (text: string) => waitUntil(() => words().includes(text), `says "${text}", not "${words()}"`);
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find((one) => (one.textContent ?? '').trim() === name);
  const rows = () =>
    [...root.querySelectorAll<HTMLElement>('.row')].map((row) => row.querySelector('.name')?.textContent);
  const choose = async (name: string) => {
    const row = [...root.querySelectorAll<HTMLElement>('.row')].find((one) => one.textContent?.includes(name));
    row?.querySelector('input')?.click();
    await element.updateComplete;
  };
  const dialog = () => root.querySelector('dialog') as HTMLDialogElement;
  return { ...mounted, element, root, words, says, button, rows, choose, dialog };
}

describe('cc-transfer-dialog, talking first', () => {
  /** Two agents talk about the call. */
  async function talking() {
    const mounted = await setup();
    await mounted.choose('Ben');
    mounted.button('Talk first')?.click();
    await mounted.says('It rings at Ben. The customer is on hold.');
    mounted.desk.world.consult();
    await mounted.says('You are talking to Ben. The customer is on hold.');
    return mounted;
  }

  it('asks for it with the agent who is chosen, and never with a queue', async () => {
    const { button, choose, element, root, says, desk } = await setup();
    expect(button('Talk first')?.disabled).to.equal(true);
    await choose('Ben');
    const asked = oneEvent(element, 'cc-transfer-request');
    button('Talk first')?.click();
    expect((await asked) as unknown).to.have.deep.property('transferTo', {
      to: 'agent',
      agentId: 'agt_ben',
      kind: 'warm',
    });
    await says('The customer is on hold');
    expect(desk.asked.some((line) => line.startsWith('transfer '))).to.equal(true);
    const queues = await setup();
    queues.button('Queues')?.click();
    await queues.says('Ready: 2');
    expect(queues.root.querySelector('.consult')).to.equal(null);
    expect(root.querySelector('.consult')).to.equal(null);
  });

  it('gives the call’s own controls back once the two talk, and says so', async () => {
    const { element, announced, dialog } = await talking();
    expect([element.open, dialog().open]).to.eql([false, false]);
    expect(announced().at(-1)).to.equal('You are talking to Ben. The customer is on hold.');
    await expect(element).to.be.accessible();
  });

  it('lets the customer in, and then there is one way back', async () => {
    const { button, says, desk, root } = await talking();
    button('Bring the customer in')?.click();
    await says('You, Ben and the customer are talking.');
    expect(desk.asked.some((line) => line.startsWith('join-transfer'))).to.equal(true);
    const names = [...root.querySelectorAll('.buttons button')].map((one) => one.textContent?.trim());
    expect(names).to.eql(['Leave the call to Ben', 'Go on without Ben']);
  });

  it('leaves the call to the other agent (TRA-4)', async () => {
    const { button, desk } = await talking();
    const { world } = desk;
    button('Leave the call to Ben')?.click();
    await waitUntil(() => world.wrapUp !== null);
    expect(world.call?.endReason).to.equal('transferred');
  });

  it('goes back to the customer', async () => {
    const { button, desk, words } = await talking();
    const { world } = desk;
    button('Back to the customer')?.click();
    await waitUntil(() => world.call?.state === 'active');
    await waitUntil(() => words() === '');
  });

  it('says why it came to nothing, where the line is', async () => {
    const { desk, says, element } = await talking();
    desk.world.endTransfer('left');
    await says('Ben has left. You have the call again.');
    await expect(element).to.be.accessible();
  });

  it('does nothing that the page refuses', async () => {
    const { button, element, desk } = await talking();
    const { world } = desk;
    for (const [type, name] of [
      ['cc-join-transfer-request', 'Bring the customer in'],
      ['cc-complete-transfer-request', 'Leave the call to Ben'],
      ['cc-cancel-transfer-request', 'Back to the customer'],
    ] as const) {
      element.addEventListener(type, (event) => event.preventDefault(), { once: true });
      button(name)?.click();
      await element.updateComplete;
      expect(world.call?.state, type).to.equal('consulting');
    }
  });

  it('shows a refusal in the line', async () => {
    const { button, desk, says } = await talking();
    desk.calls.joinTransfer = () => Promise.reject(new MockProblem('transfer_over'));
    button('Bring the customer in')?.click();
    await says('The transfer has been answered, or is over.');
  });
});

describe('cc-transfer-dialog', () => {
  it('opens above the page, with a tab that names the queue (TRA-1)', async () => {
    const { dialog, root, element } = await setup();
    expect(dialog().matches(':modal')).to.equal(true);
    const tab = root.querySelector('[role=tab][aria-selected=true]');
    expect(tab?.textContent?.trim()).to.equal('Agents in “Customer support”');
    await expect(element).to.be.accessible();
  });

  it('lists agents as the server does, and lets nobody choose who is busy (TRA-2, TRQ-4)', async () => {
    const { rows, root } = await setup();
    expect(rows()).to.eql(['Ben', 'Ivo']);
    expect([...root.querySelectorAll('input[type=radio]')].map((one) => (one as HTMLInputElement).disabled)).to.eql([
      false,
      true,
    ]);
  });

  it('lists queues with who is ready and who waits; one without anybody cannot be chosen (TRQ-1)', async () => {
    const { button, rows, says, root, element } = await setup();
    button('Queues')?.click();
    await says('Ready: 2');
    await says('waiting: 1');
    expect(rows()).to.eql(['Sales', 'Night desk']);
    await says('Nobody is there');
    expect([...root.querySelectorAll('input[type=radio]')].map((one) => (one as HTMLInputElement).disabled)).to.eql([
      false,
      true,
    ]);
    await expect(element).to.be.accessible();
  });

  it('changes tabs by arrow keys, Home and End', async () => {
    const { root, element } = await setup();
    const selected = () => root.querySelector('[aria-selected=true]')?.id;
    for (const [key, id] of [
      ['ArrowRight', 'tab-queues'],
      ['ArrowLeft', 'tab-agents'],
      ['End', 'tab-queues'],
      ['Home', 'tab-agents'],
    ] as const) {
      root.querySelector('.tabs')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await element.updateComplete;
      expect(selected(), key).to.equal(id);
    }
    expect(element.shadowRoot?.activeElement?.id).to.equal('tab-agents');
  });

  it('finds by a part of the name, and says when nothing is found', async () => {
    const { root, rows, says } = await setup();
    const search = root.querySelector('input[type=search]') as HTMLInputElement;
    search.value = 'iv';
    search.dispatchEvent(new InputEvent('input'));
    await waitUntil(() => rows().length === 1);
    search.value = 'nobody';
    search.dispatchEvent(new InputEvent('input'));
    await says('Nothing is found by that.');
  });

  it('is refreshed on demand, and says so', async () => {
    const { root, desk, announced } = await setup();
    const read = () => desk.asked.filter((asked) => asked.startsWith('transfer-targets')).length;
    const before = read();
    root.querySelector<HTMLElement>('.refresh')?.click();
    await waitUntil(() => announced().includes('The list is up to date.'));
    expect(read()).to.equal(before + 1);
  });

  it('passes the call on to an agent, and tells that it rings there (TRA-3)', async () => {
    const { choose, button, says, desk, requests, announced, element } = await setup();
    expect(button('Transfer')?.disabled).to.equal(true);
    await choose('Ben');
    button('Transfer')?.click();
    await says('It rings at Ben.');
    expect(requests).to.include('cc-transfer-request');
    expect(desk.world.call?.state).to.equal('transferring');
    await waitUntil(() => announced().some((said) => said.startsWith('It rings at Ben.')));
    await expect(element).to.be.accessible();
  });

  it('lets a host keep the call', async () => {
    const { choose, button, provider, desk } = await setup();
    await choose('Ben');
    provider.addEventListener('cc-transfer-request', (event) => event.preventDefault());
    setTimeout(() => button('Transfer')?.click());
    await oneEvent(provider, 'cc-transfer-request');
    expect(desk.world.call?.state).to.equal('active');
  });

  it('takes it back while it rings (E-11)', async () => {
    const { choose, button, says, desk } = await setup();
    await choose('Ben');
    button('Transfer')?.click();
    await says('It rings at Ben.');
    button('Cancel transfer')?.click();
    await waitUntil(() => desk.world.call?.state === 'active');
    await waitUntil(() => button('Transfer'));
  });

  it('warns in the dialog when it comes to nothing, with the list read anew (TRQ-4)', async () => {
    const { choose, button, says, desk, element, announced } = await setup();
    await choose('Ben');
    button('Transfer')?.click();
    await says('It rings at Ben.');
    const read = desk.asked.filter((asked) => asked.startsWith('transfer-targets')).length;
    desk.world.endTransfer('declined');
    await says('Ben declined. You have the call again.');
    await waitUntil(() => desk.asked.filter((asked) => asked.startsWith('transfer-targets')).length > read);
    expect(announced()).to.include('Ben declined. You have the call again.');
    await expect(element).to.be.accessible();
  });

  it('warns in the dialog when the server refuses (TRQ-4, E-12)', async () => {
    const { choose, button, says, desk, session } = await setup();
    await choose('Ben');
    desk.refuse = [`transfer ${desk.world.call?.id} agent`, new MockProblem('target_unavailable')];
    button('Transfer')?.click();
    await says('The call cannot be transferred there now.');
    expect(session.snapshot.call?.state).to.equal('active');
  });

  it('closes with the call when it went to a queue (TRQ-3)', async () => {
    const { choose, button, says, dialog, desk } = await setup();
    button('Queues')?.click();
    await says('Sales');
    await choose('Sales');
    button('Transfer')?.click();
    await waitUntil(() => !dialog().open);
    expect(desk.world.call?.endReason).to.equal('transferred');
  });

  it('closes by its button and by Escape, and begins anew the next time', async () => {
    const { element, root, dialog } = await setup();
    const search = root.querySelector('input[type=search]') as HTMLInputElement;
    search.value = 'iv';
    search.dispatchEvent(new InputEvent('input'));
    setTimeout(() => root.querySelector<HTMLElement>('header button')?.click());
    await oneEvent(element, 'close');
    expect([element.open, dialog().open]).to.eql([false, false]);
    element.open = true;
    await waitUntil(() => root.querySelectorAll('.row').length === 2);
  });

  it('says why the list could not be read', async () => {
    const { root, desk, says } = await setup();
    desk.refuse = [`transfer-targets ${desk.world.call?.id}`, new MockProblem('internal')];
    root.querySelector<HTMLElement>('.refresh')?.click();
    await says('That did not work. Try again.');
  });

  describe('closed', () => {
    it('is nothing while no transfer runs', async () => {
      const { words } = await setup({ open: false });
      expect(words()).to.equal('');
    });

    it('is a line that tells of a running transfer, and takes it back', async () => {
      const { desk, says, button, words, element } = await setup({ open: false });
      desk.world.transfer('Ben');
      await says('It rings at Ben.');
      await expect(element).to.be.accessible();
      button('Cancel transfer')?.click();
      await waitUntil(() => words() === '');
    });

    it('tells of one that failed until it is dismissed, or somebody else is chosen', async () => {
      const { desk, says, button, words, dialog } = await setup({ open: false });
      desk.world.transfer('Ben');
      desk.world.endTransfer('missed');
      await says('Ben did not answer.');
      button('Choose somebody else')?.click();
      await waitUntil(() => dialog().open);
      dialog().close();
      await says('Choose somebody else');
      button('Dismiss')?.click();
      await waitUntil(() => words() === '');
    });

    it('asks before the call ends for the customer too, with the safe answer first', async () => {
      const { element, desk, says, button, root } = await setup({ open: false });
      desk.world.transfer('Ben');
      await says('It rings at Ben.');
      element.asksHangup = true;
      await says('End the call for the customer as well');
      expect((root as ShadowRoot).activeElement?.textContent?.trim()).to.equal('Keep transferring');
      await expect(element).to.be.accessible();
      button('Keep transferring')?.click();
      await says('It rings at Ben.');
      element.asksHangup = true;
      await says('End the call for the customer as well');
      button('End call')?.click();
      await waitUntil(() => desk.world.call?.endReason === 'agent_hangup');
    });
  });
});
