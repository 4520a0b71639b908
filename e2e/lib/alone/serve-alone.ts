import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packageFolder } from '../../../scripts/lib/paths.mjs';
import { serveDesk } from '../../../scripts/lib/serve-desk.mjs';

const page = (script: string, markup = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>Alone</title><link rel="icon" href="data:,"><script type="module" src="${script}"></script></head>` +
  `<body><main>${markup}</main></body></html>`;

/**
 * Serves the pages of a host with one element each, under the policy of a strict host (no inline script or style, Trusted
 * Types): `agent.html` and `script.html` load the bundle of a script tag, `widget.html` what a host's own bundler makes of
 * the package.
 */
export async function serveAlone(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'cc-alone-'));
  symlinkSync(join(packageFolder('agent-elements'), 'dist/cdn'), join(folder, 'agent-elements'));
  symlinkSync(join(packageFolder('widget'), 'dist/cdn'), join(folder, 'widget'));
  for (const name of ['agent', 'widget']) writeFileSync(join(folder, `${name}.html`), page(`${name}-host.js`));
  const link = '<cc-call-link code="abcdefghijklmnopqrstuQ"></cc-call-link>';
  writeFileSync(join(folder, 'script.html'), page('widget/cc-widget.js', link));
  await build({
    entryPoints: ['agent', 'widget'].map((name) => fileURLToPath(new URL(`${name}-host.ts`, import.meta.url))),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
    alias: { '@carillon/agent-elements': './agent-elements/cc-agent-elements.js' },
    external: ['./agent-elements/*'],
  });
  const host = await serveDesk({ port: 0, server: 'http://127.0.0.1:9', folder, media: [] });
  return {
    url: host.url,
    async stop() {
      await host.close();
      rmSync(folder, { recursive: true });
    },
  };
}
