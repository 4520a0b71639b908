import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Conversation, type PhoneNumber } from '@carillon/contract';
import { customerLeave } from '../call/customer-leave.js';
import { createCallLink } from '../call-link/create-call-link.js';
import { ensureQueue } from '../queue/ensure-queue.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { agentStream } from '../transition/publish-changes.js';
import { ensurePerson } from '../person/ensure-person.js';
import { listConversations } from './list-conversations.js';
import { listPeople } from '../person/list-people.js';
import { readConversationDetail } from './read-conversation.js';

const number = '+385912345678' as PhoneNumber;
const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

describe('a conversation', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  const list = async (agentId: string) => (await listConversations(center.deps, { agentId })).conversations;
  const detail = (agentId: string, conversationId: string) =>
    readConversationDetail(center.deps, { agentId, conversationId });
  /** The code of a link for a conversation. */
  async function linkFor(agentId: string, conversationId: string) {
    const { url } = await createCallLink(center.deps, { agentId, conversationId });
    return url.slice(url.lastIndexOf('/') + 1);
  }
  /** Marija, known by number, with an open conversation. */
  async function marija() {
    await ensurePerson(center.deps, { name: 'Marija Horvat', numbers: [number], queueId: center.queueId });
    const ana = await center.agent('Ana');
    const [conversation] = await list(ana.id);
    return { ana, id: conversation?.id ?? '' };
  }
  const setStatus = (id: string, status: string) =>
    center.deps.db.tx((q) => q.run('update conversation set status = $2 where id = $1', id, status));

  it('begins on receipt of a guest’s call, also of one that is then abandoned (RCV-2, LNK-7)', async () => {
    const ana = await center.agent('Ana', { active: false });
    const guest = await center.customer();
    await guest.call('video');
    await customerLeave(center.deps, guest.key);
    const [conversation, ...others] = await list(ana.id);
    assert.equal(others.length, 0);
    assert.deepEqual(
      [conversation?.title, conversation?.status, conversation?.medium, conversation?.personId],
      ['Marija', 'open', 'video', null],
    );
    const { timeline } = await detail(ana.id, conversation?.id ?? '');
    assert.deepEqual(
      timeline.map(({ type, text }) => [type, text]),
      [
        ['conversation_opened', null],
        ['call_queued', 'video'],
        ['call_ended', 'abandoned_in_queue'],
      ],
    );
    assert.equal(timeline.at(-1)?.durationMs, null, 'nobody talked');
  });

  it('is another one for each guest’s call (LNK-7)', async () => {
    const ana = await center.agent('Ana', { active: false });
    const link = await center.link('reusable');
    for (let i = 0; i < 3; i++) await (await center.customer(link)).call();
    assert.equal((await list(ana.id)).length, 3);
  });

  it('is joined by the call of its own link, and no second one begins (LNK-12, RCV-2)', async () => {
    const { ana, id } = await marija();
    await (await center.customer(await linkFor(ana.id, id))).call();
    assert.deepEqual([(await ana.ringing())?.conversationId, (await list(ana.id)).length], [id, 1]);
    const { timeline, person } = await detail(ana.id, id);
    assert.deepEqual(
      timeline.map(({ type, actor }) => [type, actor]),
      [
        ['conversation_opened', 'Marija Horvat'],
        ['link_created', 'Ana'],
        ['call_queued', 'Marija Horvat'],
        ['call_offered', 'Ana'],
      ],
    );
    assert.deepEqual([person?.name, person?.numbers], ['Marija Horvat', [number]]);
  });

  for (const status of ['waiting', 'solved'])
    it(`that is ${status} is joined and open again (spec §3.1)`, async () => {
      const { ana, id } = await marija();
      const link = await linkFor(ana.id, id);
      await setStatus(id, status);
      await (await center.customer(link)).call();
      assert.equal((await ana.ringing())?.conversationId, id);
      assert.equal((await detail(ana.id, id)).conversation.status, 'open');
    });

  it('that is closed stays closed: the same person’s next call opens a new one, once (spec §3.1)', async () => {
    const { ana, id } = await marija();
    const [first, second] = [await linkFor(ana.id, id), await linkFor(ana.id, id)];
    await setStatus(id, 'closed');
    await (await center.customer(first)).call();
    await (await center.customer(second)).call();
    const conversations = await list(ana.id);
    assert.equal(conversations.length, 2);
    const fresh = conversations.find((one) => one.id !== id);
    assert.deepEqual([fresh?.title, fresh?.status], ['Marija Horvat', 'open']);
    assert.equal((await detail(ana.id, fresh?.id ?? '')).person?.name, 'Marija Horvat');
    assert.equal((await detail(ana.id, id)).conversation.status, 'closed');
  });

  it('exists only for agents of its queue (T33)', async () => {
    const { id } = await marija();
    const stranger = await center.agent('Sela', {
      queues: [await ensureQueue(center.deps, { key: 'sales', name: 'Sales' })],
    });
    assert.deepEqual(await list(stranger.id), []);
    await assert.rejects(detail(stranger.id, id), code('conversation_not_found'));
    await assert.rejects(linkFor(stranger.id, id), code('conversation_not_found'));
    await assert.rejects(detail(stranger.id, 'con_x'), code('conversation_not_found'));
  });

  it('is listed by its latest change', async () => {
    const ana = await center.agent('Ana', { active: false });
    for (const name of ['One', 'Two', 'Three']) {
      await (await center.customer(await center.link('default', name))).call();
      center.clock.moveTo(center.deps.now() + 1);
    }
    const titles = (await list(ana.id)).map(({ title }) => title);
    assert.deepEqual(titles, ['Three', 'Two', 'One']);
  });

  it('tells every agent of the queue, and nobody else, that it has changed', async () => {
    const [ana, ben] = [await center.agent('Ana'), await center.agent('Ben')];
    const stranger = await center.agent('Sela', { queues: [] });
    await (await center.customer()).call();
    const heard = async (id: string) => {
      const { events } = await center.deps.streams.readEvents(agentStream(id), 0);
      return events
        .filter(({ type }) => type === 'conversation')
        .map(({ body }) => Conversation.parse(JSON.parse(body)));
    };
    assert.equal((await heard(ana.id)).at(-1)?.title, 'Marija');
    assert.deepEqual(await heard(ben.id), await heard(ana.id));
    assert.deepEqual(await heard(stranger.id), []);
  });
});

describe('people', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  it('are listed by name with all their numbers', async () => {
    await ensurePerson(center.deps, { name: 'Zoe', numbers: ['+4915112345678'] });
    await ensurePerson(center.deps, { name: 'Ada', numbers: ['+14155550101', number] });
    const { people } = await listPeople(center.deps);
    assert.deepEqual(
      people.map(({ name, numbers }) => [name, numbers]),
      [
        ['Ada', ['+14155550101', number]],
        ['Zoe', ['+4915112345678']],
      ],
    );
  });

  it('are known by number: a second start makes nobody twice, and leaves names alone', async () => {
    await ensurePerson(center.deps, { name: 'Ada', numbers: [number], queueId: center.queueId });
    await ensurePerson(center.deps, { name: 'Somebody else', numbers: [number], queueId: center.queueId });
    const { people } = await listPeople(center.deps);
    assert.deepEqual(
      people.map(({ name }) => name),
      ['Ada'],
    );
    assert.equal((await center.deps.db.read((q) => q.all('select id from conversation'))).length, 1);
  });
});
