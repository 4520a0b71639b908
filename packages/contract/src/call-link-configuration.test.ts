import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ChangeLinkConfigurationRequest,
  CreateLinkConfigurationRequest,
  LinkSettings,
} from './call-link-configuration.js';

const least = {
  key: 'sales',
  name: 'Sales',
  kind: 'expiry',
  queueId: `que_${'a'.repeat(22)}`,
  brand: { name: 'Northwind', color: '#0f62c4', welcome: 'Welcome' },
};
const create = (more: object) => CreateLinkConfigurationRequest.safeParse({ ...least, ...more }).success;

describe('a link configuration', () => {
  it('has a sensible answer for everything that is left out', () => {
    const { media, lifeMs, ...made } = CreateLinkConfigurationRequest.parse(least);
    assert.deepEqual([media, lifeMs], ['both', 24 * 3_600_000]);
    assert.deepEqual(LinkSettings.parse(made), {
      language: { mode: 'browser', language: 'en' },
      texts: {},
      hours: null,
      routing: { to: 'queue' },
      initialOptions: { muted: false, cameraOff: false, camera: 'front' },
      callOptions: { mute: true, camera: true, switchCamera: true, screenShare: true, chat: true, settings: true },
      consent: 'off',
      rating: true,
    });
    assert.deepEqual(LinkSettings.parse({}), LinkSettings.parse(made), 'also for a row that says nothing');
  });

  for (const [title, more, good] of [
    ['audio alone', { media: 'audio' }, true],
    ['no such media', { media: 'fax' }, false],
    ['a life of a minute', { lifeMs: 60_000 }, true],
    ['a life of less', { lifeMs: 59_999 }, false],
    ['a life of 30 days', { lifeMs: 30 * 86_400_000 }, true],
    ['a life of more', { lifeMs: 30 * 86_400_000 + 1 }, false],
    ['the sharer first', { routing: { to: 'sharer' } }, true],
    ['the sharer for three seconds', { routing: { to: 'sharer', fallbackMs: 3_000 } }, true],
    ['the sharer for less', { routing: { to: 'sharer', fallbackMs: 2_999 } }, false],
    ['the sharer for ever', { routing: { to: 'sharer', fallbackMs: 600_001 } }, false],
    ['a queue with a fallback', { routing: { to: 'queue', fallbackMs: 5_000 } }, false],
    ['texts in Portuguese', { texts: { 'pt-BR': { welcome: 'Olá' } } }, true],
    ['texts in no language', { texts: { Deutsch: { welcome: 'Hallo' } } }, false],
    ['a text that is not ours', { texts: { en: { revoked: 'x' } } }, false],
    ['a text that cannot be seen', { texts: { en: { welcome: '\u200b' } } }, false],
    ['21 languages', { texts: Object.fromEntries([...'abcdefghijklmnopqrstu'].map((x) => [`a${x}`, {}])) }, false],
    ['a question of consent', { consent: 'ask' }, true],
    ['no such consent', { consent: 'implied' }, false],
    ['one option', { callOptions: { chat: false } }, true],
    ['an option that is not ours', { callOptions: { record: false } }, false],
    ['a style sheet', { css: 'body{}' }, false],
  ] as const)
    it(`may ${good ? '' : 'not '}have ${title}`, () => assert.equal(create(more), good));

  it('keeps what a change leaves out', () => {
    assert.deepEqual(ChangeLinkConfigurationRequest.parse({ version: 3 }), { version: 3 });
    assert.equal(ChangeLinkConfigurationRequest.safeParse({ name: 'X' }).success, false, 'and needs the version');
    assert.equal(ChangeLinkConfigurationRequest.safeParse({ version: 1, key: 'x' }).success, false);
  });
});
