import { elementUpdated, expect, fixtureSync, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MockCall } from '../../adapter/mock-script.js';
import { mountDesk } from '../../testing/mount-desk.js';
import { pressChord } from '../../testing/press-chord.js';
import type { DeclineRequestEvent } from '../events/agent-events.js';
import { CcIncomingCall } from './incoming-call.js';

const phone: MockCall = {
  caller: { name: 'Marija Horvat', number: '+385911234567', origin: 'phone' },
  medium: 'audio',
};
const stranger: MockCall = { caller: { name: null, number: '+385911234567', origin: 'phone' }, medium: 'audio' };
const guest: MockCall = { caller: { name: 'Marija Horvat', origin: 'link' }, medium: 'video' };

async function setup(call: MockCall | null = guest, attributes = html`<cc-incoming-call></cc-incoming-call>`) {
  const desk = await mountDesk(attributes, [CcIncomingCall]);
  const element = desk.provider.querySelector('cc-incoming-call') as CcIncomingCall;
  if (call) desk.desk.world.ring(call);
  await elementUpdated(element);
  const button = (name: string) =>
    [...element.renderRoot.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.innerText).trim() === name,
    ) as HTMLButtonElement;
  const card = () => element.renderRoot.querySelector<HTMLElement>('section');
  const words = () => card()?.innerText ?? '';
  return { ...desk, element, button, card, words };
}

/** Replaces the clipboard for one test. */
function clipboard(write: (text: string) => Promise<void>) {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: write } });
}

