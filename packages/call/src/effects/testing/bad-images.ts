/** The start of a PNG that claims a size. */
export const pngHeader = (width: number, height: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(57);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
};

export const hex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** A real picture of one colour. */
export async function picture(
  width: number,
  height: number,
  { type = 'image/png', color = '#0a0' } = {},
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type });
}

/** A JPEG with Exif data that holds a place, as a phone writes it; and so many bytes more `before` its size is told. */
export async function jpegWithPlace({ before = 0 } = {}): Promise<Blob> {
  const jpeg = new Uint8Array(await (await picture(40, 30, { type: 'image/jpeg' })).arrayBuffer());
  const exif = new TextEncoder().encode('Exif\0\0GPS 45.8150 N 15.9819 E');
  const segment = new Uint8Array(4 + exif.length);
  segment.set([0xff, 0xe1, 0, exif.length + 2]);
  segment.set(exif, 4);
  const more: Uint8Array<ArrayBuffer>[] = [];
  for (let left = before; left > 0; left -= 50_000) {
    const one = new Uint8Array(50_000);
    one.set([0xff, 0xe2, (50_000 - 2) >> 8, (50_000 - 2) & 0xff]);
    more.push(one);
  }
  // In one piece, as a file is: Firefox does not decode what is put together of several.
  const whole = await new Blob([jpeg.slice(0, 2), segment, ...more, jpeg.slice(2)]).arrayBuffer();
  return new Blob([whole], { type: 'image/jpeg' });
}
