import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux counts processor time. */
const hz = 100;

interface Entry {
  readonly parent: number;
  readonly cpuMs: number;
}

function entry(pid: string): Entry | undefined {
  try {
    // Its name stands in brackets and may hold anything; what follows does not.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: Number(fields[1]), cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1000) / hz };
  } catch {
    return undefined; // it has ended
  }
}

/** Processor time, in ms, that a process and all that descend from it have used so far. Linux only. */
export function cpuMsOf(root: number): number {
  const all = new Map<number, Entry>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const found = entry(pid);
    if (found) all.set(Number(pid), found);
  }
  const belongs = (pid: number): boolean => pid === root || (pid > 1 && belongs(all.get(pid)?.parent ?? 0));
  return [...all].reduce((sum, [pid, { cpuMs }]) => sum + (belongs(pid) ? cpuMs : 0), 0);
}
