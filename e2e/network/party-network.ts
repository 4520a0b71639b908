import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, readlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromiumHelp, findChromium } from '../../scripts/lib/browsers.mjs';

/** Where the servers of a network of its own are, to whoever is in it. */
export const serverAddress = '10.90.0.1';

/** Nobody has this address: what is sent to it is gone without a word. */
const nobody = '02:00:00:00:00:01';

/** One party's own line to the servers: a network with a cable that can be cut, pulled and narrowed. */
export interface PartyNetwork {
  /** Starts Chromium on the party's end of the line. */
  readonly browser: string;
  /** From now on nothing arrives any more, in either direction, and no one is told: a dead radio cell. */
  cut(): void;
  mend(): void;
  /** Takes the link itself away, which the browser's system notices: a cable, Wi-Fi that is switched off. */
  unplug(): void;
  plug(): void;
  /** Lets so many kilobits a second through in each direction. */
  narrow(kbps: number): void;
}

const ip = (...args: string[]) => execFileSync('ip', args, { encoding: 'utf8' });
const macOf = (text: string) => /link\/ether (\S+)/.exec(text)?.[1] ?? '';

/** Gives the servers their address. Call it once, before the parties' lines. */
export function openServerNetwork(): void {
  ip('link', 'set', 'lo', 'up');
  ip('link', 'add', 'servers', 'type', 'veth', 'peer', 'name', 'servers-end');
  ip('link', 'set', 'servers-end', 'up');
  ip('link', 'set', 'servers', 'up');
  ip('addr', 'add', `${serverAddress}/32`, 'dev', 'servers');
}

/** Lays a line. It ends with the process namespace that this runs in. */
export async function openPartyNetwork(number: number): Promise<PartyNetwork> {
  const near = `line${number}`;
  const [ours, theirs] = [`10.90.${number}.1`, `10.90.${number}.2`];
  const pid = await holdNetwork();
  const there = (...args: string[]) =>
    execFileSync('nsenter', ['-t', pid, '-n', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  ip('link', 'add', near, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', pid);
  ip('addr', 'add', `${ours}/24`, 'dev', near);
  ip('link', 'set', near, 'up');
  there('ip', 'link', 'set', 'lo', 'up');
  const address = () => {
    there('ip', 'addr', 'add', `${theirs}/24`, 'dev', 'eth0');
    there('ip', 'route', 'add', 'default', 'via', ours);
  };
  there('ip', 'link', 'set', 'eth0', 'up');
  address();
  const macs = { near: macOf(ip('link', 'show', near)), far: macOf(there('ip', 'link', 'show', 'eth0')) };
  const aim = (near_: string, far: string) => {
    ip('neigh', 'replace', theirs, 'lladdr', far, 'dev', near, 'nud', 'permanent');
    there('ip', 'neigh', 'replace', ours, 'lladdr', near_, 'dev', 'eth0', 'nud', 'permanent');
  };
  const limit = (kbps: number) => ['root', 'tbf', 'rate', `${kbps}kbit`, 'burst', '4kb', 'latency', '300ms'];
  aim(macs.near, macs.far);
  return {
    browser: chromiumOn(pid, number),
    cut: () => aim(nobody, nobody),
    mend: () => aim(macs.near, macs.far),
    unplug() {
      ip('link', 'set', near, 'down');
      there('ip', 'addr', 'flush', 'dev', 'eth0');
    },
    plug() {
      ip('link', 'set', near, 'up');
      address();
      aim(macs.near, macs.far);
    },
    narrow(kbps) {
      execFileSync('tc', ['qdisc', 'replace', 'dev', near, ...limit(kbps)]);
      there('tc', 'qdisc', 'replace', 'dev', 'eth0', ...limit(kbps));
    },
  };
}

/** A process that does nothing but keep a network; its id. */
async function holdNetwork(): Promise<string> {
  const keeper = spawn('unshare', ['--net', 'sleep', 'infinity'], { stdio: 'ignore' });
  const own = readlinkSync('/proc/self/ns/net');
  const end = Date.now() + 5_000;
  while (readlinkSync(`/proc/${keeper.pid}/ns/net`) === own) {
    if (Date.now() > end) throw new Error('no network came of unshare --net');
    await delay(5);
  }
  return String(keeper.pid);
}

/** A program that is Chromium, in that process' network. */
function chromiumOn(pid: string, number: number): string {
  const chromium = findChromium();
  if (!chromium) throw new Error(chromiumHelp);
  const file = join(tmpdir(), `carillon-line-${process.ppid}-${process.pid}-${number}.sh`);
  writeFileSync(file, `#!/bin/sh\nexec nsenter -t ${pid} -n '${chromium}' "$@"\n`);
  chmodSync(file, 0o700);
  return file;
}
