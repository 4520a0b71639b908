import { expect, waitUntil } from '@open-wc/testing';
import { makeRecord } from '../testing/call-world.js';
import { FakeChatServer } from '../testing/fake-chat-server.js';
import { flush, ManualClock } from '../testing/manual-clock.js';
import { CallChat } from './call-chat.js';

describe('the messages of a call', () => {
  let server: FakeChatServer;
  let chat: CallChat;
  beforeEach(() => {
    server = new FakeChatServer();
    chat = new CallChat({ port: server.port('agent'), clock: new ManualClock(), clockOffset: () => 0 });
  });
  afterEach(() => chat.close());

  const loaded = async () => {
    await waitUntil(() => chat.snapshot.chat?.snapshot.status === 'ready');
    return chat.snapshot.chat?.snapshot;
  };

  for (const state of ['queued', 'offering', 'ended'] as const)
    it(`are not fetched while it is ${state}`, async () => {
      chat.follow(makeRecord({ state }));
      await flush();
      expect([chat.snapshot.chat, server.asked]).to.eql([null, []]);
    });

  it('are fetched once, when somebody has answered', async () => {
    for (const state of ['connecting', 'active', 'held', 'active'] as const) chat.follow(makeRecord({ state }));
    expect((await loaded())?.mayWrite).to.equal(true);
    expect(server.asked).to.eql(['list before newest']);
  });

  it('can be written by who a call was passed on to, once it is theirs (TRA-4)', async () => {
    server.open = false;
    chat.follow(makeRecord({ state: 'connecting' }));
    expect((await loaded())?.mayWrite).to.equal(false);
    server.open = true;
    chat.follow(makeRecord({ state: 'active' }));
    await flush();
    expect(chat.snapshot.chat?.snapshot.mayWrite).to.equal(true);
  });

  it('can be read and not written once it has ended', async () => {
    chat.follow(makeRecord());
    await loaded();
    chat.follow(makeRecord({ state: 'ended' }));
    expect(chat.snapshot.chat?.snapshot.mayWrite).to.equal(false);
  });
});
