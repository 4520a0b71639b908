import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../start/testing/spawn-start.mjs';
import { startSoundCard } from './sound-card.mjs';

/** A program in the place of PulseAudio. */
function program(t, script) {
  const file = join(temporaryFolder(t), 'pulseaudio');
  writeFileSync(file, `#!${process.execPath}\n${script}`);
  chmodSync(file, 0o755);
  return file;
}

const listens = `
const socket = process.argv.at(-1).match(/socket=(.*)/)[1];
require('node:net').createServer().listen(socket);`;

describe('a sound card that nobody hears', () => {
  it('is there for a browser until it is stopped', { skip: process.platform === 'win32' }, async (t) => {
    const { env, stop } = await startSoundCard({ env: { PATH: process.env.PATH }, pulseaudio: program(t, listens) });
    const socket = env.PULSE_SERVER.replace(/^unix:/, '');
    const client = connect(socket);
    await once(client, 'connect');
    const left = once(client, 'close');
    client.resume();
    stop();
    await left.catch(() => undefined);
    assert.equal(existsSync(dirname(socket)), false);
  });

  it('is left out where there is no PulseAudio, or one runs already', async () => {
    assert.deepEqual((await startSoundCard({ env: { PATH: '' } })).env, {});
    const running = { PATH: process.env.PATH, PULSE_SERVER: 'unix:/run/user/1000/pulse/native' };
    assert.deepEqual((await startSoundCard({ env: running, pulseaudio: '/never/started' })).env, {});
  });

  it('is left out where PulseAudio does not start, and leaves nothing behind', async (t) => {
    const note = join(temporaryFolder(t), 'home');
    const fails = `require('node:fs').writeFileSync(${JSON.stringify(note)}, process.env.HOME); process.exit(1);`;
    const { env, stop } = await startSoundCard({ env: { PATH: process.env.PATH }, pulseaudio: program(t, fails) });
    stop();
    assert.deepEqual(env, {});
    assert.equal(existsSync(readFileSync(note, 'utf8')), false);
  });

  it('is left out where what is called PulseAudio cannot be run', async () => {
    assert.deepEqual((await startSoundCard({ env: {}, pulseaudio: '/no/such/program' })).env, {});
  });
});