describe('cc-incoming-call', () => {
  afterEach(() => void Reflect.deleteProperty(navigator, 'clipboard'));

  it('shows nothing while nobody calls', async () => {
    const { card, element } = await setup(null);
    expect(card()).to.equal(null);
    expect(element.offsetHeight).to.equal(0);
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('shows name, number and queue of a caller whom People knows (RCV-8)', async () => {
    const { words } = await setup(phone);
    for (const word of ['Incoming audio call', 'Marija Horvat', '+385911234567', 'Customer support', 'Audio'])
      expect(words()).to.contain(word);
  });

  it('shows a stranger by number alone, with the queue unless it is strict (RCV-9, Q-1)', async () => {
    const { words, element } = await setup(stranger);
    expect(words()).to.contain('+385911234567').and.to.contain('Customer support');
    expect(element.renderRoot.querySelector('h2')).to.equal(null);
    element.strictUnknown = true;
    await elementUpdated(element);
    expect(words()).not.to.contain('Customer support');
  });

  it('shows a link caller by name, queue and "via call link", with nothing to copy', async () => {
    const { words, button } = await setup(guest);
    for (const word of ['Marija Horvat', 'Customer support', 'via call link', 'Incoming video call', 'Video'])
      expect(words()).to.contain(word);
    expect(button('Copy +385911234567')).to.equal(undefined);
  });

  it('shows somebody without a name and a number as unknown', async () => {
    const { words } = await setup({ caller: { name: null, origin: 'link' } });
    expect(words()).to.contain('Unknown caller');
  });

  for (const [title, call, badge] of [
    ['video by link', guest, 'Video'],
    ['audio by link', { ...guest, medium: 'audio' }, 'Audio'],
    ['audio by phone', phone, 'Audio'],
  ] as const)
    it(`marks ${title} (RCV-1)`, async () => {
      const { element } = await setup(call);
      expect(element.renderRoot.querySelector<HTMLElement>('.medium')?.innerText.trim()).to.equal(badge);
    });

  it('answers once for a double click (RCV-10)', async () => {
    const { button, requests, desk, until } = await setup();
    const answer = button('Answer');
    answer.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
    answer.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 2 }));
    await until(({ snapshot }) => snapshot.call !== null);
    expect(requests).to.deep.equal(['cc-answer-request']);
    expect(desk.asked.filter((asked) => asked.startsWith('accept'))).to.have.length(1);
  });

  it('declines once for two clicks in a row (RCV-10)', async () => {
    const { button, requests, desk, until } = await setup();
    const decline = button('Decline');
    decline.click();
    decline.click();
    await until(({ snapshot }) => snapshot.offer === null && snapshot.pending === null);
    expect(requests).to.deep.equal(['cc-decline-request']);
    expect(desk.asked.filter((asked) => asked.startsWith('decline'))).to.have.length(1);
  });

  it('disables both while an answer is on its way, and shows no call before it is true', async () => {
    const { button, element, session, desk } = await setup();
    let accept: () => void = () => undefined;
    const accepted = new Promise<void>((resolve) => (accept = resolve));
    const original = desk.calls.accept;
    (desk.calls as { accept: typeof original }).accept = async (id) => (await accepted, original(id));
    button('Answer').click();
    await elementUpdated(element);
    expect([button('Answer').disabled, button('Decline').disabled]).to.deep.equal([true, true]);
    expect(session.snapshot.call).to.equal(null);
    accept();
  });

  it('lets the host cancel an answer, and be asked again', async () => {
    const { button, provider, requests, desk } = await setup();
    provider.addEventListener('cc-answer-request', (event) => event.preventDefault());
    button('Answer').click();
    button('Answer').click();
    expect(requests).to.deep.equal(['cc-answer-request', 'cc-answer-request']);
    expect(desk.asked.some((asked) => asked.startsWith('accept'))).to.equal(false);
  });

  it('copies the number in one click and says so (RCV-11)', async () => {
    let copied = '';
    clipboard((text) => ((copied = text), Promise.resolve()));
    const { button, element } = await setup(phone);
    button('Copy +385911234567').click();
    await elementUpdated(element);
    await elementUpdated(element);
    expect(copied).to.equal('+385911234567');
    const status = element.renderRoot.querySelector<HTMLElement>('.copy-result');
    expect(status?.innerText).to.equal('Number copied');
    expect(status?.getAttribute('role')).to.equal('status');
  });

  it('says what to do when the browser does not copy', async () => {
    clipboard(() => Promise.reject(new Error('denied')));
    const { button, element } = await setup(phone);
    button('Copy +385911234567').click();
    await elementUpdated(element);
    await elementUpdated(element);
    expect(element.renderRoot.querySelector<HTMLElement>('.copy-result')?.innerText).to.contain('copy it yourself');
  });

  it('announces the call at once, with all that is shown and the way to it (RCV-12)', async () => {
    const { announced } = await setup(phone);
    expect(announced()).to.deep.equal([
      'Incoming audio call: Marija Horvat, Customer support. Press Alt+Shift+A to go to it.',
    ]);
  });

  it('never takes the focus, and typing through a ring answers nothing', async () => {
    const field = fixtureSync<HTMLInputElement>(html`<input aria-label="search" />`);
    field.focus();
    const { desk, requests, element } = await setup(null);
    desk.world.ring(guest);
    await elementUpdated(element);
    expect(document.activeElement).to.equal(field);
    await sendKeys({ type: 'm ' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: ' ' });
    expect(requests).to.deep.equal([]);
    expect(document.activeElement).to.equal(field);
  });

  it('is reached by its shortcut, which lands on the card and not on a button', async () => {
    const { element, card, requests } = await setup();
    await pressChord('Alt+Shift+A');
    expect(element.shadowRoot?.activeElement).to.equal(card());
    await sendKeys({ press: 'Enter' });
    expect(requests).to.deep.equal([]);
    await sendKeys({ press: 'Tab' });
    expect((element.shadowRoot?.activeElement as HTMLElement).innerText.trim()).to.equal('Decline');
  });

  it('is reached by the keys that the agent has chosen, and announces those', async () => {
    const { desk, session, element, card, announced } = await setup(null);
    session.shortcuts.choose('incoming', 'Alt+Shift+J');
    desk.world.ring(guest);
    await elementUpdated(element);
    expect(announced()[0]).to.contain('Press Alt+Shift+J to go to it.');
    await pressChord('Alt+Shift+A');
    expect(element.shadowRoot?.activeElement).to.equal(null);
    await pressChord('Alt+Shift+J');
    expect(element.shadowRoot?.activeElement).to.equal(card());
    session.shortcuts.reset();
  });

  it('has no shortcut when the host takes it off', async () => {
    const { element, announced } = await setup(guest, html`<cc-incoming-call shortcut=""></cc-incoming-call>`);
    await pressChord('Alt+Shift+A');
    expect(element.shadowRoot?.activeElement).to.equal(null);
    expect(announced()[0]).not.to.contain('Press');
  });

  it('goes when the caller leaves, and says so (E-04)', async () => {
    const { desk, element, card, announced } = await setup();
    desk.world.abandon();
    await elementUpdated(element);
    expect(card()).to.equal(null);
    const sentence = 'Marija Horvat hung up before you answered.';
    expect(element.renderRoot.querySelector<HTMLElement>('.notices')?.innerText).to.contain(sentence);
    expect(announced().filter((line) => line === sentence)).to.have.length(1);
  });

  it('flashes the page title while it rings (E-06)', async () => {
    document.title = 'CRM';
    const { desk, element } = await setup();
    expect(document.title).to.equal('☎ Marija Horvat is calling');
    desk.world.abandon();
    await elementUpdated(element);
    expect(document.title).to.equal('CRM');
  });

  it('takes a notice off when it has been read', async () => {
    const { desk, element, button } = await setup();
    desk.world.endOffer('missed');
    await elementUpdated(element);
    button('Dismiss').click();
    await elementUpdated(element);
    expect(element.renderRoot.querySelector('.notice')).to.equal(null);
  });

  it('counts the seconds that are left by the server clock', async () => {
    const { element } = await setup();
    expect(element.renderRoot.querySelector<HTMLElement>('header .numbers')?.innerText).to.equal('30 s');
  });

  it('is drawn again when the second is over', async () => {
    const { element } = await setup();
    const shown = () => element.renderRoot.querySelector<HTMLElement>('header .numbers')?.innerText;
    const changed = new Promise<void>((resolve) => {
      const watch = new MutationObserver(() => (watch.disconnect(), resolve()));
      watch.observe(element.renderRoot, { subtree: true, characterData: true, childList: true });
    });
    await changed;
    expect(shown()).to.equal('29 s');
  });

  it('reports who was asked in the event', async () => {
    const { button, provider, session } = await setup();
    const { offer } = session.snapshot;
    setTimeout(() => button('Decline').click());
    const event = (await oneEvent(provider, 'cc-decline-request')) as unknown as DeclineRequestEvent;
    expect(event.offer).to.equal(offer);
    expect(event.bubbles && event.composed && event.cancelable).to.equal(true);
  });

  it('fits into 280 px', async () => {
    const { provider, element } = await setup({
      ...phone,
      caller: { ...phone.caller, name: 'Maximiliana-Konstantinopolsky von Hohenzollern-Sigmaringen' },
    });
    provider.style.cssText = 'display: block; inline-size: 280px';
    await elementUpdated(element);
    expect(element.scrollWidth).to.be.at.most(280);
    for (const part of element.renderRoot.querySelectorAll('section *'))
      expect(part.getBoundingClientRect().right, part.outerHTML).to.be.at.most(
        element.getBoundingClientRect().right + 1,
      );
  });

  for (const [title, call] of Object.entries({ phone, stranger, guest }))
    it(`is accessible: ${title}`, async () => {
      const { element } = await setup(call);
      await expect(element).to.be.accessible();
    });

  for (const [title, forge] of [
    [
      'an event of its own name (event-017)',
      () => new CustomEvent('cc-answer-request', { bubbles: true, composed: true }),
    ],
    ['a name that there is not (event-017)', () => new CustomEvent('cc-accept', { bubbles: true, composed: true })],
    ['a decline', () => new CustomEvent('cc-decline-request', { bubbles: true, composed: true })],
  ] as const)
    it(`does nothing for ${title} that a script of the page has made up`, async () => {
      const { element, desk, card } = await setup();
      const before = [...desk.asked];
      element.dispatchEvent(forge());
      card()?.dispatchEvent(forge());
      await elementUpdated(element);
      expect(desk.asked).to.eql(before);
      expect(card()).not.to.equal(null);
    });

  for (const [row, data] of [
    ['event-008', []],
    ['event-009', {}],
    ['event-010', JSON.parse('{"type":"__proto__"}')],
    ['event-013', { type: 'cc:transfer', to: ['+1'] }],
    ['event-015', 'x'.repeat(52_428_800)],
  ] as const)
    it(`ignores messages of other windows (${row})`, async () => {
      const { element, desk, words } = await setup();
      const [asked, shown] = [[...desk.asked], words()];
      window.dispatchEvent(new MessageEvent('message', { data, origin: 'https://evil.example' }));
      await elementUpdated(element);
      expect([desk.asked, words()]).to.eql([asked, shown]);
    });
});
