import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumArgsWithWebGl, chromiumHelp, findChromium } from './scripts/lib/browsers.mjs';
import { firefoxLauncher } from './scripts/lib/firefox-launcher.mjs';
import { webkitLauncher } from './scripts/lib/webkit-launcher.mjs';
import { effectsSources } from './scripts/build/effects-sources.mjs';
import { countReporter } from './scripts/lib/wtr-counts.mjs';

const launchers = {
  chromium() {
    const executablePath = findChromium();
    if (!executablePath) throw new Error(chromiumHelp);
    return chromeLauncher({
      launchOptions: { executablePath, args: chromiumArgsWithWebGl },
      // A window for each page: as tabs of one window, the page behind would never get an animation frame.
      createPage: async ({ context }) => (await context.browser().createBrowserContext()).newPage(),
    });
  },
  firefox: firefoxLauncher,
  webkit: webkitLauncher,
};
/** `BROWSERS=firefox,webkit`: the tests of elements and effects there. What else is below them is for Chromium, where media is real. */
const browsers = (process.env.BROWSERS ?? 'chromium').split(',');
const everything = ['packages/{call,widget,agent-elements}/src/**/*.test.ts', 'examples/agent-desk/src/**/*.test.ts'];
const effects = {
  // Without a display Firefox has no WebGL: `npm test -- firefox` brings one along.
  firefox: process.env.DISPLAY ? ['packages/call/src/effects/**/*.test.ts'] : [],
  // WebKitGTK has no calls, no WebGL in workers and no WebP: what is left is the way that frames take.
  webkit: ['packages/call/src/effects/{effects-processor,worker-camera}.test.ts'],
};
const elsewhere = [
  'packages/{call,widget,agent-elements}/src/elements/**/*.test.ts',
  ...(effects[process.env.BROWSERS] ?? []),
];

export default {
  files: browsers.includes('chromium') ? everything : elsewhere,
  nodeResolve: { exportConditions: ['@carillon/source', 'browser'] },
  concurrency: 2,
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: 10_000 } },
  middleware: [effectsSources],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.base.json', import.meta.url)),
    }),
  ],
  browsers: browsers.map((name) => launchers[name]()),
  testRunnerHtml: (framework) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>tests</title><meta name="viewport" content="width=device-width"></head><body><script type="module" src="${framework}"></script></body></html>`,
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('lit.dev/msg/dev-mode'),
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: Boolean(process.stdout.isTTY) }),
    countReporter(),
  ],
  coverage: Boolean(process.env.COVERAGE),
  coverageConfig: {
    include: ['packages/*/src/**'],
    exclude: ['**/*.test.ts'],
    reporters: ['lcovonly', 'text-summary'],
    reportDir: 'coverage',
  },
};
