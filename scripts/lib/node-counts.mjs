import { failureText, leaveCounts } from './counts.mjs';

/** Longer than any test takes. */
const silentMs = 120_000;

/** A reporter for node:test that leaves the counts of a run. Suites are not counted, their tests are. */
export default async function* nodeCounts(source) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  // What a test leaves open, a server for one, would keep the run waiting for ever, and no summary would ever be written.
  const waiting = setTimeout(() => {
    process._rawDebug(`No test has ended for two minutes. Open: ${process.getActiveResourcesInfo().join(', ')}`);
    leaveCounts({ ...counts, failed: counts.failed + 1, failures: [...counts.failures, 'two silent minutes'] });
    process.exit(1);
  }, silentMs).unref();
  for await (const { type, data } of source) {
    waiting.refresh();
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const skipped = data.skip !== undefined || data.todo !== undefined;
    const kind = skipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    counts[kind]++;
    if (kind !== 'failed') continue;
    const { error } = data.details ?? {};
    counts.failures.push(failureText(data.name, (error?.cause ?? error)?.message));
  }
  clearTimeout(waiting);
  leaveCounts(counts);
  yield '';
}
