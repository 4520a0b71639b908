import { elementUpdated, expect, fixtureSync, html, oneEvent, waitUntil as until } from '@open-wc/testing';
import type { CcSettingsDialog } from '@carillon/call';
import { sendKeys } from '@web/test-runner-commands';
import type { MockCall } from '../../adapter/mock-script.js';
import { mountDesk } from '../../testing/mount-desk.js';
import { pressChord } from '../../testing/press-chord.js';
import { callRecorder, type RecordedCall } from '../../testing/recorded-call.js';
import { CcCallWindow } from './call-window.js';

const guest: MockCall = { caller: { name: 'Marija Horvat', origin: 'link' }, medium: 'video' };
const phone: MockCall = {
  caller: { name: 'Marija Horvat', number: '+385911234567', origin: 'phone' },
  medium: 'audio',
};

/** A window with a call that was answered `seconds` ago, or with none. */
async function setup(call: MockCall | null = guest, seconds = 65) {
  const { calls, createCall } = callRecorder();
  const desk = await mountDesk(html`<cc-call-window></cc-call-window>`, [CcCallWindow], { createCall });
  const element = desk.provider.querySelector('cc-call-window') as CcCallWindow;
  const { world } = desk.desk;
  if (call) {
    world.ring(call);
    await desk.session.answer();
    world.updateCall({ state: 'active', establishedAt: world.now() - seconds * 1000 - 500 });
  }
  await elementUpdated(element);
  const find = <T extends HTMLElement>(selector: string) => element.renderRoot.querySelector<T>(selector) as T;
  const toggle = () => find<HTMLButtonElement>('header > button');
  return { ...desk, world, element, find, toggle, media: calls[0] as RecordedCall };
}

