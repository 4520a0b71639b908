import {
  AgentCall,
  AgentEvent,
  AgentMediaGrant,
  AgentSnapshot,
  ConversationDetail,
  ConversationList,
  CreatedCallLink,
  PersonList,
  TimelineEntry,
  WrapUp,
  LinkChoiceList,
  CallLinkList,
  CallLink,
} from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { MockDesk } from './mock-desk.js';
import { MockProblem } from './mock-script.js';

/** A desk whose every event is kept. */
function setup() {
  const desk = new MockDesk({ now: () => 1_000 });
  const events: AgentEvent[] = [];
  const log: string[] = [];
  const stop = desk.session.follow(0, {
    event: (event) => events.push(event),
    clock: () => undefined,
    reset: () => log.push('reset'),
    connected: (open) => log.push(open ? 'open' : 'closed'),
  });
  const told = () => events.splice(0).map((event) => `${event.type} ${summary(event)}`);
  return { desk, world: desk.world, events, told, log, stop };
}

const summary = ({ type, body }: AgentEvent): string => {
  if (type === 'agent') return body.availability;
  if (type === 'wrapup') return body.closedBy ?? 'open';
  if (type === 'messages') return `up to ${body.newest}`;
  return type === 'conversation' ? body.status : body.state;
};

describe('the desk in memory', () => {
  it('tells the same story as the link-server', async () => {
    const { desk, world, told } = setup();
    const { id, callId } = world.ring({ caller: { name: 'Marija' } });
    expect(told()).to.deep.equal(['conversation open', 'agent ringing', 'offer ringing']);
    await desk.calls.accept(id);
    expect(told()).to.deep.equal(['agent in_call', 'offer accepted', 'call connecting']);
    await desk.calls.connected(callId);
    expect(told()).to.deep.equal(['call active']);
    await desk.calls.end(callId);
    expect(told()).to.deep.equal(['call ended', 'agent wrapping', 'wrapup open']);
    const wrapUpId = world.wrapUp?.id ?? '';
    await desk.wrapUps.close(wrapUpId, { note: 'Done.', conversationStatus: 'solved' });
    expect(told()).to.deep.equal(['wrapup agent', 'conversation solved', 'agent available']);
  });

  it('speaks the contract: every event and every answer parses', async () => {
    const { desk, world, events } = setup();
    const { id } = world.ring({ caller: { number: '+385911234567', origin: 'phone' }, medium: 'audio' });
    AgentSnapshot.parse(await desk.session.state());
    AgentMediaGrant.parse(await desk.calls.accept(id));
    AgentCall.parse(world.call);
    world.customerHangup();
    const { id: wrapUpId = '' } = world.wrapUp ?? {};
    await desk.wrapUps.saveNote(wrapUpId, 'a');
    WrapUp.parse(await desk.wrapUps.close(wrapUpId, { note: 'b', conversationStatus: 'open' }));
    CreatedCallLink.parse(await desk.links.create({ displayName: 'Marija' }));
    LinkChoiceList.parse(await desk.links.choices());
    const { links } = CallLinkList.parse(await desk.links.list({}));
    CallLink.parse(await desk.links.revoke(links[0]?.id ?? ''));
    const { conversations } = ConversationList.parse(await desk.conversations.list());
    ConversationDetail.parse(await desk.conversations.get(conversations[0]?.id ?? ''));
    PersonList.parse(await desk.people.list());
    for (const event of events) AgentEvent.parse(event);
  });

  it('keeps a status chosen during a call for after the wrap-up (spec §3.3)', async () => {
    const { desk, world, told } = setup();
    const chosen = () => [world.agent.status, world.agent.nextStatus, world.agent.availability];
    const { id, callId } = world.ring();
    await desk.calls.accept(id);
    await desk.calls.connected(callId);
    await desk.session.setStatus('away');
    expect(chosen()).to.deep.equal(['active', 'away', 'in_call']);
    await desk.calls.hold(callId);
    expect((await desk.session.setStatus('active')).nextStatus, 'what it is already').to.equal(null);
    await desk.session.setStatus('busy');
    expect(chosen()).to.deep.equal(['active', 'busy', 'on_hold']);
    world.customerHangup();
    expect(chosen()).to.deep.equal(['active', 'busy', 'wrapping']);
    told();
    world.endWrapUp('timer');
    expect(chosen()).to.deep.equal(['busy', null, 'busy']);
    expect(told()).to.deep.equal(['wrapup timer', 'conversation open', 'agent busy']);
  });

  it('lets a ringing call pass on when the agent is no longer Active, as the server does (RCV-4)', async () => {
    const { desk, world, told } = setup();
    world.ring();
    told();
    await desk.session.setStatus('active');
    expect(told()).to.deep.equal([]);
    expect(world.agent.availability).to.equal('ringing');
    const { status, nextStatus, availability } = await desk.session.setStatus('away');
    expect([status, nextStatus, availability]).to.deep.equal(['away', null, 'away']);
    expect(told()).to.deep.equal(['offer declined', 'agent away']);
    expect(world.snapshot.offer).to.equal(null);
  });

  it('rings the scripted calls one after the other, when the agent is available', () => {
    const desk = new MockDesk({ calls: [{ caller: { name: 'A' } }, { caller: { name: 'B' } }] });
    desk.world.ringNext();
    desk.world.ringNext();
    expect(desk.world.offer?.caller.name).to.equal('A');
    desk.world.endOffer('declined');
    expect(desk.world.offer?.caller.name).to.equal('B');
    desk.world.setStatus('away');
    desk.world.abandon();
    expect(desk.world.offer).to.equal(null);
  });

  it('refuses as the server does', async () => {
    const { desk } = setup();
    const code = (promise: Promise<unknown>) => promise.catch((error: unknown) => (error as MockProblem).code);
    expect(await code(desk.calls.accept('off_9'))).to.equal('offer_expired');
    expect(await code(desk.wrapUps.close('wrp_9', { note: '', conversationStatus: 'open' }))).to.equal('wrapup_closed');
    expect(await code(desk.conversations.get('cnv_9'))).to.equal('conversation_not_found');
    desk.refuseNext = new MockProblem('rate_limited');
    expect(await code(desk.people.list())).to.equal('rate_limited');
    expect(await code(desk.people.list().then(() => 'fine'))).to.equal('fine');
  });

  it('joins a call to the conversation it belongs to (RCV-2)', () => {
    const { world, told } = setup();
    world.ring({ caller: { name: 'Marija' } });
    const { conversationId } = world.offer ?? { conversationId: '' };
    world.endOffer('missed');
    told();
    world.ring({ caller: { name: 'Marija' }, conversationId });
    expect(world.offer?.conversationId).to.equal(conversationId);
    expect(told()).not.to.include('conversation open');
    expect(world.conversations).to.have.length(1);
  });

  it('keeps a note once, tells of it, and refuses another text under its id (WRP-2)', async () => {
    const { desk, world, told } = setup();
    world.ring();
    const { conversationId } = world.offer ?? { conversationId: '' };
    told();
    const request = { clientId: 'note-number-1', text: 'Sends the bill again.' };
    const entry = TimelineEntry.parse(await desk.conversations.note(conversationId, request));
    expect(told()).to.deep.equal(['conversation open']);
    expect(await desk.conversations.note(conversationId, request)).to.deep.equal(entry);
    expect(told()).to.deep.equal([]);
    const { timeline } = await desk.conversations.get(conversationId);
    expect(timeline.filter(({ type }) => type === 'note_saved')).to.deep.equal([entry]);
    const code = (promise: Promise<unknown>) => promise.catch((error: unknown) => (error as MockProblem).code);
    const { note } = desk.conversations;
    expect(await code(note(conversationId, { ...request, text: 'Other' }))).to.equal('idempotency_mismatch');
    expect(await code(note('cnv_9', request))).to.equal('conversation_not_found');
  });

  it('breaks, heals and forgets its stream', () => {
    const { world, log, stop, told } = setup();
    world.setConnected(false);
    world.setConnected(true);
    world.reset();
    expect(log).to.deep.equal(['open', 'closed', 'open', 'reset']);
    stop();
    told();
    world.ring();
    expect(told()).to.deep.equal([]);
  });
});
