/**
 * `npm test`: everything, or the parts that are named (`npm test -- node browser`). Each part says what it counted; the
 * last line is `N passed, N failed`, and any failure makes the exit code 1.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { install } from './lib/install.mjs';
import { outFolder, root } from './lib/paths.mjs';
import { bin, run } from './lib/run.mjs';
import { listFiles } from './lib/list-files.mjs';

const parts = [
  ...['build', 'lint', 'format', 'unused', 'packages', 'node', 'fuzz', 'servers', 'postgresql'],
  ...['browser', 'firefox', 'gallery', 'e2e'],
];
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = asked.filter((name) => !parts.includes(name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: choose from ${parts.join(', ')}.`);
  process.exit(2);
}
const wanted = (name) => asked.length === 0 || asked.includes(name);
const total = { passed: 0, failed: 0, skipped: 0 };
/** Which tests failed, and of which part: said again at the end, where whoever reads looks first. */
const failures = [];
/** Which passed only when they were tried again: each is a fault, of the test or of the product. */
const flaky = [];
const countsFolder = join(outFolder, 'counts');

/** Runs one part. `counts`: its runner leaves its own counts; without, it counts as one. */
async function part(name, work, { counts = false } = {}) {
  if (!wanted(name)) return;
  console.log(`\n── ${name}`);
  const started = performance.now();
  const file = join(countsFolder, `${name}.json`);
  let code;
  try {
    code = await work({ COUNTS: file });
  } catch (error) {
    console.error(error.message);
    code = 1;
  }
  let counted = { passed: code ? 0 : 1, failed: code ? 1 : 0, skipped: 0 };
  if (counts) {
    counted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
    if (code && !counted.failed) counted.failed = 1; // it crashed, or fell below a threshold
    if (counted.passed + counted.failed + (counted.skipped ?? 0) === 0) counted.failed = 1; // a runner that found no test proves nothing
  }
  for (const kind of Object.keys(total)) total[kind] += counted[kind] ?? 0;
  const named = counted.failures ?? [];
  failures.push(...named.map((title) => `${name}: ${title}`));
  flaky.push(...(counted.flaky ?? []).map((title) => `${name}: ${title}`));
  if (counted.failed > named.length) failures.push(name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`);
}

const filesOf = (folders, pattern) =>
  folders.flatMap((folder) => listFiles(join(root, folder))).filter((file) => pattern.test(file));
const nodeTests = () =>
  filesOf(['packages/contract/src', 'packages/link-server/src', 'scripts', 'bench/lib'], /\.test\.(ts|mjs)$/);
/** Tests of what the server decides, which run on either database. */
const storeTests = () =>
  filesOf(['packages/link-server/src'], /\.test\.ts$/).filter((file) =>
    /\b(createTestDeps|createCallCenter)\b/.test(readFileSync(file, 'utf8')),
  );
const checks = () => filesOf(['scripts/checks'], /\.check\.mjs$/);

/** Runs files under node:test, all in one process: 15 times faster than one process each. */
const underNode = (files, env) =>
  run(
    process.execPath,
    [
      ...['--conditions=@carillon/source', '--import', 'tsx', '--enable-source-maps'],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=./scripts/lib/node-counts.mjs', '--test-reporter-destination=stderr'],
      'scripts/lib/node-tests.mjs',
      ...files,
    ],
    { env },
  );

/**
 * Tests that send very many requests run in a process of their own, beside the others: in one process each would pay for
 * what the ones before have left to the garbage collector, and fuzzing takes five times as long.
 */
const sendsMany = (file) => /\/(fuzz|authorization|model)\.test\.ts$/.test(file);
/** A thousand customers at once need a process that has time for them: what waits for ten seconds is given up by a server. */
const isCrowd = (file) => file.endsWith('/two-servers.test.ts');

let searching;
/**
 * Where the parts that talk to the real media server find it. On a new machine it is built first, which takes minutes:
 * asked for at the start, it is there by the time it is needed.
 */
const mediaServer = () =>
  (searching ??= import('./media/need-media-server.mjs').then(async ({ needMediaServer }) => ({
    LIVEKIT_SERVER_BIN: await needMediaServer(),
  })));

let installing;
/** Where PostgreSQL's programs are. Installed once, whoever asks first: two at a time would wait for one lock. */
const postgresqlPrograms = () =>
  (installing ??= import('./lib/need-postgresql.mjs').then(({ needPostgresql }) => needPostgresql()));

/** Runs work with the address of a PostgreSQL of its own. */
async function withPostgresql(work) {
  const { startPostgresql } = await import('./lib/start-postgresql.mjs');
  const postgresql = await startPostgresql(await postgresqlPrograms());
  try {
    return await work({ TEST_POSTGRESQL_URL: postgresql.url });
  } finally {
    await postgresql.stop();
  }
}

const started = performance.now();
rmSync(countsFolder, { recursive: true, force: true });
mkdirSync(countsFolder, { recursive: true });
try {
  await install();
} catch (error) {
  console.error(`${error.message}\n0 passed, 1 failed`);
  process.exit(1);
}

// A failure is told by the part that needs it.
if (wanted('node') || wanted('servers') || wanted('e2e')) mediaServer().catch(() => undefined);
await part('build', async () => {
  const { build } = await import('./build.mjs');
  await build();
  return run(bin('tsc'), ['-b']); // the types of tests, end-to-end tests and benchmarks too
});
// Each of these keeps one core busy.
await Promise.all([
  part('lint', () => run(bin('eslint'), ['.', '--max-warnings', '0'])),
  part('format', () => run(bin('prettier'), ['--check', '--log-level=warn', '.'])).then(() =>
    part('unused', () => run(bin('knip'), ['--no-progress'])),
  ),
]);
await part('packages', (env) => underNode(checks(), env), { counts: true });
// Two lines, as there are two cores in the least of machines.
await Promise.all([
  part(
    'node',
    (env) =>
      withPostgresql(async (found) =>
        underNode(
          nodeTests().filter((file) => !sendsMany(file) && !isCrowd(file)),
          { ...env, ...found, ...(await mediaServer()) },
        ),
      ),
    { counts: true },
  ),
  (async () => {
    await part('fuzz', (env) => underNode(nodeTests().filter(sendsMany), env), { counts: true });
    await part(
      'servers',
      (env) =>
        withPostgresql(async (found) =>
          underNode(nodeTests().filter(isCrowd), { ...env, ...found, ...(await mediaServer()) }),
        ),
      { counts: true },
    );
    await part(
      'postgresql',
      (env) =>
        withPostgresql((found) =>
          underNode(storeTests(), { ...env, ...found, TEST_STORE: 'postgresql', MODEL_RUNS: '20' }),
        ),
      { counts: true },
    );
  })(),
]);
await part(
  'browser',
  async (env) => {
    const { needChromium } = await import('./lib/need-chromium.mjs');
    if ((process.env.BROWSERS ?? 'chromium').includes('chromium')) await needChromium();
    return run(bin('wtr'), [], { env });
  },
  { counts: true },
);
/** Effects take another way there: no streams of frames, and a canvas that only Firefox reads as it does (BGD-1). */
const firefox = async (env) => {
  const { findFirefox } = await import('./lib/browsers.mjs');
  const { needFirefox } = await import('./lib/need-firefox.mjs');
  if (asked.length === 0 && !process.env.CI && !findFirefox()) {
    console.log('left out: no Firefox here; `npm test -- firefox` says what it needs');
    writeFileSync(env.COUNTS, JSON.stringify({ passed: 0, failed: 0, skipped: 1 }));
    return 0;
  }
  const [command, ...args] = [
    ...(await needFirefox()),
    bin('wtr'),
    '--files',
    'packages/call/src/effects/**/*.test.ts',
  ];
  return run(command, args, { env: { ...env, BROWSERS: 'firefox' } });
};
await part('firefox', firefox, { counts: true });
await part(
  'gallery',
  async (env) => {
    const { needChromium } = await import('./lib/need-chromium.mjs');
    await needChromium();
    return run(bin('playwright'), ['test', '--project=gallery', `--workers=${Math.min(availableParallelism(), 4)}`], {
      env,
    });
  },
  { counts: true },
);
await part(
  'e2e',
  async (env) => {
    const { needChromium } = await import('./lib/need-chromium.mjs');
    await needChromium();
    if (!wanted('build')) await (await import('./build.mjs')).build();
    return run(bin('playwright'), ['test', '--project=calls', '--project=effects'], {
      env: { ...env, ...(await mediaServer()) },
    });
  },
  { counts: true },
);

const { passed, failed, skipped } = total;
for (const one of flaky) console.log(`⚠ passed only at the second try: ${one}`);
for (const failure of failures) console.log(`✖ ${failure}`);
console.log(`\nin ${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
