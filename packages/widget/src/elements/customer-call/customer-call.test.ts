import { aTimeout, elementUpdated, expect, html } from '@open-wc/testing';
import { fakeMedia } from '../../testing/fake-devices.js';
import { answered } from '../../testing/link-state.js';
import type { LinkWorldOptions } from '../../testing/link-world.js';
import { mountLink, wordsOf } from '../../testing/mount-link.js';
import { SilentSound } from '../../testing/silent-sound.js';
import { CcCustomerCall } from './customer-call.js';

async function setup(options: LinkWorldOptions = {}, fadeAfterMs = 0) {
  const call = await mountLink<CcCustomerCall>(
    CcCustomerCall,
    html`<cc-customer-call .fadeAfterMs=${fadeAfterMs}></cc-customer-call>`,
    { call: { state: 'active', agentName: 'Ana Kovač' }, ...options },
  );
  await answered(call.world);
  await elementUpdated(call.element);
  const bar = () => call.root.querySelector('.bar')!;
  const control = (tag: string) => {
    const controls = call.root.querySelector('cc-call-controls');
    return controls?.renderRoot.querySelector<HTMLElement>(tag)?.shadowRoot?.querySelector('button') ?? null;
  };
  return { ...call, bar, control };
}

const audio = { call: { state: 'active', medium: 'audio' } } as const;

