import { writeFile } from 'node:fs/promises';

const [width, height, frames] = [320, 180, 16];

/**
 * Writes the film of a camera that Chromium plays: stripes that move, as those of `stripedCamera` do. They are as wide as
 * it takes for the model to see nobody in them.
 */
export async function writeStripes(file: string): Promise<void> {
  const chunks: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)];
  for (let frame = 0; frame < frames; frame++) {
    const row = Buffer.alloc(width);
    for (let x = 0; x < width; x++) row[x] = Math.floor(x / 20 + frame / 8) % 2 ? 255 : 0;
    const light = Buffer.concat(Array.from({ length: height }, () => row));
    chunks.push(Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128));
  }
  await writeFile(file, Buffer.concat(chunks));
}
