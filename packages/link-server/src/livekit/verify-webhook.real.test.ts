import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { testKey } from '../testing/create-test-deps.js';
import { joinBySignal } from '../testing/join-by-signal.js';
import { startLiveKitServer } from '../testing/start-livekit-server.js';
import { LiveKitTokenMinter } from '../token/livekit-token-minter.js';
import type { LiveKitEvent } from './livekit-event.js';
import { LiveKitServerGateway } from './livekit-server-gateway.js';
import { webhookVerifier } from './verify-webhook.js';

const binary = process.env['LIVEKIT_SERVER_BIN'] ?? '';
const verify = webhookVerifier(testKey);

describe('a webhook of a real LiveKit server', { skip: !existsSync(binary) && 'runs with LIVEKIT_SERVER_BIN' }, () => {
  it('is authentic, and tells who joined which room and when it ended', async () => {
    const events: LiveKitEvent[] = [];
    let finished = () => {};
    const end = new Promise<void>((resolve) => (finished = resolve));
    const receiver = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const event = await verify(Buffer.concat(chunks).toString(), request.headers.authorization);
      response.end();
      if (event) events.push(event);
      if (event?.type === 'room_finished') finished();
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const address = receiver.address() as AddressInfo;

    const server = await startLiveKitServer(binary, `http://127.0.0.1:${address.port}/`);
    const gateway = new LiveKitServerGateway({ url: server.url, ...testKey });
    const token = await new LiveKitTokenMinter(testKey).mint({ role: 'customer', room: 'rom_1', identity: 'par_a' });
    await gateway.createRoom('rom_1');
    const socket = await joinBySignal(server.url, token);
    await gateway.deleteRoom('rom_1');
    await end;
    socket.destroy();
    await server.kill();
    receiver.close();

    assert.ok(events.some(({ type, room }) => type === 'room_started' && room === 'rom_1'));
    assert.ok(events.every(({ room, at }) => room === 'rom_1' && Math.abs(at - Date.now()) < 60_000));
    assert.equal(new Set(events.map(({ id }) => id)).size, events.length);
    const people = events.filter(({ identity }) => identity !== null);
    assert.ok(people.length > 0 && people.every(({ identity }) => identity === 'par_a'));
  });
});