describe('cc-customer-call', () => {
  it('is headed by who the call is with', async () => {
    expect((await setup()).heading()).to.equal('Call with Ana Kovač');
    expect((await setup({ call: { state: 'connecting', agentName: null } })).heading()).to.equal(
      'Call with your agent',
    );
  });

  it('is drawn in a task of its own, after what the answer asks of the microphone (design §5)', async () => {
    const element = document.createElement('cc-customer-call');
    document.body.append(element);
    for (let hop = 0; hop < 50; hop++) await Promise.resolve();
    expect(element.hasUpdated).to.equal(false);
    await element.updateComplete;
    expect(element.hasUpdated).to.equal(true);
    element.remove();
  });

  it('has mute, camera and end on video, no camera on audio (LNK-20)', async () => {
    const video = await setup();
    expect(['cc-mic-button', 'cc-camera-button', 'cc-hangup-button'].map((tag) => video.control(tag) !== null))
      .to.deep //
      .equal([true, true, true]);
    expect((await setup(audio)).control('cc-camera-button')).to.equal(null);
  });

  it('has no camera on a link by sound only, and none of what the link takes away (LNK-20)', async () => {
    const options = { mute: false, camera: true, switchCamera: true, screenShare: true, chat: true, settings: true };
    const sound = await setup({ view: { media: 'audio' } });
    expect(sound.control('cc-camera-button')).to.equal(null);
    expect(sound.control('cc-mic-button')).not.to.equal(null);
    const muteless = await setup({ view: { callOptions: options } });
    expect(muteless.control('cc-mic-button')).to.equal(null);
    expect(muteless.control('cc-camera-button')).not.to.equal(null);
    expect(muteless.control('cc-hangup-button')).not.to.equal(null);
  });

  it('turns a phone’s camera from front to back in the call, which is no mirror then (LNK-20)', async () => {
    const media = fakeMedia({ phone: true });
    await media.openMicrophone();
    await media.openCamera();
    await media.refreshDevices();
    const call = await setup({ media });
    const turn = 'Switch between front and back camera';
    await call.until(({ session }) => session.call?.snapshot.local.camera === 'on');
    call.button(turn).click();
    await call.until(({ session }) => session.call?.snapshot.looksAway === true);
    const stage = call.root.querySelector('cc-call-stage');
    await elementUpdated(stage as HTMLElement);
    expect(stage?.shadowRoot?.querySelector('.self cc-participant-tile')?.hasAttribute('mirror')).to.equal(false);
    expect(call.world.room.asked.filter((asked) => asked.startsWith('camera')).length).to.be.greaterThan(1);
    call.button(turn).click();
    await call.until(({ session }) => session.call?.snapshot.looksAway === false);
  });

  it('has no such button where the link or the device has no other camera', async () => {
    const media = fakeMedia({ phone: true });
    await media.openMicrophone();
    await media.openCamera();
    await media.refreshDevices();
    const options = { mute: true, camera: true, switchCamera: false, screenShare: true, chat: true, settings: true };
    const call = await setup({ media, view: { callOptions: options } });
    await call.until(({ session }) => session.call?.snapshot.local.camera === 'on');
    expect(call.root.querySelector('.turn')).to.equal(null);
    expect((await setup()).root.querySelector('.turn')).to.equal(null);
  });

  it('mutes, and says what is so', async () => {
    const call = await setup(audio);
    await call.until(({ session }) => session.call?.snapshot.local.microphone === 'on');
    call.control('cc-mic-button')!.click();
    await call.until(({ session }) => session.call?.snapshot.local.microphone === 'muted');
    expect(call.world.room.asked).to.include('mute');
  });

  it('ends the call for both', async () => {
    const call = await setup();
    call.control('cc-hangup-button')!.click();
    await call.until(({ session }) => session.snapshot.call?.state === 'ended');
    expect(call.heading(), 'nothing to show any more').to.equal(undefined);
  });

  it('shows the time of a video call once, as the stage of an audio call shows it', async () => {
    const video = await setup();
    expect(wordsOf(video.root.querySelector('[role=timer]'))).to.match(/^1:\d\d$/);
    expect((await setup(audio)).root.querySelector('[role=timer]')).to.equal(null);
  });

  it('says that it reconnects (RCN-3)', async () => {
    const call = await setup();
    call.world.room.set({ connection: 'reconnecting' });
    await call.until(({ session }) => session.snapshot.mediaLost);
    const banner = call.root.querySelector('cc-connection-status[banner]')!;
    await elementUpdated(banner);
    expect(wordsOf(banner.shadowRoot)).to.contain('We reconnect by ourselves');
    expect(call.control('cc-hangup-button'), 'and one may still hang up').not.to.equal(null);
  });

  it('says that nobody hears somebody without a microphone', async () => {
    const call = await mountLink<CcCustomerCall>(CcCustomerCall, html`<cc-customer-call></cc-customer-call>`);
    await call.world.session.redeem({ medium: 'audio', listenOnly: true });
    call.world.server.set({ state: 'active', medium: 'audio' });
    await answered(call.world);
    await call.until(({ session }) => session.call?.snapshot.phase === 'connected');
    expect(wordsOf(call.root.querySelector('.attention'))).to.contain('You joined without a microphone');
  });

  it('says why the microphone could not be used, and how to try again (E-26)', async () => {
    const call = await setup({ ...audio, media: fakeMedia({ microphone: 'NotReadableError' }) });
    await call.until(({ session }) => session.call?.snapshot.failure !== null);
    const notice = call.root.querySelector('cc-device-notice');
    await call.until(() => !notice?.hasAttribute('empty'));
    expect(wordsOf(notice?.shadowRoot ?? null))
      .to.contain('in use by another program')
      .and.to.contain('Try again');
  });

  it('fades its controls over a picture when nobody moves, and shows them again', async () => {
    const call = await setup({}, 20);
    await call.until(() => call.bar().classList.contains('faded'));
    call.element.dispatchEvent(new PointerEvent('pointermove'));
    await elementUpdated(call.element);
    expect(call.bar().classList.contains('faded')).to.equal(false);
  });

  it('keeps them while the focus is inside', async () => {
    const call = await setup({}, 20);
    call.control('cc-mic-button')!.focus();
    await aTimeout(60);
    await elementUpdated(call.element);
    expect(call.bar().classList.contains('faded')).to.equal(false);
  });

  it('keeps them on an audio call', async () => {
    const call = await setup(audio, 20);
    await aTimeout(60);
    await elementUpdated(call.element);
    expect(call.bar().classList.contains('faded')).to.equal(false);
  });

  it('shows nothing before somebody has answered', async () => {
    const call = await mountLink<CcCustomerCall>(CcCustomerCall, html`<cc-customer-call></cc-customer-call>`, {
      call: { state: 'queued' },
    });
    expect(call.heading()).to.equal(undefined);
  });

  it('is accessible on video and on audio', async () => {
    await expect((await setup()).element).to.be.accessible();
    await expect((await setup(audio)).element).to.be.accessible();
  }).timeout(30_000);

  describe('on hold', () => {
    const held = { call: { state: 'held', agentName: 'Ana Kovač' } } as const;
    /** On hold, with a sound that writes down what it is told. */
    async function onHold(options: LinkWorldOptions = held, plays = true) {
      const sound = new SilentSound(plays);
      const call = await mountLink<CcCustomerCall>(
        CcCustomerCall,
        html`<cc-customer-call .fadeAfterMs=${0} .sound=${sound}></cc-customer-call>`,
        options,
      );
      await elementUpdated(call.element);
      return { ...call, sound, button: () => call.root.querySelector<HTMLButtonElement>('.hold button') };
    }

    it('plays what the queue plays and says that the agent comes back (HLD-5)', async () => {
      const { sound, root } = await onHold();
      expect(sound.told).to.eql(['start music']);
      expect(wordsOf(root.querySelector('.hold p'))).to.equal(
        'You are on hold. Please stay, Ana Kovač will be back with you.',
      );
    });

    it('is silent again once the call goes on, or the page goes (HLD-6)', async () => {
      const { sound, root, world, until, element } = await onHold();
      world.server.set({ state: 'active' });
      await until(({ session }) => session.snapshot.call?.state === 'active');
      await elementUpdated(element);
      expect(sound.told).to.eql(['start music', 'stop']);
      expect(root.querySelector('.hold')).to.equal(null);
      const other = await onHold();
      other.element.remove();
      expect(other.sound.told).to.eql(['start music', 'stop']);
    });

    it('rings, and says why, while the call is passed on (TRA-5)', async () => {
      const { sound, root, world, until, element } = await onHold({ call: { ...held.call, state: 'transferring' } });
      expect(sound.told).to.eql(['start ringing']);
      expect(wordsOf(root.querySelector('.hold p'))).to.equal(
        'You are being connected with somebody else. Please stay on the line.',
      );
      await expect(element).to.be.accessible();
      world.server.set({ state: 'active', agentName: 'Ben' });
      await until(({ session }) => session.snapshot.call?.state === 'active');
      await elementUpdated(element);
      expect(sound.told).to.eql(['start ringing', 'stop']);
    });

    it('has a switch for the sound', async () => {
      const { sound, button, element } = await onHold();
      expect(wordsOf(button())).to.equal('Turn music off');
      button()!.click();
      await elementUpdated(element);
      expect(wordsOf(button())).to.equal('Turn music on');
      button()!.click();
      await elementUpdated(element);
      expect(sound.told).to.eql(['start music', 'stop', 'start music']);
    });

    it('asks for a gesture where the browser plays nothing by itself', async () => {
      const { sound, button, element } = await onHold(held, false);
      await elementUpdated(element);
      expect(wordsOf(button())).to.equal('Turn music on');
      sound.plays = true;
      button()!.click();
      await elementUpdated(element);
      expect(sound.told).to.eql(['start music', 'stop', 'start music']);
      expect(wordsOf(button())).to.equal('Turn music off');
    });

    it('plays nothing in a queue that wants silence (HLD-7)', async () => {
      const { sound, button } = await onHold({ call: { ...held.call, holdSound: 'none' } });
      expect([sound.told, button()]).to.eql([[], null]);
    });

    const music = `snd_${'M'.repeat(22)}`;
    const said = { sound: null, everyMs: 30_000 };
    it('plays the queue’s own music and announces what it says, in words too (HLD-7)', async () => {
      const { sound, root, element } = await onHold({
        call: { ...held.call, holdMusic: music, holdAnnouncement: said },
      });
      const words = 'Thank you for waiting. We will be back with you in a moment.';
      expect(sound.told).to.eql(['start music']);
      expect(sound.hold).to.eql({
        still: false,
        musicUrl: `/sounds/${music}`,
        announcement: { url: null, words, language: 'en', everyMs: 30_000 },
      });
      expect(wordsOf(root.querySelector('.hold p'))).to.contain(words);
      await expect(element).to.be.accessible();
    });

    it('says nothing in words where a file is played (HLD-7)', async () => {
      const { sound, root } = await onHold({
        call: { ...held.call, holdAnnouncement: { sound: music, everyMs: 30_000 } },
      });
      expect(sound.hold?.announcement?.url).to.equal(`/sounds/${music}`);
      expect(wordsOf(root.querySelector('.hold p'))).to.not.contain('Thank you');
    });

    it('announces in a queue that plays nothing else, and can be silenced (HLD-7)', async () => {
      const { sound, button, element } = await onHold({
        call: { ...held.call, holdSound: 'none', holdAnnouncement: said },
      });
      expect([sound.told, sound.hold?.still]).to.eql([['start music'], true]);
      button()!.click();
      await elementUpdated(element);
      expect(sound.told).to.eql(['start music', 'stop']);
    });

    it('has no microphone or camera to switch, and is accessible', async () => {
      const { root, element } = await onHold();
      const controls = root.querySelector('cc-call-controls')?.renderRoot;
      expect(controls?.querySelector('cc-mic-button')).to.equal(null);
      await expect(element).to.be.accessible();
    });
  });

  describe('its messages (MSG-1)', () => {
    const chatIn = (root: ShadowRoot) => root.querySelector('cc-chat');
    /** In a call whose messages have been loaded. */
    async function chatting(options: LinkWorldOptions = {}) {
      const call = await setup(options);
      await call.until(({ session }) => session.call?.chat?.snapshot.chat?.snapshot.status === 'ready');
      await customElements.whenDefined('cc-chat-button');
      await elementUpdated(call.element);
      const button = call.root.querySelector('cc-chat-button')!;
      await button.updateComplete;
      return { ...call, button, chat: () => chatIn(call.root) };
    }

    it('open and close by a button in the bar, and the focus goes along', async () => {
      const { button, chat, element, root } = await chatting();
      expect([button.hasAttribute('available'), chat()]).to.deep.equal([true, null]);
      button.click();
      await elementUpdated(element);
      await elementUpdated(chat()!);
      expect([button.open, root.activeElement]).to.deep.equal([true, chat()]);
      expect(chat()?.shadowRoot?.activeElement?.localName).to.equal('textarea');
      chat()?.dispatchEvent(new Event('close'));
      await elementUpdated(element);
      expect([button.open, chat(), root.activeElement]).to.deep.equal([false, null, button]);
    });

    it('come as a notice while they are closed, which opens them', async () => {
      const { world, root, element, chat } = await chatting();
      const notice = root.querySelector('cc-chat-notice')!;
      await elementUpdated(notice);
      world.server.chat.write('agent', 'Your order is on its way');
      await world.until(() => !notice.hasAttribute('empty'));
      notice.renderRoot.querySelector('button')!.click();
      await elementUpdated(element);
      await world.until(() => chat()?.renderRoot.querySelector('.bubble') !== null);
      expect(wordsOf(chat()?.renderRoot.querySelector('.bubble'))).to.equal('Your order is on its way');
      await world.until(() => world.server.chat.messages[0]?.deliveredAt !== null);
    });

    it('go to the agent under the secret of this browser', async () => {
      const { world } = await chatting();
      world.session.call?.message('Hello');
      await world.until(() => world.server.chat.messages.length === 1);
      expect(world.server.chat.messages[0]).to.include({ sender: 'customer', text: 'Hello' });
    });

    it('stand beside the call where there is room, and as a sheet above the controls where there is not', async () => {
      const { button, chat, element, bar } = await chatting();
      const box = (of: Element) => of.getBoundingClientRect();
      button.click();
      await elementUpdated(element);
      for (const animation of chat()!.getAnimations()) animation.finish();
      for (const width of [1040, 768]) {
        element.style.inlineSize = `${width}px`;
        expect([box(chat()!).width, box(chat()!).height]).to.deep.equal([360, box(element).height]);
        expect(box(bar()).right).to.be.at.most(box(chat()!).left);
      }
      for (const width of [767, 320]) {
        element.style.inlineSize = `${width}px`;
        expect(box(chat()!).width).to.equal(width - 8);
        expect(box(chat()!).bottom).to.be.at.most(box(bar()).top);
      }
    });

    it('are not there where the link takes them away', async () => {
      const options = { mute: true, camera: true, switchCamera: true, screenShare: true, chat: false, settings: true };
      const { world, root } = await setup({ view: { callOptions: options } });
      expect(world.session.call?.chat).to.equal(null);
      expect(root.querySelector('cc-chat-button')?.checkVisibility() ?? false).to.equal(false);
    });
  });
});
