import { expect, html } from '@open-wc/testing';
import { mountDesk } from '../testing/mount-desk.js';
import { AgentController } from './agent-controller.js';
import { CcAgentStatus } from './agent-status/agent-status.js';
import { noticeText } from './notices.js';

/** A controller on an element of a live desk. */
async function agent(): Promise<AgentController> {
  const { provider } = await mountDesk(html`<cc-agent-status></cc-agent-status>`, [CcAgentStatus]);
  return new AgentController(provider.querySelector('cc-agent-status') as CcAgentStatus);
}

describe('a notice in words', () => {
  for (const [code, subject, sentence] of [
    ['offer_taken', 'Ben', 'Answered by Ben.'],
    ['offer_taken', null, 'Somebody else has answered.'],
    ['offer-missed', 'Marija', 'You missed a call. Marija was passed on.'],
    ['offer-missed', null, 'You missed a call. The caller was passed on.'],
    ['offer_expired', null, 'The ringing was over. The call was passed on.'],
    ['no-such-code', null, 'That did not work. Try again.'],
  ] as const)
    it(`says ${code}${subject ? ` of ${subject}` : ''} (E-02, E-03)`, async () => {
      expect(noticeText(await agent(), { code, subject })).to.equal(sentence);
    });
});
