import { renameSync, writeFileSync } from 'node:fs';

/** Keeps the file that the link-server shows at /v1/media-status: `building` with its step, then `ready`. */
export function mediaStatus(file) {
  const write = (status) => {
    writeFileSync(`${file}.next`, JSON.stringify(status), { mode: 0o600 });
    renameSync(`${file}.next`, file);
  };
  return {
    file,
    building: ({ step, of }) => write({ state: 'building', step, of }),
    ready: () => write({ state: 'ready' }),
  };
}
