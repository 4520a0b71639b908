import assert from 'node:assert/strict';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../start/testing/spawn-start.mjs';
import { mediaConfig } from './config.mjs';
import { mediaKeys } from './keys.mjs';

const config = mediaConfig({
  port: 7880,
  udpPort: 7882,
  stunPort: 13478,
  key: 'k',
  secret: 's'.repeat(43),
  webhook: 'http://127.0.0.1:8787/v1/livekit-webhook',
});

describe('configuration of the media server', () => {
  it('binds loopback alone and asks no server on the internet', () => {
    assert.deepEqual(config.bind_addresses, ['127.0.0.1']);
    assert.equal(config.rtc.tcp_port, 0, 'a TCP port would listen on every address');
    assert.equal(config.rtc.node_ip, '127.0.0.1');
    assert.deepEqual(config.rtc.stun_servers, ['127.0.0.1:13478']);
    assert.equal(config.rtc.use_external_ip, undefined);
  });

  it('makes no room by itself, and keeps one for the grace after a reload', () => {
    assert.equal(config.room.auto_create, false);
    assert.equal(config.room.departure_timeout, 150);
    assert.equal(config.room.enable_remote_unmute, false);
  });

  it('reports to the link-server, signed with the key that both know', () => {
    assert.equal(config.webhook.api_key, 'k');
    assert.deepEqual(Object.keys(config.keys), ['k']);
  });
});

describe('keys of a data folder', () => {
  it('are made up once, for the owner alone, and differ between folders', (t) => {
    const [a, b] = [temporaryFolder(t), temporaryFolder(t)];
    const first = mediaKeys(a);
    assert.ok(first.secret.length >= 43);
    assert.deepEqual(mediaKeys(a), first);
    assert.notDeepEqual(mediaKeys(b), first);
    assert.equal(statSync(join(a, 'media-keys.json')).mode & 0o777, 0o600);
  });

  it('are made anew where the file is broken or too weak', (t) => {
    const folder = temporaryFolder(t);
    for (const broken of ['', '{', '{"key":"k","secret":"short"}']) {
      writeFileSync(join(folder, 'media-keys.json'), broken);
      assert.ok(mediaKeys(folder).secret.length >= 43);
    }
  });
});
