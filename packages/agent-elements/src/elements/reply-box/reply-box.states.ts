import { CcProvider, define, type ElementStates } from '@carillon/call';
import { html } from 'lit';
import type { MockDesk } from '../../adapter/mock-desk.js';
import { MockProblem } from '../../adapter/mock-script.js';
import { aCall, aConversation } from '../../testing/desk-fixtures.js';
import { deskState, type DeskStateOptions } from '../../testing/desk-state.js';
import { CcReplyBox } from './reply-box.js';

const conversation = aConversation();
const { id } = conversation;
const longSubject = 'Ihre Bestellung Nr. 4711-2026-11-30 und die Rechnungskorrektur, die dazu gehört';
const script = { conversations: [conversation], mail: true };

const mailed = (desk: MockDesk, subject = 'Your order') =>
  desk.messages.mail(id, { clientId: `mail-${subject}`, to: 'marija@example.com', subject, text: 'It is on its way.' });
const onCall = (desk: MockDesk) => (desk.world.call = aCall({ conversationId: id }));
const failed = (desk: MockDesk) => {
  mailed(desk, 'First');
  desk.messages.settleMail('sent');
  mailed(desk, longSubject);
  desk.messages.settleMail('failed', 'address_refused');
  mailed(desk, 'Third');
};

const box = html`<cc-reply-box conversation-id=${id}></cc-reply-box>`;
const desk = (options: DeskStateOptions = {}) => deskState(box, { script, ...options });

export const states: ElementStates = {
  title: 'cc-reply-box',
  render() {
    define(CcProvider, CcReplyBox);
    return [
      { name: 'chat or e-mail', template: desk({ setup: onCall }), width: 400 },
      { name: 'e-mail alone', template: desk(), width: 320 },
      { name: 'sending, sent and failed', template: desk({ setup: failed }), width: 320 },
      {
        name: 'not read',
        template: desk({ setup: (mock) => (mock.refuse = [`list-messages ${id}`, new MockProblem('server_busy')]) }),
        width: 320,
      },
      { name: 'German at 280 px', template: desk({ setup: failed, lang: 'de' }), width: 280 },
      {
        name: 'right to left',
        template: desk({
          lang: 'ar',
          setup: (mock) => {
            onCall(mock);
            failed(mock);
          },
        }),
        width: 400,
      },
    ];
  },
};
