import { expect, html } from '@open-wc/testing';
import type { NetworkReport } from '../../media/judge-network.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import { nextEvent } from '../testing/next-event.js';
import { CcNetworkCheck } from './network-check.js';

const good: NetworkReport = { verdict: 'good', code: 'NET-2-udp-23ms-1812k-0lost' };

async function setup(report: NetworkReport = good) {
  let runs = 0;
  let finish = (): void => undefined;
  const check = () => {
    runs++;
    return new Promise<NetworkReport>((done) => (finish = () => done(report)));
  };
  const all = await callFixture<CcNetworkCheck>(
    CcNetworkCheck,
    html`<cc-network-check .check=${check}></cc-network-check>`,
  );
  const { host, root } = all;
  const button = () => root.querySelector('button') as HTMLButtonElement;
  const press = async () => {
    button().click();
    await host.updateComplete;
  };
  const end = async () => {
    const told = nextEvent(host, 'cc-network-checked');
    finish();
    const event = await told;
    await host.updateComplete;
    return event;
  };
  return { ...all, button, press, end, runs: () => runs, words: () => wordsOf(root) };
}

describe('cc-network-check', () => {
  it('says what it does, and does it on the press alone', async () => {
    const { words, runs, press, button } = await setup();
    expect(words()).to.contain('never your camera');
    expect(runs()).to.equal(0);
    await press();
    expect([wordsOf(button()), button().ariaDisabled, runs()]).to.deep.equal(['Checking…', 'true', 1]);
    await press();
    expect(runs(), 'one at a time').to.equal(1);
  });

  for (const [verdict, words] of [
    ['good', 'Your connection is good, with video too.'],
    ['no-video', 'too weak for video'],
    ['blocked', 'No call gets through from here.'],
  ] as const)
    it(`says what was found: ${verdict}`, async () => {
      const report = { verdict, code: 'NET-x' };
      const { words: shown, press, end, root } = await setup(report);
      await press();
      const event = await end();
      expect([event.verdict, event.code]).to.deep.equal([verdict, 'NET-x']);
      expect(shown()).to.contain(words).and.contain('NET-x');
      expect(root.querySelector('[role=status] .result')?.classList.contains(verdict)).to.equal(true);
    });

  it('copies the code for whoever helps', async () => {
    const copied: string[] = [];
    const { clipboard } = navigator;
    const fake = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { value: fake, configurable: true });
    try {
      const { press, end, root, host } = await setup();
      await press();
      await end();
      root.querySelector<HTMLButtonElement>('[part=copy]')?.click();
      while (!wordsOf(root).includes('Code copied')) {
        await Promise.resolve();
        await host.updateComplete;
      }
      expect(copied).to.deep.equal([good.code]);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    }
  });

  it('may be tried again', async () => {
    const { press, end, runs, words } = await setup();
    await press();
    await end();
    expect(words()).to.contain('Check again');
    await press();
    expect(runs()).to.equal(2);
  });

  it('takes no room where there is nothing to check with', async () => {
    const { host, root } = await setup();
    host.check = null;
    await host.updateComplete;
    expect(root.querySelector('button')).to.equal(null);
  });
});
