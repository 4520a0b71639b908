import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CreatePersonRequest, type Person } from '@carillon/contract';
import { createCallLink } from '../call-link/create-call-link.js';
import { customerLeave } from '../call/customer-leave.js';
import { readLinkUsage } from '../call-link/read-link-usage.js';
import { listConversations } from '../conversation/list-conversations.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { sendCustomerMessage } from '../message/customer-messages.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { changePerson } from './change-person.js';
import { createPerson } from './create-person.js';
import { ensurePerson } from './ensure-person.js';
import { readPerson } from './find-person.js';
import { forgetPerson } from './forget-person.js';
import { listPeople } from './list-people.js';

const number = '+385912345678';

describe('people', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  const add = (name: string, more: Partial<CreatePersonRequest> = {}) =>
    createPerson(center.deps, CreatePersonRequest.parse({ name, ...more }));
  const found = async (search: string) => (await listPeople(center.deps, { search })).people.map(({ name }) => name);
  const read = ({ id }: Person) => center.deps.db.read((q) => readPerson(q, id));

  it('are kept with every number and address, in small letters', async () => {
    const ana = await add('Ana', { numbers: [number, '+14155550101'], emails: ['Ana.K@Example.com'] });
    assert.deepEqual(ana, {
      id: ana.id,
      name: 'Ana',
      numbers: ['+14155550101', number],
      emails: ['ana.k@example.com'],
      version: 1,
    });
    assert.deepEqual(await read(ana), ana);
  });

  it('share no number and no address, and it is said which', async () => {
    await add('Ana', { numbers: [number], emails: ['ana@example.com'] });
    await assert.rejects(add('Ben', { numbers: ['+14155550101', number], emails: ['ANA@example.com'] }), {
      code: 'address_taken',
      fields: ['numbers.1', 'emails.0'],
    });
    assert.deepEqual(await found(''), ['Ana'], 'nothing of it is kept');
    const ben = await add('Ben', { numbers: ['+14155550101'] });
    const change = { version: 1, numbers: [number] };
    await assert.rejects(changePerson(center.deps, { personId: ben.id, change }), { code: 'address_taken' });
    assert.deepEqual((await read(ben)).numbers, ['+14155550101']);
  });

  it('who are made at the same moment with one number are one', async () => {
    const made = await Promise.allSettled(['Ana', 'Ben', 'Cleo'].map((name) => add(name, { numbers: [number] })));
    assert.equal(made.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  it('change as a whole list or not at all, from the version that was seen', async () => {
    const ana = await add('Ana', { numbers: [number], emails: ['ana@example.com'] });
    const change = { version: 1, name: 'Ana K.', numbers: [] };
    const changed = await changePerson(center.deps, { personId: ana.id, change });
    assert.deepEqual([changed.name, changed.numbers, changed.emails, changed.version], ['Ana K.', [], ana.emails, 2]);
    await assert.rejects(changePerson(center.deps, { personId: ana.id, change }), { code: 'changed_meanwhile' });
    await assert.rejects(changePerson(center.deps, { personId: 'per_none', change }), { code: 'not_found' });
  });

  it('keep their own number when they change', async () => {
    const ana = await add('Ana', { numbers: [number] });
    const change = { version: 1, numbers: ['+14155550101', number] };
    assert.equal((await changePerson(center.deps, { personId: ana.id, change })).numbers.length, 2);
  });

  for (const [search, names] of [
    ['žel', ['Željka Šarić']],
    ['ZELJKA saric', ['Željka Šarić']],
    ['091 234', ['Ana 100%']],
    ['+385 (91) 234', ['Ana 100%']],
    ['12', []],
    ['100%', ['Ana 100%']],
    ['%', ['Ana 100%']],
    ['_', []],
    ['!', []],
    ['EXAMPLE.com', ['Ana 100%', 'Željka Šarić']],
    ['nobody', []],
    ['  ', ['Ana 100%', 'Željka Šarić']],
    ['\0', ['Ana 100%', 'Željka Šarić']],
  ] as const)
    it(`are found by ${JSON.stringify(search)}`, async () => {
      await add('Ana 100%', { numbers: [number], emails: ['a@example.com'] });
      await add('Željka Šarić', { emails: ['z@example.com'] });
      assert.deepEqual(await found(search), names);
    });

  it('are found by their new name, and not by the old one', async () => {
    const ana = await add('Ana');
    await changePerson(center.deps, { personId: ana.id, change: { version: 1, name: 'Mia' } });
    assert.deepEqual([await found('ana'), await found('mia')], [[], ['Mia']]);
  });

  describe('with a conversation', () => {
    let agentId: string;
    let marija: Person;
    beforeEach(async () => {
      agentId = (await center.agent('Ana')).id;
      await ensurePerson(center.deps, { name: 'Marija', numbers: [number], queueId: center.queueId });
      [marija] = (await listPeople(center.deps)).people as [Person];
    });
    const conversation = async () => {
      const { conversations } = await listConversations(center.deps, { agentId });
      return readConversationDetail(center.deps, { agentId, conversationId: conversations[0]?.id ?? '' });
    };
    const forget = () => forgetPerson(center.deps, { personId: marija.id });

    it('give it their new name', async () => {
      await changePerson(center.deps, { personId: marija.id, change: { version: 1, name: 'Marija Horvat' } });
      assert.equal((await conversation()).conversation.title, 'Marija Horvat');
    });

    it('are forgotten in it, and their links open no more', async () => {
      const { conversation: before } = await conversation();
      const link = await createCallLink(center.deps, { agentId, conversationId: before.id });
      await forget();
      const { conversation: after, person, timeline } = await conversation();
      assert.deepEqual([after.title, after.status, person, timeline], ['', 'closed', null, []]);
      assert.equal((await readLinkUsage(center.deps, { agentId, linkId: link.id })).link.state, 'revoked');
      assert.deepEqual((await listPeople(center.deps)).people, []);
      for (const table of [
        'person',
        'person_number',
        'person_email',
        'conversation',
        'conversation_event',
        'call_link',
      ]) {
        const rows = JSON.stringify(await center.deps.db.read((q) => q.all(`select * from ${table}`)));
        assert.ok(!rows.includes('Marija') && !rows.includes(number), table);
      }
      await assert.rejects(forget(), { code: 'not_found' });
    });

    it('are free to be added anew with the same number', async () => {
      await forget();
      assert.equal((await add('Marija', { numbers: [number] })).version, 1);
    });

    it('are not forgotten while they are on a call, and their call is afterwards', async () => {
      const { conversation: before } = await conversation();
      const { url } = await createCallLink(center.deps, { agentId, conversationId: before.id });
      const customer = await center.customer(url.slice(url.lastIndexOf('/') + 1));
      await customer.call();
      await sendCustomerMessage(center.deps, { ...customer.key, clientId: 'marijas-words', text: 'Marija here' });
      await assert.rejects(forget(), { code: 'person_on_call' });
      await customerLeave(center.deps, customer.key);
      await forget();
      const calls = await center.deps.db.read((q) =>
        q.all<{ caller_name: string | null }>('select caller_name from call'),
      );
      assert.deepEqual(calls, [{ caller_name: null }]);
      assert.deepEqual(await center.deps.db.read((q) => q.all('select id from message')), []);
      const told = await center.deps.db.read((q) =>
        q.all<{ stream: string; body: string }>('select stream, body from event'),
      );
      assert.ok(
        told.length > 0 && told.every(({ stream, body }) => !stream.startsWith('call:') && !body.includes('Marija')),
      );
    });
  });
});
