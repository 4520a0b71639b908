import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from './write-durably.js';
import { takeLock, type Lock } from './lock-file.js';

/** Random secrets of one installation. They never leave the server's machine. */
export interface ServerSecrets {
  /** Signs and hashes sessions. */
  readonly sessionKey: string;
  /** The key pair for a LiveKit server that we start ourselves. */
  readonly livekitApiKey: string;
  readonly livekitApiSecret: string;
}

/** The folder that holds all a server keeps, and the sole right to use it. */
export interface DataFolder {
  readonly path: string;
  readonly databasePath: string;
  readonly secrets: ServerSecrets;
  /** Gives the right to use the folder back. */
  release(): void;
}

/** Network file systems by their magic number (Linux statfs(2)): NFS, SMB, CIFS, SMB2, AFS, Ceph. */
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400]);

/** True for a file system whose locks SQLite's write-ahead log cannot trust. */
export const isNetworkFileSystem = (type: number): boolean => networkFileSystems.has(type);

/**
 * Opens a data folder, and makes it if need be (mode 0700). One that is shared holds secrets alone, as the records are
 * elsewhere: then any number of servers may use it.
 * @throws {FolderInUseError} when another server uses it.
 */
export function openDataFolder(path: string, { shared = false } = {}): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  const secretsPath = join(path, 'secrets.json');
  const databasePath = join(path, 'carillon.db');
  if (shared) return { path, databasePath, secrets: readSecrets(secretsPath), release: () => undefined };
  if (isNetworkFileSystem(statfsSync(path).type)) {
    throw new Error(
      `${path} is on a network file system, where a SQLite database can be damaged. Choose a local folder.`,
    );
  }
  const lock: Lock = takeLock(join(path, 'server.lock'));
  try {
    return { path, databasePath, secrets: readSecrets(secretsPath), release: () => lock.release() };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Reads the secrets, or makes them up the first time (mode 0600). Of servers that start together all get the same. */
function readSecrets(path: string): ServerSecrets {
  if (!existsSync(path)) {
    const secrets: ServerSecrets = {
      sessionKey: randomBytes(32).toString('base64url'),
      livekitApiKey: `key${randomBytes(6).toString('hex')}`,
      livekitApiSecret: randomBytes(32).toString('base64url'),
    };
    const aside = `${path}.${randomBytes(6).toString('hex')}`;
    writeDurably(aside, `${JSON.stringify(secrets, null, 2)}\n`);
    try {
      linkSync(aside, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(aside);
    }
  }
  return JSON.parse(readFileSync(path, 'utf8')) as ServerSecrets;
}
