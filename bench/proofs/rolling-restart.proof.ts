/**
 * `npm run proof -- rolling-restart`: two servers on one PostgreSQL behind a proxy are replaced one after the other at 200
 * requests a second, 5 times: no request fails, and no agent's page misses anything.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testKey } from '../../packages/link-server/src/testing/create-test-deps.js';
import { rollingRestart, type RollingRestart } from '../../packages/link-server/src/testing/rolling-restart.js';
import { startServerProcess } from '../../packages/link-server/src/testing/server-process.js';
import { startLiveKitServer } from '../../packages/link-server/src/testing/start-livekit-server.js';
import { needPostgresql } from '../../scripts/lib/need-postgresql.mjs';
import { startPostgresql } from '../../scripts/lib/start-postgresql.mjs';

export const rounds = 5;

const folder = mkdtempSync(join(tmpdir(), 'carillon-rolling-'));
const postgresql = await startPostgresql(await needPostgresql(), { durable: true });
const livekit = await startLiveKitServer(process.env['LIVEKIT_SERVER_BIN'] ?? '');
const start = () =>
  startServerProcess({
    DATABASE_URL: postgresql.url,
    DATA_DIR: folder,
    DEMO: '1',
    RATE_LIMIT_LINKS_PER_AGENT: '1000000',
    LIVEKIT_URL: livekit.url,
    LIVEKIT_API_KEY: testKey.apiKey,
    LIVEKIT_API_SECRET: testKey.apiSecret,
  });

export interface Measurement extends Omit<RollingRestart, 'gapsMs'> {
  readonly longestGapMs: number;
}

export async function round(): Promise<Measurement> {
  const { gapsMs, ...counts } = await rollingRestart(start, { perSecond: 200, seconds: 20 });
  return { ...counts, longestGapMs: Math.round(gapsMs.at(-1) ?? 0) };
}

export async function close(): Promise<void> {
  await livekit.kill();
  await postgresql.stop();
  rmSync(folder, { recursive: true, force: true });
}

export function summary(measurements: readonly Measurement[]) {
  const sum = (of: 'requests' | 'resumed' | 'events' | 'missed' | 'twice') =>
    measurements.reduce((total, one) => total + one[of], 0);
  const failed = measurements.flatMap((one) => one.failed).length;
  const gap = Math.max(...measurements.map(({ longestGapMs }) => longestGapMs));
  const text = `${failed} of ${sum('requests')} requests failed, ${sum('missed')} of ${sum('events')} events missed and ${sum('twice')} told twice over ${sum('resumed')} resumed streams (longest gap ${gap} ms)`;
  return { text, holds: failed === 0 && sum('missed') === 0 && sum('twice') === 0 };
}
