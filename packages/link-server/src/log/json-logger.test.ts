import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { randomIds } from '../ids.js';
import { jsonLogger, redact } from './json-logger.js';

describe('the log', () => {
  const lines: string[] = [];
  const log = jsonLogger(
    (line) => lines.push(line),
    () => Date.UTC(2026, 0, 1),
  );
  beforeEach(() => void (lines.length = 0));
  const line = () => JSON.parse(lines[0] ?? '') as Record<string, unknown>;

  it('is a JSON line an event, with its time and level', () => {
    log.warn('webhook_failed', { kind: 'room_finished', tries: 2 });
    const expected = {
      level: 'warn',
      event: 'webhook_failed',
      at: '2026-01-01T00:00:00.000Z',
      kind: 'room_finished',
      tries: 2,
    };
    assert.deepEqual([lines.length, line()], [1, expected]);
  });

  it('has a level for each kind of event', () => {
    log.info('a');
    log.warn('b');
    log.error('c');
    assert.deepEqual(
      lines.map((one) => (JSON.parse(one) as { level: string }).level),
      ['info', 'warn', 'error'],
    );
  });

  it('has no place for names, numbers, notes and tokens', () => {
    log.info('call_started', {
      displayName: 'Marija',
      number: '+385912345678',
      note: 'private',
      token: 'x',
      secret: 'y',
    });
    assert.deepEqual(Object.keys(line()).sort(), ['at', 'event', 'level']);
  });

  it('keeps an event on one line, whatever is in it (http-024)', () => {
    log.error('request_failed', { message: 'x\r\n{"level":"info"}\u2028\u0000', error: 'A\nB' });
    assert.equal(lines.join('').split(/[\r\n]/).length, 1);
    assert.equal(line()['level'], 'error');
  });

  it('cuts what is very long', () => {
    log.error('request_failed', { message: 'word '.repeat(1_000) });
    assert.equal((line()['message'] as string).length, 500);
  });

  it('shows our ids, which open nothing', () => {
    const callId = randomIds.id('cal');
    log.info('call_ended', { callId, requestId: '3b241101-e2bb-4255-8caf-4136c566a962' });
    assert.deepEqual([line()['callId'], line()['requestId']], [callId, '3b241101-e2bb-4255-8caf-4136c566a962']);
  });

  for (const [what, secret] of [
    ['a token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.abc_def-ghi'],
    ['a token that is cut off', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIi'],
    ['a link’s code', randomIds.code()],
    ['a bearer', randomIds.secret()],
    ['a phone number', '+385912345678'],
    ['a phone number with spaces', '+385 91 234 5678'],
  ] as const)
    it(`takes out ${what} that got into a message`, () => {
      for (const text of [secret, `failed: ${secret}.`, `https://call.example/j/${secret}?x`, `"${secret}"`])
        assert.ok(!redact(text).includes(secret), text);
    });

  it('leaves words and short numbers as they are', () => {
    const text = 'connect ECONNREFUSED 127.0.0.1:7880 after 3 tries';
    assert.equal(redact(text), text);
  });
});
