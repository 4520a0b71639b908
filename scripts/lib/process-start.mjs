import { readFileSync } from 'node:fs';

/** State and start time of a process, where the system tells; undefined elsewhere, or when there is none. */
function readStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the state follows it as field 3 and the start time is field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], start: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** What tells two processes with the same id apart: the time one started; '' where the system does not say. */
export const processStart = (pid) => readStat(pid)?.start ?? '';

/** Whether this very process is still running. One that ended and was not fetched by its parent is not. */
export function isRunning({ pid, start = '' }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const stat = readStat(pid);
  if (stat?.state === 'Z') return false;
  return start === '' || stat?.start === start;
}
