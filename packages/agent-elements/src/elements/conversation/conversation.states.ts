import { CcProvider, define, type ElementStates } from '@carillon/call';
import type { Conversation, TimelineEntry } from '@carillon/contract';
import { html } from 'lit';
import type { MockDesk } from '../../adapter/mock-desk.js';
import { MockProblem } from '../../adapter/mock-script.js';
import { aCall, aConversation, aHistory, anEntry } from '../../testing/desk-fixtures.js';
import { deskState, type DeskStateOptions } from '../../testing/desk-state.js';
import { CcCallLog } from '../call-log/call-log.js';
import { CcReplyBox } from '../reply-box/reply-box.js';
import { CcConversation } from './conversation.js';

const person = { id: 'per_1', name: 'Marija Horvat', numbers: ['+385912345678'], emails: [], version: 1 };
const { id } = aConversation();
const longName = 'Maximiliana-Konstantina Freifrau von Wolkenstein-Trostburg-H';
const later = anEntry('note_saved', 41, {
  actor: 'Ben Weber',
  text: 'Called the warehouse: the parcel leaves tomorrow.\n\nTell her the number once it is there.',
});
/** How a call begins and ends, and what was noted after it. */
const history = [...aHistory().slice(0, 3), ...aHistory().slice(13, 16), later];
const long = [
  anEntry('conversation_opened', 0, { actor: longName }),
  anEntry('note_saved', 3, { actor: longName, text: longName.replaceAll(' ', '').repeat(4) }),
];

interface Shown {
  readonly change?: Partial<Conversation>;
  readonly timeline?: readonly TimelineEntry[];
}

const scripted = ({ change, timeline = history }: Shown = {}) => ({
  conversations: [aConversation({ personId: person.id, ...change })],
  people: [{ ...person, numbers: [...person.numbers], emails: [...person.emails] }],
  timelines: { [id]: timeline },
  now: () => new Date(2026, 10, 24, 12).getTime(),
});
const shown = (options: DeskStateOptions = {}, of: Shown = {}) =>
  deskState(html`<cc-conversation conversation-id=${id}></cc-conversation>`, { script: scripted(of), ...options });
const onCall = (desk: MockDesk) => void (desk.world.call = aCall({ conversationId: id }));
/** With the notes open, as after a click. */
const open = (options: DeskStateOptions = {}, of: Shown = {}) =>
  deskState(html`<cc-conversation conversation-id=${id} notes-open></cc-conversation>`, {
    ...{ script: scripted(of), setup: onCall, ...options },
  });

export const states: ElementStates = {
  title: 'cc-conversation',
  render() {
    define(CcProvider, CcCallLog, CcReplyBox, CcConversation);
    return [
      { name: 'on a call, notes beside the history', template: shown({ setup: onCall }), width: 900 },
      { name: 'on a call, folded', template: shown({ setup: onCall }), width: 400 },
      { name: 'notes open', template: open(), width: 320 },
      { name: 'nothing yet', template: open({}, { timeline: [] }), width: 320 },
      { name: 'closed', template: shown({}, { change: { status: 'closed' } }), width: 320 },
      {
        name: 'loading',
        template: shown({ setup: (desk) => void (desk.conversations.get = () => new Promise(() => undefined)) }),
        width: 320,
      },
      {
        name: 'not read',
        template: shown({
          setup: (desk) => (desk.refuse = [`get-conversation ${id}`, new MockProblem('conversation_not_found')]),
        }),
        width: 320,
      },
      {
        name: 'long texts at 280 px',
        template: open({}, { change: { title: longName, queueName: longName }, timeline: long }),
        width: 280,
      },
      { name: 'German at 320 px', template: open({ lang: 'de' }, { change: { status: 'closed' } }), width: 320 },
      { name: 'German, beside', template: shown({ lang: 'de', setup: onCall }), width: 760 },
      { name: 'right to left', template: shown({ lang: 'ar', setup: onCall }), width: 760 },
    ];
  },
};
