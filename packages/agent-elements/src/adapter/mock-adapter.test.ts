import { CcProvider, define } from '@carillon/call';
import { expect, fixture, html } from '@open-wc/testing';
import type { AgentSession } from '../session/agent-session.js';
import { mockAdapter } from './mock-adapter.js';

const until = (session: AgentSession, holds: (session: AgentSession) => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => holds(session) && (stop(), resolve());
    const stop = session.subscribe(look);
    look();
  });

describe('the mock adapter', () => {
  it('runs a whole scripted call without server, camera and permission', async () => {
    define(CcProvider);
    const adapter = mockAdapter({ calls: [{ caller: { name: 'Marija Horvat' } }, { caller: { name: 'Ivan Babić' } }] });
    const provider = await fixture<CcProvider>(html`<cc-provider .adapter=${adapter}></cc-provider>`);
    const session = provider.session as AgentSession;
    await until(session, ({ snapshot }) => snapshot.offer?.caller.name === 'Marija Horvat' && snapshot.leader === true);
    await session.answer();
    await until(session, ({ snapshot }) => snapshot.call?.state === 'active');
    const { call } = session;
    await new Promise<void>((resolve) => {
      const look = () => call?.snapshot.local.microphone === 'on' && resolve();
      call?.subscribe(look);
      look();
    });
    expect(call?.snapshot.phase).to.equal('connected');
    await call?.mute();
    expect(call?.snapshot.local.microphone).to.equal('muted');
    await call?.hangup();
    await until(session, ({ snapshot }) => snapshot.wrapUp !== null);
    adapter.desk.world.endWrapUp('agent');
    await until(session, ({ snapshot }) => snapshot.offer?.caller.name === 'Ivan Babić');
    provider.remove();
  });
});
