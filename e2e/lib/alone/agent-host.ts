/** The page of a host that shows one element of an agent's desk, whose server is in memory. */
import {
  loadConversation,
  loadReplyBox,
  loadSettings,
  loadTransfer,
  mockAdapter,
  type AgentSession,
  type MockScript,
} from '@carillon/agent-elements';

declare global {
  interface Window {
    /** Brings the desk or the link to its next state, and is there once the session says so. */
    ccStates: Readonly<Record<string, () => Promise<void>>>;
  }
}

const at = Date.now();
const conversation = 'cnv_0000000000000000000009';
const script: MockScript = {
  wrapUpFields: [{ key: 'topic', kind: 'text', label: 'Topic', required: false, choices: [] }],
  dispositions: ['Solved'],
  conversations: [
    {
      id: conversation,
      title: 'Marija Horvat',
      personId: null,
      status: 'open',
      queueName: 'Customer support',
      medium: 'video',
      agentId: null,
      agentName: null,
      waitingCallId: null,
      openedAt: at,
      updatedAt: at,
    },
  ],
};

/** What a host tells an element that is about one conversation, or that it opens itself. */
const settings: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'cc-call-log': { conversationId: conversation },
  'cc-conversation': { conversationId: conversation, notesOpen: true },
  'cc-reply-box': { conversationId: conversation },
  'cc-settings-dialog': { open: true },
  'cc-transfer-dialog': { open: true },
  'cc-participant-tile': { identity: 'customer' },
};

const tag = new URLSearchParams(location.search).get('tag') ?? '';
const adapter = mockAdapter(script);
await Promise.all([
  loadConversation(),
  loadReplyBox(),
  loadSettings(),
  loadTransfer(),
  customElements.whenDefined('cc-provider'),
]);

const provider = document.createElement('cc-provider');
provider.density = 'agent';
const heading = document.createElement('h1');
heading.textContent = 'Alone';
document.querySelector('main')?.append(heading, provider);
provider.adapter = adapter;
if (tag !== 'cc-provider') provider.append(Object.assign(document.createElement(tag), settings[tag]));

const session = provider.session as AgentSession;
/** Waits for what no event of the provider's tells, such as the messages: looks whenever the page is drawn. */
const once = (is: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => (is() ? resolve() : requestAnimationFrame(look));
    look();
  });

window.ccStates = {
  idle: () => once(() => session.snapshot.leader === true),
  ringing: () => {
    adapter.desk.world.ring({ caller: { name: 'Marija Horvat' } });
    return once(() => session.snapshot.offer !== null);
  },
  'in a call': async () => {
    await session.answer();
    await once(() => session.call?.snapshot.phase === 'connected');
  },
  'written to': async () => {
    adapter.desk.messages.customerWrites('Hello');
    await once(() => (session.call?.chat?.snapshot.chat?.snapshot.entries.length ?? 0) > 0);
  },
  'on hold': async () => {
    await session.call?.hold();
    await once(() => session.call?.snapshot.phase === 'held');
  },
  'wrapping up': () => {
    adapter.desk.world.customerHangup();
    return once(() => session.snapshot.wrapUp !== null);
  },
};
document.documentElement.dataset['ready'] = '';
