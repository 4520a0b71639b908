import { leaveCounts } from './counts.mjs';

/** A reporter for node:test that leaves the counts of a run. Suites are not counted, their tests are. */
export default async function* nodeCounts(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const skipped = data.skip !== undefined || data.todo !== undefined;
    counts[skipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed']++;
  }
  leaveCounts(counts);
  yield '';
}
