import type { ElementStates } from '@carillon/call';
import { html } from 'lit';
import { fakeMedia } from '../../testing/fake-devices.js';
import { answered, linkState, longName } from '../../testing/link-state.js';
import type { LinkWorld } from '../../testing/link-world.js';
import { SilentSound } from '../../testing/silent-sound.js';
import { CcCustomerCall } from './customer-call.js';

const element = html`<cc-customer-call fade-after-ms="0"></cc-customer-call>`;
const silent = html`<cc-customer-call fade-after-ms="0" .sound=${new SilentSound()}></cc-customer-call>`;
const height = 640;
const video = { state: 'active', medium: 'video' } as const;
const audio = { state: 'active', medium: 'audio' } as const;

const seen = async (world: LinkWorld) => {
  await answered(world);
  world.room.remote('agent', { camera: 'on' });
};

/** An agent has let the customer into a talk with another one. */
const colleague = 'par_CCCCCCCCCCCCCCCCCCCCCC';
const conference = { state: 'active', consult: { name: 'Ben Carter', identity: colleague, conference: true } } as const;

const threeTalk =
  (camera: 'on' | 'none') =>
  async (world: LinkWorld): Promise<void> => {
    await answered(world);
    world.room.remote('agent', { camera });
    world.room.remote(colleague, { microphone: 'on', quality: 'good', camera });
  };

/** The messages are open once they have been loaded. */
const writes = (texts: readonly (readonly ['agent' | 'customer', string])[]) => async (world: LinkWorld) => {
  for (const [sender, text] of texts) world.server.chat.write(sender, text, { deliveredAt: world.server.chat.now() });
  await seen(world);
  await customElements.whenDefined('cc-chat-button');
  const element = [...document.querySelectorAll('cc-customer-call')].find(
    (one) => (one.closest('cc-provider')?.session as unknown) === world.session,
  );
  const button = element?.renderRoot.querySelector('cc-chat-button');
  await world.until(() => button?.hasAttribute('available') === true);
  button?.click();
  // Somebody reads: the states are drawn one after the other, and none takes the focus from the page.
  await element?.updateComplete;
  (document.activeElement as HTMLElement | null)?.blur();
};

const conversation = writes([
  ['agent', 'Good morning, I have your order in front of me. Which address shall it go to?'],
  ['customer', 'To this one, please:\nIlica 242\n10000 Zagreb'],
  ['agent', 'Thank you. You can follow it here: https://parcels.example/track?id=JJD0003'],
]);

export const states: ElementStates = {
  title: 'cc-customer-call',
  render() {
    const state = linkState(CcCustomerCall);
    return [
      { name: 'video, agent without camera', template: state(element, { call: video, then: answered }), height },
      { name: 'video', template: state(element, { call: video, then: seen }), height },
      { name: 'audio', template: state(element, { call: audio, then: answered }), height },
      { name: 'connecting', template: state(element, { call: { ...audio, state: 'connecting' } }), height },
      {
        name: 'reconnecting',
        template: state(element, {
          call: video,
          then: async (world) => {
            await answered(world);
            world.room.set({ connection: 'reconnecting' });
          },
        }),
        height,
      },
      { name: 'on hold', template: state(silent, { call: { ...video, state: 'held' }, then: answered }), height },
      {
        name: 'on hold, announced',
        template: state(silent, {
          call: { ...audio, state: 'held', holdAnnouncement: { sound: null, everyMs: 30_000 } },
          then: answered,
          lang: 'de',
        }),
        width: 320,
        height,
      },
      {
        name: 'being passed on',
        template: state(silent, { call: { ...audio, state: 'transferring' }, then: answered }),
        height,
      },
      {
        name: 'on hold, audio',
        template: state(silent, { call: { ...audio, state: 'held' }, then: answered }),
        height,
      },
      {
        name: 'two agents, audio',
        template: state(element, { call: { ...audio, ...conference }, then: threeTalk('none') }),
        height,
      },
      {
        name: 'two agents, video',
        template: state(element, { call: { ...video, ...conference }, then: threeTalk('on') }),
        width: 1040,
        height,
      },
      {
        name: 'agent away',
        template: state(element, { call: { ...video, away: 'agent' }, then: answered }),
        height,
      },
      {
        name: 'microphone fails',
        template: state(element, { call: audio, media: fakeMedia({ microphone: 'NotReadableError' }), then: answered }),
        height,
      },
      {
        name: 'long name, narrow',
        template: state(element, { call: { ...video, agentName: longName }, then: answered }),
        width: 320,
        height,
      },
      {
        name: 'audio, German',
        template: state(element, { call: audio, then: answered, lang: 'de' }),
        width: 320,
        height,
      },
      { name: 'right to left', template: state(element, { call: video, then: answered, lang: 'ar' }), height },
      { name: 'messages', template: state(element, { call: video, then: conversation }), height: 760 },
      {
        name: 'messages, wide',
        template: state(element, { call: video, then: conversation }),
        width: 1040,
        height,
      },
      {
        name: 'messages, right to left',
        template: state(element, { call: video, then: writes([['agent', 'صباح الخير']]), lang: 'ar' }),
        width: 1040,
        height,
      },
      { name: 'wide', template: state(element, { call: video, then: answered }), width: 1040, height },
    ];
  },
};
