import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Medium } from '@carillon/contract';
import type { CallPhase } from '../../session/call-snapshot.js';
import { callFixture } from '../testing/call-fixture.js';
import type { CallChange } from '../testing/fake-call.js';
import { CcCallControls } from './call-controls.js';
import { controlsThatApply } from './controls-that-apply.js';
import { rovingTarget } from './roving-focus.js';

describe('the controls that apply (CTL-2)', () => {
  const table: readonly (readonly [Medium, CallPhase, string])[] = [
    ['video', 'waiting', 'hangup'],
    ['video', 'connecting', 'mic camera hangup'],
    ['video', 'connected', 'mic camera hangup'],
    ['video', 'held', 'hangup'],
    ['video', 'reconnecting', 'mic camera hangup'],
    ['video', 'ended', ''],
    ['audio', 'waiting', 'hangup'],
    ['audio', 'connecting', 'mic hangup'],
    ['audio', 'connected', 'mic hangup'],
    ['audio', 'held', 'hangup'],
    ['audio', 'reconnecting', 'mic hangup'],
    ['audio', 'ended', ''],
  ];
  for (const [medium, phase, names] of table)
    it(`to a ${medium} call that is ${phase}: ${names || 'none'}`, () => {
      expect(controlsThatApply({ medium, phase }).join(' ')).to.equal(names);
    });
});

describe('the controls of whoever may hold (HLD-1)', () => {
  for (const [medium, phase, names] of [
    ['video', 'connected', 'mic camera hold hangup'],
    ['video', 'held', 'hold hangup'],
    ['audio', 'connected', 'mic hold hangup'],
    ['audio', 'held', 'hold hangup'],
    ['audio', 'connecting', 'mic hangup'],
    ['audio', 'reconnecting', 'mic hangup'],
    ['audio', 'ended', ''],
  ] as const)
    it(`in a ${medium} call that is ${phase}: ${names || 'none'}`, () => {
      expect(controlsThatApply({ medium, phase, mayHold: true }).join(' ')).to.equal(names);
    });
});

describe('the controls of whoever may share (SHR-1)', () => {
  for (const [medium, phase, names] of [
    ['video', 'connected', 'mic camera share hangup'],
    ['audio', 'connected', 'mic share hangup'],
    ['video', 'held', 'hangup'],
    ['video', 'connecting', 'mic camera hangup'],
    ['video', 'reconnecting', 'mic camera hangup'],
  ] as const)
    it(`in a ${medium} call that is ${phase}: ${names}`, () => {
      expect(controlsThatApply({ medium, phase, mayShare: true }).join(' ')).to.equal(names);
    });
});

describe('the controls that are left out', () => {
  it('are left out, and no others', () => {
    const video = { medium: 'video', phase: 'connected' } as const;
    expect(controlsThatApply({ ...video, without: ['mic'] })).to.deep.equal(['camera', 'hangup']);
    expect(controlsThatApply({ ...video, without: ['mic', 'camera'] })).to.deep.equal(['hangup']);
  });

  it('are not in the bar', async () => {
    const { host } = await setup();
    host.without = ['camera'];
    await host.updateComplete;
    expect(host.renderRoot.querySelector('cc-camera-button')).to.equal(null);
    expect(host.renderRoot.querySelector('cc-mic-button')).not.to.equal(null);
  });
});

describe('moving inside a toolbar', () => {
  for (const [key, at, rtl, target] of [
    ['ArrowRight', 0, false, 1],
    ['ArrowRight', 2, false, 0],
    ['ArrowLeft', 0, false, 2],
    ['ArrowLeft', 0, true, 1],
    ['ArrowRight', 0, true, 2],
    ['Home', 2, false, 0],
    ['End', 0, false, 2],
    ['ArrowUp', 0, false, undefined],
    ['a', 0, false, undefined],
  ] as const)
    it(`${key} at ${at}${rtl ? ' from the right' : ''} leads to ${String(target)}`, () => {
      expect(rovingTarget(key, at, 3, rtl)).to.equal(target);
    });

  it('leads nowhere among nothing', () => expect(rovingTarget('Home', 0, 0, false)).to.equal(undefined));
});

