import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DatabaseUnavailableError } from '../store/database.js';
import { jsonLogger } from './json-logger.js';
import { logFailure } from './log-failure.js';

describe('logFailure', () => {
  const logged = (error: unknown) => {
    const lines: string[] = [];
    logFailure(
      jsonLogger(
        (line) => lines.push(line),
        () => 0,
      ),
      'routing_failed',
      error,
      { kind: 'ring' },
    );
    const { level, event, error: name, kind } = JSON.parse(lines[0] ?? '') as Record<string, string>;
    return { level, event, name, kind };
  };

  it('warns of a database that cannot be asked now, as the work is done later', () => {
    assert.deepEqual(logged(new DatabaseUnavailableError('No connection in time.')), {
      level: 'warn',
      event: 'routing_failed',
      name: 'DatabaseUnavailableError',
      kind: 'ring',
    });
  });

  it('reports any other failure as an error, by its name alone', () => {
    assert.deepEqual(logged(new TypeError('of Marija')), {
      level: 'error',
      event: 'routing_failed',
      name: 'TypeError',
      kind: 'ring',
    });
    assert.equal(logged('thrown text').name, 'unknown');
  });
});