describe('cc-call-window', () => {
  it('shows nothing without a call', async () => {
    const { find } = await setup(null);
    expect(find('section')).to.equal(null);
  });

  it('shows who it is, for how long, and the controls', async () => {
    const { find } = await setup(phone);
    expect(find('h2').innerText).to.equal('Marija Horvat');
    expect(find('header').innerText).to.contain('+385911234567');
    expect(find('[role=timer]').innerText).to.equal('1:05');
    expect(find('cc-call-controls')).not.to.equal(null);
  });

  it('has a place in the bar for controls of the host’s own, which the arrow keys reach (CTL-2, DPD)', async () => {
    const { find, element } = await setup(phone);
    const own = (label: string) => {
      const button = document.createElement('button');
      button.slot = 'controls';
      button.textContent = label;
      element.append(button);
      return button;
    };
    const [pad, hidden] = [own('Dial pad'), own('Not now')];
    hidden.hidden = true;
    await elementUpdated(element);
    const bar = find('cc-call-controls');
    await until(() => pad.tabIndex === -1, 'one Tab stop for all of the bar');
    bar.focus();
    const stops: string[] = [];
    for (let press = 0; press < 8; press++) {
      stops.push(pad.matches(':focus') ? 'pad' : hidden.matches(':focus') ? 'hidden' : 'ours');
      await sendKeys({ press: 'ArrowRight' });
    }
    expect(stops).to.include('pad').and.not.to.include('hidden');
    const [x, end] = [pad.getBoundingClientRect().left, bar.getBoundingClientRect()];
    expect(x).to.be.within(end.left, end.right);
  });

  it('says that it is connecting before both are connected', async () => {
    const { find, world, element } = await setup();
    world.updateCall({ establishedAt: null, state: 'connecting' });
    await elementUpdated(element);
    expect(find('header').innerText).to.contain('Connecting…');
    expect(find('[role=timer]')).to.equal(null);
  });

  it('goes when the call ends', async () => {
    const { find, world, element } = await setup();
    world.customerHangup();
    await elementUpdated(element);
    expect(find('section')).to.equal(null);
  });

  it('becomes a strip with name, time, mute and end, and grows again, without touching media (CTL-3)', async () => {
    const { find, toggle, element, media } = await setup();
    const stage = find('cc-call-stage');
    const log = [...media.log];
    toggle().click();
    await elementUpdated(element);
    expect(element.minimised).to.equal(true);
    expect(find('section').offsetHeight).to.be.within(56, 60);
    expect(find('.strip cc-mic-button').checkVisibility()).to.equal(true);
    expect(find('.strip cc-hangup-button').checkVisibility()).to.equal(true);
    expect(find('[role=timer]').checkVisibility()).to.equal(true);
    expect(stage.checkVisibility()).to.equal(false);
    expect(toggle().getAttribute('aria-expanded')).to.equal('false');
    toggle().click();
    await elementUpdated(element);
    expect(find('cc-call-stage'), 'the same stage, never made anew').to.equal(stage);
    expect(media.log).to.deep.equal(log);
  });

  it('is a view: moving and removing it leaves the call alone', async () => {
    const { element, media, provider, session } = await setup();
    const log = [...media.log];
    const other = document.createElement('div');
    provider.append(other);
    other.append(element);
    await elementUpdated(element);
    element.remove();
    expect(media.log.filter((entry) => entry !== 'attach' && entry !== 'detach')).to.deep.equal(log);
    expect(session.call?.snapshot.phase).to.equal('connected');
  });

  it('tells that the customer is away and the call goes on (E-21)', async () => {
    const { find, world, element } = await setup();
    world.updateCall({ away: 'customer' });
    await elementUpdated(element);
    expect(find('header').innerText).to.contain('Reconnecting…');
    world.updateCall({ away: null });
    await elementUpdated(element);
    expect(find('header').innerText).not.to.contain('Reconnecting…');
  });

  it('holds and resumes as the call reports it, and says so (HLD-2, HLD-6)', async () => {
    const { find, element, desk, announced, session } = await setup();
    const controls = find('cc-call-controls').shadowRoot;
    const hold = () => controls?.querySelector('cc-hold-button')?.shadowRoot?.querySelector('button');
    hold()?.click();
    await until(() => session.call?.snapshot.phase === 'held');
    await elementUpdated(element);
    expect(desk.asked.some((asked) => asked.startsWith('hold cal_'))).to.equal(true);
    expect(find('header').innerText).to.contain('On hold');
    expect(announced().at(-1)).to.equal('On hold');
    expect(controls?.querySelector('cc-mic-button'), 'muting means nothing on hold').to.equal(null);
    await until(() => hold()?.innerText.includes('Resume') ?? false);
    hold()?.click();
    await until(() => session.call?.snapshot.phase === 'connected');
    await elementUpdated(element);
    expect(announced().at(-1)).to.equal('The call goes on');
    expect(find('header').innerText).not.to.contain('On hold');
  });

  it('offers to pass the call on while that is possible, in a dialog of its own (TRA-1, TRQ-5)', async () => {
    const { find, element, world } = await setup();
    const button = () => find<HTMLButtonElement>('.transfer');
    const dialog = () => find<HTMLElement & { open?: boolean }>('cc-transfer-dialog');
    button().click();
    await until(() => dialog().shadowRoot?.querySelector('dialog')?.open === true, 'opens', { timeout: 6_000 });
    dialog().shadowRoot?.querySelector('dialog')?.close();
    await until(() => !dialog().hasAttribute('open'));
    world.updateCall({ mayTransfer: false });
    await elementUpdated(element);
    expect(button()).to.equal(null);
    world.updateCall({ mayTransfer: true, state: 'connecting' });
    await elementUpdated(element);
    expect(button(), 'there is nobody to pass on yet').to.equal(null);
  });

  it('asks before it hangs up on a customer who is being passed on (TRA-6)', async () => {
    const { find, element, world, desk } = await setup();
    world.transfer('Ben');
    await elementUpdated(element);
    expect(find('header').innerText).to.contain('Transferring');
    const end = find('cc-call-controls').shadowRoot?.querySelector('cc-hangup-button')?.shadowRoot;
    end?.querySelector('button')?.click();
    const line = () => find('cc-transfer-dialog').shadowRoot?.textContent ?? '';
    await until(() => line().includes('End the call for the customer as well'), 'asks', { timeout: 6_000 });
    expect(desk.asked.some((asked) => asked.startsWith('end '))).to.equal(false);
    const answers = find('cc-transfer-dialog').shadowRoot?.querySelectorAll<HTMLElement>('.question button');
    answers?.[1]?.click();
    await until(() => desk.asked.some((asked) => asked.startsWith('end ')));
  });

  it('says who else talks, and has no second transfer while two agents do (TRA)', async () => {
    const { find, element, world } = await setup();
    world.transfer('Ben', 'warm');
    world.consult();
    await elementUpdated(element);
    expect(find('header').innerText).to.contain('Talking to Ben, customer on hold');
    expect(find('.transfer')).to.equal(null);
    const bar = () => find('cc-call-controls').shadowRoot;
    await until(() => bar()?.querySelector('cc-mic-button') !== null);
    world.joinTransfer();
    await elementUpdated(element);
    expect(find('header').innerText).to.contain('With Ben');
    expect(find('.transfer')).to.equal(null);
    const end = bar()?.querySelector('cc-hangup-button')?.shadowRoot;
    end?.querySelector('button')?.click();
    const line = () => find('cc-transfer-dialog').shadowRoot?.textContent ?? '';
    await until(() => line().includes('End the call for the customer as well'), 'asks', { timeout: 6_000 });
  });

  it('lets an agent who was asked in leave without a question: the call goes on', async () => {
    const { find, element, world, desk } = await setup();
    const consult = { name: 'Ana', identity: 'ana', conference: false };
    world.updateCall({ state: 'consulting', consult, transfer: null, mayTransfer: false });
    await elementUpdated(element);
    expect(find('header').innerText).to.contain('Talking to Ana, customer on hold');
    const end = find('cc-call-controls').shadowRoot?.querySelector('cc-hangup-button')?.shadowRoot;
    end?.querySelector('button')?.click();
    await until(() => desk.asked.some((asked) => asked.startsWith('end ')));
  });

  it('offers to resume in the strip, too', async () => {
    const { find, toggle, element, world } = await setup();
    toggle().click();
    await elementUpdated(element);
    expect(find('.strip cc-hold-button').checkVisibility()).to.equal(false);
    world.hold();
    await elementUpdated(element);
    expect(find('.strip cc-hold-button').checkVisibility()).to.equal(true);
    expect(find('.strip cc-mic-button').checkVisibility()).to.equal(false);
  });

  it('takes the focus that answering has lost, and no other', async () => {
    const { element, find } = await setup();
    expect(element.shadowRoot?.activeElement).to.equal(find('section'));
    const field = fixtureSync<HTMLInputElement>(html`<input aria-label="search" />`);
    field.focus();
    await setup();
    expect(document.activeElement).to.equal(field);
  });

  describe('shortcuts', () => {
    it('mute and unmute by Ctrl+M, announced once it is true (KEY-1)', async () => {
      const { media, announced, requests, element } = await setup();
      await pressChord('Control+m');
      await elementUpdated(element);
      expect(media.snapshot.local.microphone).to.equal('muted');
      expect(announced().at(-1)).to.equal('Microphone muted');
      await pressChord('Control+m');
      await elementUpdated(element);
      expect(announced().at(-1)).to.equal('Microphone on');
      expect(requests.filter((type) => type.endsWith('mute-request'))).to.deep.equal([
        'cc-mute-request',
        'cc-unmute-request',
      ]);
    });

    it('switch the camera by Ctrl+V (KEY-2)', async () => {
      const { media, announced, element } = await setup();
      await pressChord('Control+v');
      await elementUpdated(element);
      expect(media.snapshot.local.camera).to.equal('on');
      expect(announced().at(-1)).to.equal('Camera on');
      await pressChord('Control+v');
      expect(media.log.filter((entry) => entry.startsWith('camera'))).to.deep.equal(['camera on', 'camera off']);
    });

    it('share a screen and cease by Ctrl+S, announced once it is true (KEY-3)', async () => {
      const { media, announced, element, requests } = await setup();
      await pressChord('Control+s');
      await elementUpdated(element);
      expect(media.snapshot.local.screen).to.equal('on');
      expect(announced().at(-1)).to.equal('Your screen is shared');
      await pressChord('Control+s');
      await elementUpdated(element);
      expect(announced().at(-1)).to.equal('Your screen is not shared any more');
      expect(requests.filter((type) => type.endsWith('share-request'))).to.deep.equal([
        'cc-share-request',
        'cc-unshare-request',
      ]);
    });

    it('do nothing on hold, where neither is heard or seen', async () => {
      const { media, world, element } = await setup();
      world.hold();
      await elementUpdated(element);
      const log = [...media.log];
      for (const key of ['m', 'v', 's']) await pressChord(`Control+${key}`);
      expect(media.log).to.deep.equal(log);
    });

    it('leave the camera alone in an audio call', async () => {
      const { media } = await setup(phone);
      await pressChord('Control+v');
      expect(media.log).not.to.include('camera on');
    });

    it('belong to a field while somebody types in it (KEY-4)', async () => {
      const { media } = await setup();
      const field = fixtureSync<HTMLInputElement>(html`<input aria-label="note" />`);
      field.focus();
      await pressChord('Control+m');
      expect(media.log).not.to.include('mute');
    });

    it('can be moved to other keys (KEY-4)', async () => {
      const { media, element } = await setup();
      element.keys = { mute: 'Alt+Shift+M' };
      await pressChord('Control+m');
      expect(media.log).not.to.include('mute');
      await pressChord('Alt+Shift+M');
      expect(media.log).to.include('mute');
    });

    it('can be switched off, or heard in the window only (KEY-4)', async () => {
      const { media, element } = await setup();
      element.shortcuts = 'off';
      await pressChord('Control+m');
      expect(media.log).not.to.include('mute');
      element.shortcuts = 'focus';
      fixtureSync<HTMLButtonElement>(html`<button>elsewhere</button>`).focus();
      await pressChord('Control+m');
      expect(media.log).not.to.include('mute');
      element.renderRoot.querySelector<HTMLElement>('section')?.focus();
      await pressChord('Control+m');
      expect(media.log).to.include('mute');
    });

    it('are the keys that the agent has chosen, and off where they are switched off (KEY-4)', async () => {
      const { media, session } = await setup();
      session.shortcuts.choose('mute', 'Alt+K');
      await pressChord('Control+m');
      expect(media.log).not.to.include('mute');
      await pressChord('Alt+k');
      expect(media.snapshot.local.microphone).to.equal('muted');
      session.shortcuts.turn('mute', false);
      await pressChord('Alt+k');
      expect(media.snapshot.local.microphone).to.equal('muted');
      session.shortcuts.reset();
    });

    it("have the host's keys until the agent chooses others, and none to choose where the host has them off", async () => {
      const { element, media, session } = await setup();
      element.keys = { mute: 'Alt+J' };
      await elementUpdated(element);
      await pressChord('Alt+j');
      expect(media.snapshot.local.microphone).to.equal('muted');
      expect([session.shortcuts.live('camera'), session.shortcuts.names.includes('camera')]).to.deep.equal(['', true]);
      element.shortcuts = 'off';
      await elementUpdated(element);
      expect(session.shortcuts.names).to.deep.equal(['incoming']);
    });

    it('do nothing without a call', async () => {
      const { requests } = await setup(null);
      await pressChord('Control+m');
      expect(requests).to.deep.equal([]);
    });

    it('can be canceled by the host', async () => {
      const { media, provider } = await setup();
      provider.addEventListener('cc-mute-request', (event) => event.preventDefault());
      await pressChord('Control+m');
      expect(media.log).not.to.include('mute');
    });
  });

  it('opens the settings, with the background in a call with pictures and in no other (DEV-1, BGD-4)', async () => {
    const { element, find } = await setup(guest);
    const settings = () => find<CcSettingsDialog>('cc-settings-dialog');
    expect(settings().open).not.to.equal(true);
    find('.settings').click();
    await elementUpdated(element);
    await until(() => settings().open && settings().shadowRoot?.querySelector('dialog')?.open === true);
    expect([settings().tabs, settings().ringer]).to.deep.equal(['audio camera shortcuts captions', true]);
    settings().open = false;
    await oneEvent(settings(), 'close');
    await elementUpdated(element);
    expect(settings().open).to.equal(false);
    const audio = await setup(phone);
    expect(audio.find('cc-settings-dialog').getAttribute('tabs')).to.equal('audio shortcuts captions');
  });

  it('does not open the settings by itself in the next call', async () => {
    const { element, find, world, session } = await setup(guest);
    find('.settings').click();
    await until(() => find<CcSettingsDialog>('cc-settings-dialog').shadowRoot?.querySelector('dialog')?.open === true);
    world.customerHangup();
    await elementUpdated(element);
    world.endWrapUp('agent');
    world.ring(guest);
    await session.answer();
    await elementUpdated(element);
    expect(find<CcSettingsDialog>('cc-settings-dialog').open).to.equal(false);
  });

  it('is worked by keyboard alone', async () => {
    const { element, find } = await setup();
    await until(() => find('cc-chat-button').hasAttribute('available'));
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot?.activeElement?.localName).to.equal('cc-chat-button');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await elementUpdated(element);
    expect(element.minimised).to.equal(true);
  });

  it('is accessible, grown and minimised', async () => {
    const { element, toggle } = await setup();
    await expect(element).to.be.accessible();
    toggle().click();
    await elementUpdated(element);
    await expect(element).to.be.accessible();
  });

  describe('its messages (MSG-1)', () => {
    async function chatting() {
      const all = await setup();
      const { media, element, find } = all;
      await until(() => media.chat?.snapshot.chat?.snapshot.status === 'ready');
      await customElements.whenDefined('cc-chat-button');
      await elementUpdated(element);
      const button = find<HTMLElementTagNameMap['cc-chat-button']>('cc-chat-button');
      await button.updateComplete;
      return { ...all, button, chat: () => find<HTMLElementTagNameMap['cc-chat'] | HTMLElement>('cc-chat') };
    }

    it('open and close by a button in the header, and the focus goes along', async () => {
      const { element, button, chat } = await chatting();
      expect([button.hasAttribute('available'), chat()]).to.deep.equal([true, null]);
      button.click();
      await elementUpdated(element);
      expect([button.open, element.shadowRoot?.activeElement?.localName]).to.deep.equal([true, 'cc-chat']);
      chat().dispatchEvent(new Event('close'));
      await elementUpdated(element);
      expect([button.open, element.shadowRoot?.activeElement]).to.deep.equal([false, button]);
    });

    it('go both ways, and are confirmed', async () => {
      const { desk, session, button, element, chat } = await chatting();
      button.click();
      await elementUpdated(element);
      session.call?.message('Good morning');
      desk.messages.customerWrites('Hello');
      await until(() => chat().shadowRoot?.querySelectorAll('.bubble').length === 2);
      await until(() => desk.asked.some((asked) => asked.startsWith('received')));
      desk.messages.customerReceives();
      await until(() => chat().shadowRoot?.querySelector('.state')?.textContent === 'Delivered');
    });

    it('come as a notice and a number while they are closed', async () => {
      const { desk, find, button, announced, element, chat } = await chatting();
      desk.messages.customerWrites('Are you there?');
      await until(() => !find('cc-chat-notice').hasAttribute('empty'));
      await elementUpdated(button);
      expect(button.shadowRoot?.querySelector('.badge')?.textContent).to.equal('1');
      expect(announced().at(-1)).to.equal('Marija Horvat: Are you there?');
      find('cc-chat-notice').click();
      await elementUpdated(element);
      expect(chat()).not.to.equal(null);
    });

    it('show in the strip when they are new, which opens the window and them', async () => {
      const { desk, element, button, toggle, chat } = await chatting();
      toggle().click();
      await elementUpdated(element);
      expect(button.checkVisibility()).to.equal(false);
      desk.messages.customerWrites('Are you there?');
      await until(() => button.checkVisibility());
      button.click();
      await elementUpdated(element);
      expect([element.minimised, chat().checkVisibility()]).to.deep.equal([false, true]);
    });

    it('keep their draft while the window is a strip', async () => {
      const { element, button, toggle, chat } = await chatting();
      button.click();
      await elementUpdated(element);
      const field = () => chat().shadowRoot?.querySelector('textarea') as HTMLTextAreaElement;
      await until(() => field() !== null);
      field().value = 'Half a sen';
      field().dispatchEvent(new InputEvent('input'));
      toggle().click();
      await elementUpdated(element);
      expect(chat().checkVisibility()).to.equal(false);
      toggle().click();
      await elementUpdated(element);
      expect(field().value).to.equal('Half a sen');
    });
  });
});
