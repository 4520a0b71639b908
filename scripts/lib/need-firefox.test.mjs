import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { displayHelp, findDisplay, needFirefox } from './need-firefox.mjs';

const nothing = () => undefined;
const refuse = () => assert.fail('must not install');

describe('needFirefox', () => {
  it('takes the Firefox and the display that there are, and installs nothing', async () => {
    const found = { env: {}, find: () => '/usr/bin/firefox', display: () => ['/usr/bin/xvfb-run', '-a'] };
    assert.deepEqual(await needFirefox({ ...found, execute: refuse }), ['/usr/bin/xvfb-run', '-a']);
  });

  it('installs both in CI as root', async () => {
    const commands = [];
    const execute = async (command, args) => void commands.push([command, ...args].join(' '));
    const find = () => (commands.length === 2 ? '/usr/bin/firefox-esr' : undefined);
    assert.deepEqual(await needFirefox({ env: { CI: '1' }, isRoot: true, find, display: () => [], execute }), []);
    assert.deepEqual(commands, [
      'apt-get update',
      'apt-get install -y --no-install-recommends firefox-esr xvfb xauth libgl1-mesa-dri',
    ]);
  });

  it('says what to install elsewhere, or where that failed', async () => {
    for (const [env, isRoot] of [
      [{}, true],
      [{ CI: '1' }, false],
    ])
      await assert.rejects(needFirefox({ env, isRoot, find: nothing, execute: refuse }), /apt-get install firefox-esr/);
    const display = nothing;
    await assert.rejects(needFirefox({ env: {}, find: () => '/firefox', display, execute: refuse }), {
      message: displayHelp,
    });
    await assert.rejects(
      needFirefox({ env: { CI: '1' }, isRoot: true, find: nothing, execute: async () => 100 }),
      /No Firefox found/,
    );
  });
});

describe('findDisplay', () => {
  it('needs nothing more where there is a display, or where windows need none', () => {
    assert.deepEqual(findDisplay({ DISPLAY: ':0' }, 'linux'), []);
    assert.deepEqual(findDisplay({ PATH: '' }, 'darwin'), []);
    assert.equal(findDisplay({ PATH: '' }, 'linux'), undefined);
  });
});
