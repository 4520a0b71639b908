import { readFileSync } from 'node:fs';

/** What tells two processes with the same id apart: the time one started, where the system says it; '' elsewhere. */
export function processStart(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the state follows it as field 3 and the start time is field 22.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Whether this very process is still running. */
export function isRunning({ pid, start = '' }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return start === '' || processStart(pid) === start;
}
