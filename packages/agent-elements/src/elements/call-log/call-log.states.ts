import { CcProvider, define, type ElementStates } from '@carillon/call';
import { html } from 'lit';
import { MockProblem } from '../../adapter/mock-script.js';
import { aConversation, aHistory, anEntry } from '../../testing/desk-fixtures.js';
import { deskState } from '../../testing/desk-state.js';
import { CcCallLog } from './call-log.js';

const conversation = aConversation();
const { id } = conversation;
const log = html`<cc-call-log conversation-id=${id}></cc-call-log>`;
const longName = 'Maximiliana-Konstantina Freifrau von Wolkenstein-Trostburg-H';
const script = (timeline = aHistory()) => ({
  conversations: [conversation],
  timelines: { [id]: timeline },
  now: () => new Date(2026, 10, 24, 12).getTime(),
});
const lost = [
  anEntry('conversation_opened', 0, { actor: longName }),
  anEntry('call_queued', 1, { actor: longName, text: 'audio' }),
  anEntry('transfer_started', 2, { actor: longName, text: longName }),
  anEntry('note_saved', 3, { actor: longName, text: longName.replaceAll(' ', '').repeat(3) }),
  anEntry('call_ended', 9, { text: 'connection_lost', durationMs: 7_325_000 }),
];

export const states: ElementStates = {
  title: 'cc-call-log',
  render() {
    define(CcProvider, CcCallLog);
    return [
      { name: 'a call', template: deskState(log, { script: script() }), width: 400 },
      { name: 'long names at 280 px', template: deskState(log, { script: script(lost) }), width: 280 },
      { name: 'nothing yet', template: deskState(log, { script: script([]) }), width: 320 },
      {
        name: 'not read',
        template: deskState(log, {
          script: script(),
          setup: (desk) => (desk.refuse = [`get-conversation ${id}`, new MockProblem('conversation_not_found')]),
        }),
        width: 320,
      },
      { name: 'German at 320 px', template: deskState(log, { script: script(), lang: 'de' }), width: 320 },
      { name: 'right to left', template: deskState(log, { script: script(), lang: 'ar' }), width: 400 },
    ];
  },
};
