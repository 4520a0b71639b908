#!/usr/bin/env node
import { backUp, BackupError } from './backup/back-up.js';
import { ConfigError, readConfig, readStoreConfig } from './config/read-config.js';
import { jsonLogger } from './log/json-logger.js';
import { startServer } from './start-server.js';
import { FolderInUseError } from './store/lock-file.js';
import { ImportError } from './store/move/import-records.js';
import { moveCommands, runMoveCommand } from './store/move/move-command.js';
import { DatabaseUnreachableError } from './store/postgresql-database.js';

const say = (line: string) => void process.stdout.write(`${line}\n`);
/** Log lines of the start: whoever waits for the server reads first where it listens. */
let early: string[] | null = [];
const sayEarly = () => {
  for (const line of early ?? []) say(line);
  early = null;
};
const log = jsonLogger(
  (line) => (early ? void early.push(line) : say(line)),
  () => Date.now(),
);

// Node ends the process after this: a server that has lost a promise does not know what it is doing.
process.on('uncaughtExceptionMonitor', ({ name, message }) => {
  sayEarly();
  log.error('crashed', { error: name, message });
});

/** What a person who starts the server can do about a failure; null for one that is our mistake. */
function advice(error: unknown): string | null {
  for (const kind of [ConfigError, FolderInUseError, DatabaseUnreachableError, ImportError, BackupError])
    if (error instanceof kind) return error.message;
  const { code, port } = (error ?? {}) as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop what listens there, or set PORT.`;
  if (code === 'EACCES') return `Port ${port} may not be used. Set PORT to one above 1024.`;
  return null;
}

/** Resolves when the process is told to end, also while it still starts. */
const told = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
});

/** `export` writes all records to standard output, `import` takes them from standard input. */
async function moveRecords(command: string): Promise<void> {
  const known = moveCommands.find((one) => one === command);
  if (!known) throw new ConfigError(`There is no command ${command}: choose from ${moveCommands.join(', ')}, or none.`);
  const streams = { input: process.stdin, output: process.stdout };
  const said = await runMoveCommand(known, readStoreConfig(process.env), streams);
  process.stderr.write(`${said}\n`);
}

const [, , command, folder] = process.argv;
try {
  if (command === 'backup' && folder !== undefined) {
    await backUp(process.env['DATA_DIR'] || '.cc-data', folder);
    say(JSON.stringify({ event: 'backed_up', folder }));
    process.exit(0);
  }
  if (command !== undefined) {
    await moveRecords(command);
    process.exit(0);
  }
  const server = await startServer(readConfig(process.env), log);
  say(JSON.stringify({ event: 'listening', url: server.url }));
  if (server.demo) say(JSON.stringify({ event: 'demo', ...server.demo }));
  sayEarly();
  await told;
  await server.stop();
  process.exit(0);
} catch (error) {
  sayEarly();
  const known = advice(error);
  process.stderr.write(
    `${known ?? (error instanceof Error ? (error.stack ?? error.message) : 'The server could not start.')}\n`,
  );
  process.exit(1);
}
