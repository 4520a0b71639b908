import { elementUpdated, expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { LinkWorld, memoryStorage, type LinkWorldOptions } from '../../testing/link-world.js';
import { mountLink, wordsOf } from '../../testing/mount-link.js';
import { CcCallBack } from './call-back.js';

const both = html`<cc-call-back offers-link></cc-call-back>`;

async function setup(options: LinkWorldOptions = {}, template: TemplateResult = both) {
  const mounted = await mountLink<CcCallBack>(CcCallBack, template, {
    ...options,
    view: { state: 'used', ...options.view },
  });
  const type = (id: string, text: string) => {
    const input = mounted.root.querySelector<HTMLInputElement>(`#${id}`)!;
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };
  const words = () => wordsOf(mounted.root);
  const says = (text: string) => waitUntil(() => words().includes(text), `says "${text}"`, { timeout: 6_000 });
  const offer = async (label = 'Call me back') => {
    mounted.button(label).click();
    await elementUpdated(mounted.element);
  };
  return { ...mounted, type, words, says, offer, sent: () => mounted.world.server.bodies.at(-1) };
}

describe('cc-call-back', () => {
  it('asks to be called back under a number, however it is written (CBK-1)', async () => {
    const back = await setup();
    await back.offer();
    expect(back.root.activeElement).to.equal(back.root.querySelector('#number'));
    back.type('number', '0049 (151) 1234-5678');
    back.button('Call me back').click();
    await back.says('We call you back.');
    expect(back.sent()).to.deep.equal({ wish: 'call', number: '+4915112345678' });
    expect(back.requests).to.deep.equal(['cc-callback-request']);
    expect(back.root.activeElement?.className).to.equal('asked');
  });

  it('asks with the name alone where the company has the number', async () => {
    const back = await setup();
    await back.offer();
    back.button('Call me back').click();
    await back.says('We call you back.');
    expect(back.sent()).to.deep.equal({ wish: 'call' });
  });

  it('refuses a number without its country beside the field, and asks nothing', async () => {
    const back = await setup();
    await back.offer();
    back.type('number', '0151 12345678');
    back.button('Call me back').click();
    await back.says('Enter the number with its country code');
    const field = back.root.querySelector('#number')!;
    expect([field.getAttribute('aria-invalid'), back.root.activeElement]).to.deep.equal(['true', field]);
    expect(back.world.server.asked).not.to.include('POST callback');
    await expect(back.element).to.be.accessible();
  });

  it('asks for a name where the link has none', async () => {
    const back = await setup({ view: { displayName: null } });
    await back.offer();
    back.button('Call me back').click();
    await back.says('Enter your name');
    back.type('name', 'Žana');
    back.button('Call me back').click();
    await back.says('We call you back.');
    expect(back.sent()).to.deep.equal({ wish: 'call', displayName: 'Žana' });
  });

  it('asks for a new link at one press, and for a call after that', async () => {
    const back = await setup();
    await back.offer('Ask for a new link');
    await back.says('We know that you want a new link.');
    expect(back.sent()).to.deep.equal({ wish: 'link' });
    await back.offer();
    back.button('Call me back').click();
    await back.says('We call you back.');
  });

  it('offers no new link where it is not told to', async () => {
    const back = await setup({}, html`<cc-call-back></cc-call-back>`);
    expect(back.words()).not.to.contain('new link');
  });

  it('says after a reload what was asked for, and is known by the server as the same', async () => {
    const storage = memoryStorage();
    const before = await setup({ storage });
    await before.offer('Ask for a new link');
    await before.says('We know that you want a new link.');
    const after = await setup({ storage });
    await after.says('We know that you want a new link.');
  });

  it('says so where it could not be asked for, and keeps what was typed', async () => {
    for (const [code, words] of [
      ['rate_limited', 'That was asked too often.'],
      ['internal', 'That could not be asked for.'],
    ] as const) {
      const back = await setup();
      await back.offer();
      back.type('number', '+4915112345678');
      back.world.server.refuse.set('callback', code);
      back.button('Call me back').click();
      await back.says(words);
      expect(back.root.querySelector<HTMLInputElement>('#number')?.value).to.equal('+4915112345678');
    }
  });

  it('asks once for two presses', async () => {
    const back = await setup();
    await back.offer();
    const button = back.button('Call me back');
    button.click();
    button.click();
    await back.says('We call you back.');
    expect(back.world.server.asked.filter((asked) => asked === 'POST callback')).to.have.length(1);
  });

  it('asks nothing when the host cancels', async () => {
    const back = await setup();
    back.provider.addEventListener('cc-callback-request', (event) => event.preventDefault());
    await back.offer('Ask for a new link');
    expect(back.world.session.snapshot.pending).to.equal(null);
  });

  it('closes by Escape and goes back to its button', async () => {
    const back = await setup();
    await back.offer();
    await sendKeys({ press: 'Escape' });
    await elementUpdated(back.element);
    expect(wordsOf(back.root.activeElement)).to.equal('Call me back');
  });

  it('gives up the place in the line of who waits', async () => {
    const back = await setup({ call: { state: 'queued' }, view: { state: 'available' } });
    await back.offer();
    back.type('number', '+4915112345678');
    back.button('Call me back').click();
    await back.until(({ session }) => session.snapshot.call?.endReason === 'abandoned_in_queue');
    const { asked } = back.world.server;
    expect(asked.indexOf('POST callback')).to.be.below(asked.indexOf('POST leave'));
  });

  it('is forgotten once the customer calls by themselves (E-35)', async () => {
    const world = new LinkWorld();
    world.session.start();
    await world.until(({ snapshot }) => snapshot.view !== null && snapshot.pending === null);
    await world.session.requestCallback({ wish: 'call' });
    expect(world.session.snapshot.callback?.wish).to.equal('call');
    await world.session.redeem({ medium: 'audio' });
    expect(world.session.snapshot.callback).to.equal(null);
    world.session.stop();
  });

  it('is accessible in every state', async () => {
    const back = await setup();
    await expect(back.element).to.be.accessible();
    await back.offer();
    await expect(back.element).to.be.accessible();
    back.button('Call me back').click();
    await back.says('We call you back.');
    await expect(back.element).to.be.accessible();
  }).timeout(30_000);
});
