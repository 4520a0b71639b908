import { elementUpdated, expect, html, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { MockProblem } from '../../adapter/mock-script.js';
import { mountDesk } from '../../testing/mount-desk.js';
import type { LinkCreatedEvent } from '../events/agent-events.js';
import { CcCallLinkGenerator } from './call-link-generator.js';

const guest = html`<cc-call-link-generator></cc-call-link-generator>`;
const conversation = html`<cc-call-link-generator
  conversation-id="cnv_0000000000000000000009"
></cc-call-link-generator>`;

/** The event of a link that was made. */
const created = async (provider: EventTarget) =>
  (await oneEvent(provider, 'cc-link-created')) as unknown as LinkCreatedEvent;

async function setup(template: TemplateResult = guest) {
  const desk = await mountDesk(template, [CcCallLinkGenerator]);
  const element = desk.provider.querySelector('cc-call-link-generator') as CcCallLinkGenerator;
  await elementUpdated(element);
  const find = <T extends Element>(selector: string) => element.renderRoot.querySelector<T>(selector) as T;
  const name = (value: string) => {
    find<HTMLInputElement>('#name').value = value;
    find('#name').dispatchEvent(new InputEvent('input'));
  };
  const generate = () => find<HTMLButtonElement>('button[type=submit]').click();
  const button = (label: string) =>
    [...element.renderRoot.querySelectorAll('button')].find(
      (one) => one.innerText.trim() === label,
    ) as HTMLButtonElement;
  return { ...desk, element, find, name, generate, button };
}

describe('cc-call-link-generator', () => {
  afterEach(() => void Reflect.deleteProperty(navigator, 'clipboard'));

  for (const [title, value, sentence] of [
    ['an empty name', '', 'Enter a name.'],
    ['a name of white space', ' \u200b ', 'Enter a name.'],
    ['a name of 101 characters', 'a'.repeat(101), 'Use at most 100 characters.'],
    ['a name that turns the direction of writing', 'a\u202eb', 'This name holds characters that cannot be shown.'],
  ] as const)
    it(`refuses ${title} beside the field (LNK-5)`, async () => {
      const { name, generate, find, element, desk } = await setup();
      name(value);
      generate();
      await elementUpdated(element);
      expect(find<HTMLElement>('[role=alert]').innerText).to.equal(sentence);
      expect(find('#name').getAttribute('aria-invalid')).to.equal('true');
      expect(element.shadowRoot?.activeElement).to.equal(find('#name'));
      expect(desk.asked.some((asked) => asked.startsWith('create-link'))).to.equal(false);
    });

  it('accepts 100 characters', async () => {
    const { name, generate, provider } = await setup();
    name('a'.repeat(100));
    setTimeout(generate);
    const event = await created(provider);
    expect(event.link.displayName).to.equal('a'.repeat(100));
  });

  it('takes the error off as soon as the name changes', async () => {
    const { name, generate, find, element } = await setup();
    generate();
    await elementUpdated(element);
    name('Marija');
    await elementUpdated(element);
    expect(find('[role=alert]')).to.equal(null);
  });

  it('makes a guest link and shows it to copy (LNK-3, LNK-6)', async () => {
    const { name, generate, find, provider, element, announced } = await setup();
    name('  Marija Horvat ');
    setTimeout(generate);
    const { link } = await created(provider);
    await elementUpdated(element);
    expect([link.displayName, link.conversationId]).to.deep.equal(['Marija Horvat', null]);
    expect(find<HTMLInputElement>('#link').value).to.equal(link.url);
    expect(element.renderRoot.textContent).to.contain('Works once.');
    expect(announced()).to.deep.equal(['The call link is ready.']);
  });

  it('makes a link for a conversation without asking anything (LNK-8, LNK-10)', async () => {
    const { generate, find, provider } = await setup(conversation);
    expect(find('#name')).to.equal(null);
    setTimeout(generate);
    const { link } = await created(provider);
    expect(link.conversationId).to.equal('cnv_0000000000000000000009');
  });

  it('uses the configuration the host has set (LNK-13)', async () => {
    const { element, name, generate, provider, desk, find } = await setup();
    element.configuration = 'reusable';
    await elementUpdated(element);
    name('Marija');
    setTimeout(generate);
    await created(provider);
    await elementUpdated(element);
    expect(desk.asked).to.include('create-link reusable');
    expect(find<HTMLElement>('[part=result]').innerText).to.contain('Works as often as needed.');
  });

  it('copies the link and says so', async () => {
    let copied = '';
    const writeText = (text: string) => ((copied = text), Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const { name, generate, provider, element, button, find } = await setup();
    name('Marija');
    setTimeout(generate);
    const { link } = await created(provider);
    await elementUpdated(element);
    button('Copy link').click();
    await elementUpdated(element);
    await elementUpdated(element);
    expect(copied).to.equal(link.url);
    expect(find<HTMLElement>('.copy-result').innerText.trim()).to.equal('Link copied');
  });

  it('says what to do when the browser does not copy, and selects the link', async () => {
    const writeText = () => Promise.reject(new Error('denied'));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const { name, generate, provider, element, button, find } = await setup();
    name('Marija');
    setTimeout(generate);
    await created(provider);
    await elementUpdated(element);
    button('Copy link').click();
    await elementUpdated(element);
    await elementUpdated(element);
    expect(find<HTMLElement>('.copy-result').innerText).to.contain('copy it yourself');
    const input = find<HTMLInputElement>('#link');
    expect([input.selectionStart, input.selectionEnd]).to.deep.equal([0, input.value.length]);
  });

  it('says a refusal of the server in words', async () => {
    const { generate, find, element, desk } = await setup(conversation);
    desk.refuseNext = new MockProblem('conversation_closed');
    generate();
    await elementUpdated(element);
    await elementUpdated(element);
    expect(find<HTMLElement>('[role=alert]').innerText).to.contain('This conversation is closed.');
  });

  it('makes one link for two clicks in a row', async () => {
    const { generate, provider, desk, name } = await setup();
    name('Marija');
    setTimeout(() => (generate(), generate()));
    await created(provider);
    expect(desk.asked.filter((asked) => asked.startsWith('create-link'))).to.have.length(1);
  });

  it('makes none when the host cancels', async () => {
    const { generate, provider, desk, name } = await setup();
    provider.addEventListener('cc-link-request', (event) => event.preventDefault());
    name('Marija');
    generate();
    expect(desk.asked.some((asked) => asked.startsWith('create-link'))).to.equal(false);
  });

  it('does not show the link of one conversation for another', async () => {
    const { generate, provider, element, find } = await setup(conversation);
    setTimeout(generate);
    await created(provider);
    element.conversationId = 'cnv_0000000000000000000008';
    await elementUpdated(element);
    expect(find('#link')).to.equal(null);
  });

  it('starts anew for another link', async () => {
    const { generate, provider, element, find, name, button } = await setup();
    name('Marija');
    setTimeout(generate);
    await created(provider);
    await elementUpdated(element);
    button('Generate another').click();
    await elementUpdated(element);
    expect(find<HTMLInputElement>('#name').value).to.equal('');
  });

  it('is accessible in every state', async () => {
    const { generate, element, name, provider } = await setup();
    await expect(element).to.be.accessible();
    generate();
    await elementUpdated(element);
    await expect(element).to.be.accessible();
    name('Marija');
    setTimeout(generate);
    await created(provider);
    await elementUpdated(element);
    await expect(element).to.be.accessible();
  });
});
