import type { TransferTargets } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { TargetList } from './target-list.js';

const targets: TransferTargets = {
  queueName: 'Support',
  agents: [
    { id: 'agt_1', name: 'Zoë Martin', availability: 'available' },
    { id: 'agt_2', name: 'Ben', availability: 'missed' },
    { id: 'agt_3', name: 'Ivo', availability: 'in_call' },
  ],
  queues: [
    { id: 'que_1', name: 'Sales', available: 0, atWork: 2, waiting: 0 },
    { id: 'que_2', name: 'Night', available: 0, atWork: 0, waiting: 0 },
  ],
  serverNow: 0,
};

/** A list whose server a test lets answer. */
function setup() {
  let changes = 0;
  const answers: { resolve: (found: TransferTargets) => void; reject: (error: unknown) => void }[] = [];
  const list = new TargetList(
    () => new Promise((resolve, reject) => answers.push({ resolve, reject })),
    () => changes++,
  );
  return { list, answers, changes: () => changes };
}

async function read() {
  const { list, answers } = setup();
  const refreshed = list.refresh();
  answers[0]?.resolve(targets);
  await refreshed;
  return list;
}

describe('the list of whom a call can go to', () => {
  it('is empty until it is read, and then in the order of the server (TRA-2, TRQ-1)', async () => {
    const { list, answers, changes } = setup();
    expect([list.targets, list.agents]).to.eql([null, []]);
    const refreshed = list.refresh();
    expect([list.reading, changes()]).to.eql([true, 1]);
    answers[0]?.resolve(targets);
    expect(await refreshed).to.equal(true);
    expect([list.reading, list.agents.map(({ name }) => name)]).to.eql([false, ['Zoë Martin', 'Ben', 'Ivo']]);
  });

  it('is read once at a time', async () => {
    const { list, answers } = setup();
    void list.refresh();
    expect(await list.refresh()).to.equal(false);
    expect(answers).to.have.length(1);
  });

  it('keeps what it has when it cannot be read anew, and says why', async () => {
    const { list, answers } = setup();
    const first = list.refresh();
    answers[0]?.resolve(targets);
    await first;
    const second = list.refresh();
    answers[1]?.reject(Object.assign(new Error(), { code: 'call_ended' }));
    expect(await second).to.equal(false);
    expect([list.failure, list.agents.length]).to.eql(['call_ended', 3]);
  });

  for (const [search, found] of [
    ['zoe', ['Zoë Martin']],
    ['  MARTIN ', ['Zoë Martin']],
    ['', ['Zoë Martin', 'Ben', 'Ivo']],
    ['nobody', []],
  ] as const)
    it(`finds ${found.length} by "${search}" (TRA-2)`, async () => {
      const list = await read();
      list.search = search;
      expect(list.agents.map(({ name }) => name)).to.eql(found);
    });

  it('searches queues as well', async () => {
    const list = await read();
    list.search = 'sal';
    expect(list.queues.map(({ name }) => name)).to.eql(['Sales']);
  });

  it('lets choose who is free, one missed call or not, and queues with somebody at work (TRQ-4)', async () => {
    const list = await read();
    const may = (agentId: string) => list.mayChoose({ to: 'agent', agentId });
    expect(['agt_1', 'agt_2', 'agt_3', 'agt_9'].map(may)).to.eql([true, true, false, false]);
    expect(['que_1', 'que_2'].map((queueId) => list.mayChoose({ to: 'queue', queueId }))).to.eql([true, false]);
  });

  it('forgets everything when it is closed', async () => {
    const list = await read();
    list.search = 'ben';
    list.forget();
    expect([list.targets, list.search, list.failure]).to.eql([null, '', null]);
  });
});
