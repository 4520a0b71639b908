import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Config } from '../../config/read-config.js';
import { migrate } from '../migrate.js';
import { openStore } from '../open-store.js';
import { exportRecords } from './export-records.js';
import { importRecords } from './import-records.js';

/** What the server's program can do besides serving. */
export const moveCommands = ['export', 'import'] as const;
export type MoveCommand = (typeof moveCommands)[number];

export interface MoveStreams {
  readonly input: Readable;
  readonly output: Writable;
}

/** Writes all records to a stream, or takes them from one. Returns what to tell the person. */
export async function runMoveCommand(
  command: MoveCommand,
  config: Pick<Config, 'dataFolder' | 'databaseUrl'>,
  { input, output }: MoveStreams,
): Promise<string> {
  const { db, close } = await openStore(config);
  try {
    await migrate(db, Date.now());
    const write = async (line: string) => {
      if (!output.write(line)) await once(output, 'drain');
    };
    const counts = command === 'export' ? await exportRecords(db, write) : await importRecords(db, linesOf(input));
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return `${rows} records in ${Object.keys(counts).length} tables, counted and checked.`;
  } finally {
    await close();
  }
}

/** The lines of a text, read as they are asked for: `readline` loses those that come before. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of input.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
