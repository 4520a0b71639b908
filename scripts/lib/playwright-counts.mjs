import { failureText, leaveCounts } from './counts.mjs';

const kinds = { expected: 'passed', flaky: 'passed', skipped: 'skipped', unexpected: 'failed' };

/**
 * A Playwright reporter that leaves the counts of a run. An error outside of a test counts as failed; what passed only when
 * it was tried again is named, with why it failed first.
 */
export default class PlaywrightCounts {
  #suite;
  #errors = 0;

  onBegin(_config, suite) {
    this.#suite = suite;
  }

  onError() {
    this.#errors++;
  }

  onEnd() {
    const counts = { passed: 0, failed: this.#errors, skipped: 0, failures: [], flaky: [] };
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome();
      counts[kinds[outcome]]++;
      if (outcome === 'unexpected') counts.failures.push(failureText(test.title, test.results.at(-1)?.error?.message));
      if (outcome === 'flaky') counts.flaky.push(failureText(test.title, test.results[0]?.error?.message));
    }
    leaveCounts(counts);
  }

  printsToStdio() {
    return false;
  }
}
