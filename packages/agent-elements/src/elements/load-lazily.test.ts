import { expect } from '@open-wc/testing';
import { loadCallExtras, loadConversation, loadReplyBox, loadSettings, loadTransfer } from './load-lazily.js';

describe('what is loaded when it is wanted', () => {
  for (const [tag, load] of [
    ['cc-transfer-dialog', loadTransfer],
    ['cc-settings-dialog', loadSettings],
    ['cc-reply-box', loadReplyBox],
    ['cc-conversation', loadConversation],
    ['cc-captions', loadCallExtras],
    ['cc-device-notice', loadCallExtras],
    ['cc-picture-in-picture', loadCallExtras],
  ] as const)
    it(`registers ${tag} once, however often it is asked for`, async () => {
      const [first, second] = [load(), load()];
      expect(first).to.equal(second);
      await first;
      expect(customElements.get(tag)).not.to.equal(undefined);
    });
});
