import { failureText, leaveCounts } from './counts.mjs';

/** A web-test-runner reporter that leaves the counts of a run. A file that did not load counts as failed. */
export const countReporter = () => ({
  onTestRunFinished({ sessions }) {
    const counts = countSessions(sessions);
    leaveCounts(counts);
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  },
});

export function countSessions(sessions) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const add = (suite) => {
    for (const test of suite?.tests ?? []) {
      const kind = test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed';
      counts[kind]++;
      if (kind === 'failed') counts.failures.push(failureText(test.name, test.error?.message));
    }
    for (const inner of suite?.suites ?? []) add(inner);
  };
  for (const session of sessions) {
    const before = counts.failed;
    add(session.testResults);
    // Neither an import error nor an error outside of a test belongs to a test, but both fail the session.
    if (session.passed || counts.failed > before) continue;
    counts.failed++;
    counts.failures.push(session.testFile);
  }
  return counts;
}
