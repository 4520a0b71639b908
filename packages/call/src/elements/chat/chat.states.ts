import { html, nothing } from 'lit';
import { FakeChatServer } from '../../session/testing/fake-chat-server.js';
import type { ElementStates } from '../states.js';
import { fakeChat } from '../testing/fake-chat.js';
import { inCall, longName } from '../testing/in-call.js';
import { CcChat } from './chat.js';

const offline = () => new TypeError('Failed to fetch');
const minute = 60_000;

/** Ten minutes past ten, so that times are the same in every picture. */
const now = Date.UTC(2027, 0, 15, 10, 10);

function conversation(server: FakeChatServer): void {
  const ago = (minutes: number) => ({ createdAt: now - minutes * minute, deliveredAt: now });
  server.write('agent', 'Good morning, I have your order in front of me.', ago(9));
  server.write('agent', 'Which address shall it go to?', ago(9));
  server.write('customer', 'Hello! To this one, please:\nMarija Horvat\nIlica 242\n10000 Zagreb', ago(6));
  server.write('agent', 'Thank you. You can follow it here: https://parcels.example/track?id=JJD0003', ago(2));
  server.write('customer', 'Perfect 👍', ago(1));
}

export const states: ElementStates = {
  title: 'cc-chat',
  render() {
    const call = inCall(CcChat);
    const state = (
      setup: (server: FakeChatServer) => void,
      { then = () => undefined, lang, agent = false }: StateOptions = {},
    ) => {
      const server = new FakeChatServer(() => now);
      setup(server);
      const chat = fakeChat(server, agent ? 'agent' : 'customer');
      const messages = chat.snapshot.chat;
      const stop = messages?.subscribe(() => {
        if (messages.snapshot.status !== 'ready') return;
        stop?.();
        then(server, messages);
      });
      const element = html`<cc-chat
        closable
        lang=${lang ?? nothing}
        dir=${lang ? 'rtl' : nothing}
        density=${agent ? 'agent' : nothing}
      ></cc-chat>`;
      return call(element, { chat, clockOffsetMs: now - Date.now() });
    };
    const height = 520;
    const write =
      (...texts: string[]) =>
      (server: FakeChatServer, chat: { send(text: string): void }) => {
        server.failure = offline();
        for (const text of texts) chat.send(text);
      };
    return [
      { name: 'a conversation', template: state(conversation), width: 360, height },
      { name: 'of an agent', template: state(conversation, { agent: true }), width: 320, height: 420 },
      { name: 'nothing yet', template: state(() => undefined), width: 360, height: 360 },
      {
        name: 'loading',
        template: state((server) => (server.gate = new Promise(() => undefined))),
        width: 360,
        height: 300,
      },
      {
        name: 'could not be loaded',
        template: state((server) => (server.failure = offline())),
        width: 360,
        height: 300,
      },
      { name: 'not sent', template: state(conversation, { then: write('Are you still there?') }), width: 360, height },
      {
        name: 'on its way',
        template: state(conversation, {
          then: (server, chat) => {
            server.gate = new Promise(() => undefined);
            chat.send('One moment, I am looking it up');
          },
        }),
        width: 360,
        height,
      },
      {
        name: 'too long',
        template: state(conversation, { then: (_, chat) => (chat.draft = 'word '.repeat(420)) }),
        width: 320,
        height,
      },
      {
        name: 'reading only',
        template: state((server) => {
          conversation(server);
          server.open = false;
        }),
        width: 360,
        height: 400,
      },
      {
        name: 'hostile, narrow',
        template: state((server) => {
          const name = { name: longName };
          server.write('agent', '<img src=x onerror="alert(1)"><b>bold</b> &amp; javascript:alert(1)', name);
          server.write('agent', 'W'.repeat(300), name);
          server.write('agent', `Z${'\u0336\u0301\u0310'.repeat(40)}algo`, name);
          server.write('customer', '👩‍👩‍👧‍👦'.repeat(20));
        }),
        width: 280,
        height,
      },
      {
        name: 'right to left',
        template: state(
          (server) => {
            const ago = (minutes: number) => ({ createdAt: now - minutes * minute, deliveredAt: now });
            server.write('agent', 'صباح الخير، طلبك أمامي الآن.', { name: 'ليلى حداد', ...ago(5) });
            server.write('customer', 'شكرًا! الرابط هو https://parcels.example/track?id=7 صحيح؟', ago(3));
            server.write('agent', 'Yes, that is right.', { name: 'ليلى حداد', ...ago(1) });
          },
          { lang: 'ar' },
        ),
        width: 360,
        height: 420,
      },
    ];
  },
};

interface StateOptions {
  readonly then?: (server: FakeChatServer, chat: { draft: string; send(text: string): void }) => void;
  readonly lang?: string;
  readonly agent?: boolean;
}
