import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { BuildProgress } from './progress.mjs';

const module = join(root, 'tools/livekit');
const command = 'github.com/livekit/livekit-server/cmd/server';
const flags = ['-buildvcs=false', '-trimpath', '-ldflags', '-s -w'];

/**
 * Builds livekit-server from tools/livekit into the user's cache: under a name of its own first, then renamed, so that
 * a build that was stopped half-way, or runs twice, never leaves a broken program.
 * @param {{ go: string, path: string }} rung
 * @param {import('../start/children.mjs').Children} children
 * @param {(progress: BuildProgress) => void} told
 */
export async function buildMediaServer({ go, path }, children, told = () => {}) {
  const progress = new BuildProgress();
  mkdirSync(dirname(path), { recursive: true });
  const next = `${path}.${process.pid}`;
  const options = {
    cwd: module,
    env: { CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '-mod=readonly', GOWORK: 'off' },
  };
  const go1 = async (args) => {
    const { child, gone } = children.start(go, args, options);
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err = (err + text).slice(-4_000);
      if (progress.read(text)) told(progress);
    });
    const { code, error } = await gone;
    if (code !== 0) throw new Error(`Go could not build livekit-server:\n${error?.message ?? lastLines(err, 15)}`);
    return out;
  };
  try {
    told(progress);
    const stale = await go1(['list', '-deps', ...flags, '-f', '{{if .Stale}}{{.ImportPath}}{{end}}', command]);
    progress.know(stale.split('\n').filter(Boolean).length);
    told(progress);
    await go1(['build', '-v', ...flags, '-o', next, command]);
    renameSync(next, path);
  } finally {
    rmSync(next, { force: true });
  }
  return path;
}

const lastLines = (text, n) => text.trimEnd().split('\n').slice(-n).join('\n');
