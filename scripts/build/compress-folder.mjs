import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Scripts and styles. Maps are for who looks into them, on a fast line. */
const text = /\.(js|css)$/;
/** What fits into one packet anyway is not worth a second file. In bytes. */
const leastSize = 1_024;

const copies = [
  ['.br', (content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })],
  ['.gz', (content) => gzipSync(content, { level: 9 })],
];

/**
 * Lays a brotli and a gzip copy beside every script and style of a folder, which a server sends to whoever takes them: a
 * phone on a slow line waits for a third of the bytes. Copies that are there already are left as they are.
 */
export function compressFolder(folder) {
  const names = new Set(readdirSync(folder, { recursive: true }).map(String));
  for (const name of names) {
    if (!text.test(name)) continue;
    const content = readFileSync(join(folder, name));
    if (content.length < leastSize) continue;
    for (const [suffix, compress] of copies)
      if (!names.has(name + suffix)) writeFileSync(join(folder, name + suffix), compress(content));
  }
}
