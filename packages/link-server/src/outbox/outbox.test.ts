import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createTestDeps, type TestBench } from '../testing/create-test-deps.js';
import { enqueue, type LiveKitEffect } from './outbox.js';

describe('the outbox', () => {
  let bench: TestBench;
  beforeEach(async () => {
    bench = await createTestDeps();
    await bench.livekit.createRoom('rom_1');
    bench.livekit.join('rom_1', 'par_a', 'agent-ringing');
    bench.livekit.asked.length = 0;
  });
  afterEach(() => bench.close());

  const leave = (effect: LiveKitEffect) => bench.deps.db.tx((q) => enqueue(q, effect, bench.clock.now()));
  const rows = () => bench.deps.db.read((q) => q.all('select target from outbox'));
  const grant: LiveKitEffect = { type: 'grant', room: 'rom_1', identity: 'par_a', role: 'agent' };
  const remove: LiveKitEffect = { type: 'remove', room: 'rom_1', identity: 'par_a' };
  const deleteRoom: LiveKitEffect = { type: 'delete-room', room: 'rom_1' };

  it('grants, removes and deletes what it was told', async () => {
    await leave(grant);
    await bench.settle();
    assert.equal(bench.livekit.roleOf('rom_1', 'par_a'), 'agent');
    await leave(remove);
    await bench.settle();
    assert.deepEqual(await bench.livekit.listParticipants('rom_1'), []);
    await leave(deleteRoom);
    await bench.settle();
    assert.deepEqual(await bench.livekit.listRooms(), []);
    assert.deepEqual(await rows(), []);
  });

  it('says nothing of a transaction that failed', async () => {
    const failing = bench.deps.db.tx(async (q) => {
      await enqueue(q, deleteRoom, bench.clock.now());
      throw new Error('no');
    });
    await assert.rejects(failing);
    await bench.settle();
    assert.deepEqual(bench.livekit.asked, []);
  });

  it('tries again until LiveKit answers', async () => {
    bench.livekit.failNext('deleteRoom', 3);
    await leave(deleteRoom);
    await bench.settle();
    assert.equal(bench.livekit.asked.length, 1);
    await bench.advance(250 + 500 + 1_000 - 1);
    assert.equal(bench.livekit.asked.length, 3);
    await bench.advance(1);
    assert.equal(bench.livekit.asked.length, 4);
    assert.deepEqual(await rows(), []);
    assert.deepEqual(
      bench.log.lines.map(({ fields }) => fields['message']),
      Array(3).fill('media_unavailable'),
    );
  });

  it('does only the newest of two things about one participant', async () => {
    await leave(grant);
    await leave(remove);
    await bench.settle();
    assert.deepEqual(bench.livekit.asked, [['remove', 'rom_1', 'par_a']]);
  });

  it('does not lose what is left while the older one is under way', async () => {
    const grantNow = bench.livekit.grant.bind(bench.livekit);
    bench.livekit.grant = async (...args) => {
      await leave(remove);
      return await grantNow(...args);
    };
    await leave(grant);
    await bench.settle();
    await bench.advance(1_000);
    assert.deepEqual(bench.livekit.asked, [
      ['grant', 'rom_1', 'par_a', 'agent'],
      ['remove', 'rom_1', 'par_a'],
    ]);
    assert.deepEqual(await rows(), []);
  });

  it('keeps things about others apart', async () => {
    bench.livekit.join('rom_1', 'par_b', 'agent-ringing');
    await leave(grant);
    await leave({ ...remove, identity: 'par_b' });
    await bench.settle();
    assert.deepEqual(
      (await bench.livekit.listParticipants('rom_1')).map(({ identity }) => identity),
      ['par_a'],
    );
  });

  it('is done with somebody or a room that is not there', async () => {
    await leave({ ...grant, identity: 'par_nobody' });
    await leave({ ...remove, room: 'rom_none' });
    await leave({ ...deleteRoom, room: 'rom_gone' });
    await bench.settle();
    assert.deepEqual(await rows(), []);
    assert.deepEqual(bench.log.lines, []);
  });
});