const setup = (change?: CallChange) =>
  callFixture<CcCallControls>(
    CcCallControls,
    html`<cc-call-controls><button slot="before">Notes</button></cc-call-controls>`,
    change,
  );

/** Tag or words of what has the focus inside the bar. */
const focused = (host: Element) =>
  document.activeElement === host ? host.shadowRoot?.activeElement?.localName : document.activeElement?.textContent;

describe('cc-call-controls', () => {
  it('is one Tab stop in which the arrow keys move', async () => {
    const { host, provider } = await setup();
    const [before, after] = [document.createElement('button'), document.createElement('button')];
    provider.before(before);
    provider.after(after);
    before.focus();
    await sendKeys({ press: 'Tab' });
    expect(focused(host)).to.equal('Notes');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(host)).to.equal('cc-mic-button');
    await sendKeys({ press: 'End' });
    expect(focused(host)).to.equal('cc-hangup-button');
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(host)).to.equal('cc-camera-button');
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(after);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(focused(host)).to.equal('cc-camera-button');
    before.remove();
    after.remove();
  });

  it('steps over what is hidden just now, and does not stop there', async () => {
    const { host, root } = await setup();
    const slotted = document.createElement('button');
    slotted.slot = 'after';
    slotted.textContent = 'Small window';
    slotted.hidden = true;
    host.append(slotted);
    (root.querySelector('cc-camera-button') as HTMLElement).focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(host)).to.equal('cc-hangup-button');
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(host)).to.equal('cc-camera-button');
    expect(slotted.tabIndex, 'no stop of its own once it shows').to.equal(-1);
    slotted.hidden = false;
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(host)).to.equal('Small window');
  });

  it('is never without a Tab stop, though what had it is hidden', async () => {
    const { host, root } = await setup();
    const slotted = document.createElement('button');
    slotted.slot = 'after';
    host.append(slotted);
    slotted.focus();
    slotted.hidden = true;
    host.requestUpdate();
    await host.updateComplete;
    const stops = [...host.children, ...root.querySelectorAll('.bar > :not(slot)')].filter(
      (item) => !item.hasAttribute('tabindex'),
    );
    expect(stops.map(({ textContent }) => textContent)).to.deep.equal(['Notes']);
  });

  it('leaves browser shortcuts alone', async () => {
    const { host, root } = await setup();
    (root.querySelector('cc-mic-button') as HTMLElement).focus();
    const event = new KeyboardEvent('keydown', { key: 'ArrowRight', altKey: true, bubbles: true, cancelable: true });
    root.querySelector('[role=toolbar]')?.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
    expect(focused(host)).to.equal('cc-mic-button');
  });

  it('moves against the direction of a script from the right', async () => {
    const { host, provider, root } = await setup();
    provider.dir = 'rtl';
    (root.querySelector('cc-mic-button') as HTMLElement).focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(host)).to.equal('cc-camera-button');
  });

  it('keeps one Tab stop when the control that had it goes', async () => {
    const { root, set } = await setup();
    (root.querySelector('cc-hangup-button') as HTMLElement).focus();
    await set({ phase: 'waiting' });
    const stops = [...root.querySelectorAll('.bar > cc-mic-button, .bar > cc-hangup-button')].filter(
      (item) => !item.hasAttribute('tabindex'),
    );
    expect(stops.map(({ localName }) => localName)).to.deep.equal(['cc-hangup-button']);
  });

  it('takes no room when nothing applies', async () => {
    const { host, set } = await setup();
    await set({ phase: 'ended' });
    expect(getComputedStyle(host).display).to.equal('none');
  });

  it('is a toolbar with a name', async () => {
    const { root } = await setup();
    expect(root.querySelector('[role=toolbar]')?.ariaLabel).to.equal('Call controls');
  });

  it('never lets a control be smaller than it may be', async () => {
    const { root, host } = await setup();
    const size = () => root.querySelector('cc-mic-button')?.getBoundingClientRect().width;
    expect(size()).to.equal(48);
    host.setAttribute('density', 'agent');
    expect(size()).to.equal(36);
  });
});
