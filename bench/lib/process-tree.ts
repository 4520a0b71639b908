import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux counts processor time. */
const hz = 100;

interface Entry {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
}

function entry(pid: string): Entry | undefined {
  try {
    // Its name stands in brackets and may hold anything; what follows does not.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return {
      pid: Number(pid),
      parent: Number(fields[1]),
      cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1000) / hz,
    };
  } catch {
    return undefined; // it has ended
  }
}

/** A process and all that descend from it. */
function treeOf(root: number): Entry[] {
  const all = new Map<number, Entry>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const found = entry(pid);
    if (found) all.set(found.pid, found);
  }
  const belongs = (pid: number): boolean => pid === root || (pid > 1 && belongs(all.get(pid)?.parent ?? 0));
  return [...all.values()].filter(({ pid }) => belongs(pid));
}

/** Processor time, in ms, that a process and all that descend from it have used so far. Linux only. */
export const cpuMsOf = (root: number): number => treeOf(root).reduce((sum, { cpuMs }) => sum + cpuMs, 0);

/** Memory of one process in MiB, in which what several share counts once among them (PSS). */
function memoryOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has ended
  }
}

/** Memory, in MiB, that a process and all that descend from it hold. Linux only. */
export const memoryMiBOf = (root: number): number => treeOf(root).reduce((sum, { pid }) => sum + memoryOf(pid), 0);
