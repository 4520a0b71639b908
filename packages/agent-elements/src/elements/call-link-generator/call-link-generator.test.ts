import { elementUpdated, expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { MockDesk } from '../../adapter/mock-desk.js';
import { MockProblem, type MockScript } from '../../adapter/mock-script.js';
import { callLink } from '../../testing/desk-fixtures.js';
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

async function setup(template: TemplateResult = guest, script: MockScript = {}, before?: (desk: MockDesk) => void) {
  const desk = await mountDesk(template, [CcCallLinkGenerator], { script, ...(before && { before }) });
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

  describe('of a conversation, is sent to its customer (LNK-8, LNK-11)', () => {
    /** A link of the conversation of a live call, or of another one. */
    async function made(inCall: boolean) {
      const all = await setup(conversation);
      const { desk, element, generate, provider } = all;
      if (inCall) {
        desk.world.ring({ conversationId: 'cnv_0000000000000000000009' });
        desk.world.connect();
      }
      setTimeout(generate);
      const { link } = await created(provider);
      await elementUpdated(element);
      const says = () => all.find<HTMLElement>('.copy-result').innerText.trim();
      const press = async () => {
        all.button('Send').click();
        await waitUntil(() => says() !== '');
      };
      return { ...all, link, says, press };
    }

    it('as a message, once however often it is asked for, and says so', async () => {
      const { press, says, desk, link, button, requests } = await made(true);
      await press();
      expect(says()).to.contain('reads it in the messages of the call');
      button('Send').click();
      const { messages } = await desk.conversations.messages('cnv_0000000000000000000009', {});
      expect(messages.map(({ text, sender }) => [text, sender])).to.deep.equal([[link.url, 'agent']]);
      expect([requests.filter((type) => type === 'cc-send-link-request').length, button('Send').ariaDisabled])
        .to.deep //
        .equal([1, 'true']);
    });

    it('and where nobody would read it, it says so and offers to copy', async () => {
      const { press, says, element } = await made(false);
      await press();
      expect(says()).to.contain('Copy the link and send it another way');
      expect(element.shadowRoot?.activeElement?.className).to.contain('copy');
    });

    it('or not, where that fails, and can be sent again', async () => {
      const { press, says, desk, button } = await made(true);
      desk.refuseNext = new MockProblem('server_busy');
      await press();
      expect(says()).to.equal('The link was not sent. Try again.');
      button('Send').click();
      await waitUntil(() => says().startsWith('Sent.'));
    });

    it('unless the host page stops it', async () => {
      const { provider, button, desk, element, says } = await made(true);
      provider.addEventListener('cc-send-link-request', (event) => event.preventDefault());
      button('Send').click();
      await elementUpdated(element);
      expect([says(), desk.asked.some((asked) => asked.startsWith('message'))]).to.deep.equal(['', false]);
    });

    it('but a guest’s link is not: it is nobody’s yet', async () => {
      const { name, generate, provider, element } = await setup();
      name('Marija');
      setTimeout(generate);
      await created(provider);
      await elementUpdated(element);
      expect(element.renderRoot.querySelector('.send')).to.equal(null);
    });
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

  describe('with more than one configuration', () => {
    const script: MockScript = {
      linkChoices: [
        { key: 'default', name: 'One call', kind: 'one-time', media: 'both' },
        { key: 'reusable', name: 'Many calls', kind: 'expiry', media: 'both' },
        {
          key: 'scheduled',
          name: 'Appointment',
          kind: 'time-frame',
          media: 'both',
          hours: { timeZone: 'Europe/Zagreb', days: ['mon'], from: '09:00', to: '17:00' },
        },
      ],
    };
    const choose = async (mounted: Awaited<ReturnType<typeof setup>>, key: string) => {
      await waitUntil(() => mounted.find('#choice') !== null);
      mounted.find<HTMLSelectElement>('#choice').value = key;
      mounted.find('#choice').dispatchEvent(new Event('change'));
      await elementUpdated(mounted.element);
    };
    const enter = (mounted: Awaited<ReturnType<typeof setup>>, field: 'start' | 'end', local: string) => {
      mounted.find<HTMLInputElement>(`#${field}`).value = local;
      mounted.find(`#${field}`).dispatchEvent(new Event('change'));
    };
    const text = ({ element }: { element: CcCallLinkGenerator }) => element.shadowRoot?.textContent ?? '';

    it('lets the agent choose one, and says what it means (LNK-13)', async () => {
      const mounted = await setup(guest, script);
      await choose(mounted, 'reusable');
      expect(text(mounted)).to.contain('Works as often as needed.');
      expect(mounted.find('.frame')).to.equal(null);
      mounted.name('Marija');
      setTimeout(mounted.generate);
      expect((await created(mounted.provider)).link.kind).to.equal('expiry');
      expect(mounted.desk.asked).to.include('create-link reusable');
    });

    it('asks for a time-frame where the kind is one and nowhere else, in the agent’s zone (LNK-4, LNK-9, LNK-10)', async () => {
      const mounted = await setup(conversation, script);
      mounted.element.timeZone = 'Europe/Zagreb';
      await choose(mounted, 'scheduled');
      expect(text(mounted)).to.contain('In your time zone, Europe/Zagreb.');
      expect(text(mounted)).to.contain('Mon, 09:00–17:00, Europe/Zagreb');
      enter(mounted, 'start', '2027-01-02T10:00');
      enter(mounted, 'end', '2027-01-02T11:00');
      setTimeout(mounted.generate);
      const { link } = await created(mounted.provider);
      expect([link.kind, link.timeZone]).to.deep.equal(['time-frame', 'Europe/Zagreb']);
      await elementUpdated(mounted.element);
      expect(mounted.find<HTMLElement>('[part=result]').innerText).to.contain('Works between two times.');
    });

    it('refuses an end before the start and one that is past, beside the field, and asks the server nothing (LNK-9)', async () => {
      const mounted = await setup(conversation, script);
      await choose(mounted, 'scheduled');
      for (const [start, end, sentence] of [
        ['2027-01-02T10:00', '2027-01-02T10:00', 'Choose an end after the start.'],
        ['2020-01-02T10:00', '2020-01-02T11:00', 'Choose an end that is not past.'],
      ] as const) {
        enter(mounted, 'start', start);
        enter(mounted, 'end', end);
        mounted.generate();
        await waitUntil(() => mounted.find<HTMLElement>('#end-problem').innerText === sentence);
        expect(mounted.element.shadowRoot?.activeElement).to.equal(mounted.find('#end'));
      }
      expect(mounted.desk.asked.some((asked) => asked.startsWith('create-link'))).to.equal(false);
    });

    it('asks which moment is meant where the clock is set back, and sends the answer', async () => {
      const mounted = await setup(conversation, script);
      mounted.element.timeZone = 'Europe/Zagreb';
      await choose(mounted, 'scheduled');
      enter(mounted, 'start', '2027-10-31T02:30');
      enter(mounted, 'end', '2027-10-31T05:00');
      mounted.desk.refuseNext = Object.assign(new MockProblem('local_time_ambiguous'), {
        fields: ['timeFrame.startLocal'],
        options: [
          { local: '2027-10-31T02:30', offset: '+02:00', at: Date.UTC(2027, 9, 31, 0, 30) },
          { local: '2027-10-31T02:30', offset: '+01:00', at: Date.UTC(2027, 9, 31, 1, 30) },
        ],
      });
      mounted.generate();
      await waitUntil(() => mounted.find('.question') !== null);
      expect(text(mounted)).to.contain('this time comes twice');
      await expect(mounted.element).to.be.accessible();
      const [, later] = mounted.element.renderRoot.querySelectorAll<HTMLInputElement>('.question input');
      later!.click();
      await elementUpdated(mounted.element);
      let offset: string | undefined;
      mounted.provider.addEventListener('cc-link-request', ({ request }) => (offset = request.timeFrame?.startOffset));
      setTimeout(mounted.generate);
      await created(mounted.provider);
      expect(offset).to.equal('+01:00');
    });

    it('shows the times where the customer is', async () => {
      const mounted = await setup(conversation, script);
      mounted.element.timeZone = 'Europe/Zagreb';
      await choose(mounted, 'scheduled');
      enter(mounted, 'start', '2027-01-02T10:00');
      enter(mounted, 'end', '2027-01-02T11:00');
      mounted.find<HTMLSelectElement>('#customer-zone').value = 'Asia/Tokyo';
      mounted.find('#customer-zone').dispatchEvent(new Event('change'));
      await elementUpdated(mounted.element);
      expect(text(mounted)).to.match(/For the customer: .*2.*6:00.*7:00/);
    });

    it('makes links of the default configuration where the list cannot be read', async () => {
      const mounted = await setup(conversation, script, (desk) => (desk.refuseNext = new MockProblem('rate_limited')));
      setTimeout(mounted.generate);
      expect((await created(mounted.provider)).link.kind).to.equal('one-time');
    });
  });

  it('shows a QR code of the link when it is asked for', async () => {
    const { generate, provider, element, find, button } = await setup(conversation);
    setTimeout(generate);
    await created(provider);
    await elementUpdated(element);
    expect(find('.qr')).to.equal(null);
    button('Show QR code').click();
    await waitUntil(() => find('.qr path') !== null);
    expect(find('.qr').getAttribute('aria-label')).to.equal('QR code of the call link');
    await expect(element).to.be.accessible();
    button('Generate another').click();
    await elementUpdated(element);
    expect(find('.qr')).to.equal(null);
  });

  it('lists the links that were made, and revokes one after a question', async () => {
    const links = ['Marija', 'Jonas', 'Li'].map((displayName, i) => callLink({ id: `lnk_${i}`, displayName }));
    const { element, find, button, desk, announced, requests } = await setup(guest, { links });
    find<HTMLElement>('summary').click();
    await waitUntil(() => find('.links') !== null);
    expect(element.renderRoot.querySelectorAll('.link')).to.have.length(2);
    button('Show more').click();
    await waitUntil(() => element.renderRoot.querySelectorAll('.link').length === 3);
    find<HTMLElement>('[data-revoke=lnk_1]').click();
    await elementUpdated(element);
    expect(element.shadowRoot?.activeElement?.textContent?.trim(), 'the safe answer').to.equal('Keep');
    await expect(element).to.be.accessible();
    find<HTMLElement>('.keep').click();
    await elementUpdated(element);
    find<HTMLElement>('[data-revoke=lnk_1]').click();
    await elementUpdated(element);
    find<HTMLElement>('.sure .danger').click();
    await waitUntil(() => announced().includes('The link is revoked.'));
    expect(desk.asked.filter((asked) => asked.startsWith('revoke'))).to.deep.equal(['revoke-link lnk_1']);
    expect(requests).to.include('cc-revoke-link-request');
    expect(find<HTMLElement>('[data-state=revoked]').innerText).to.equal('Revoked');
  });

  it('revokes nothing when the host cancels', async () => {
    const { find, element, provider, desk } = await setup(guest, { links: [callLink()] });
    provider.addEventListener('cc-revoke-link-request', (event) => event.preventDefault());
    find<HTMLElement>('summary').click();
    await waitUntil(() => find('[data-revoke]') !== null);
    find<HTMLElement>('[data-revoke]').click();
    await elementUpdated(element);
    find<HTMLElement>('.sure .danger').click();
    await elementUpdated(element);
    expect(desk.asked.some((asked) => asked.startsWith('revoke'))).to.equal(false);
  });

  it('says that there are no links yet', async () => {
    const { find, element } = await setup();
    find<HTMLElement>('summary').click();
    await waitUntil(() => element.shadowRoot?.textContent?.includes('There are none yet.') ?? false);
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
