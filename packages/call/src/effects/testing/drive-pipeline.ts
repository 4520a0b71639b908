import { Pipeline, type PipelineNews, type PipelineOptions } from '../pipeline.js';
import { defaultAssets } from '../worker-url.js';
import type { Clip, ClipFrame } from './clip.js';
import { detail, pixelsOf } from './measure.js';

/** A pipeline whose news a test can wait for. */
export function open(options: Partial<PipelineOptions> = {}) {
  const news: PipelineNews[] = [];
  let tell = (): void => undefined;
  const pipeline = new Pipeline({
    assets: defaultAssets(),
    maskEvery: 1,
    ...options,
    news: (one) => {
      news.push(one);
      tell();
    },
  });
  const told = async (kind: PipelineNews['kind']) => {
    while (!news.some((one) => one.kind === kind)) await new Promise<void>((done) => (tell = done));
  };
  return { pipeline, news, told };
}

/** Runs a clip's frame and closes it. */
export async function run(pipeline: Pipeline, { frame }: ClipFrame): Promise<VideoFrame> {
  const made = await pipeline.run(frame);
  frame.close();
  if (!made) throw new Error('the frame was left out');
  return made;
}

/** Feeds one frame, 10 ms apart, until there is a mask; returns what was veiled. */
export async function untilSharp(
  { pipeline, news }: ReturnType<typeof open>,
  clip: Clip,
  from = 0,
): Promise<VideoFrame[]> {
  const veiled: VideoFrame[] = [];
  const before = news.filter(({ kind }) => kind === 'sharp').length;
  for (let i = 0; i < 2_000; i++) {
    const made = await run(pipeline, clip.frame(from));
    if (news.filter(({ kind }) => kind === 'sharp').length > before) {
      made.close();
      return veiled;
    }
    veiled.push(made);
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('no mask came');
}

/** What a frame of a clip shows, for comparison. Closes it. */
export async function truthOf(source: ClipFrame): Promise<{ alpha: Uint8Array; raw: ArrayLike<number> }> {
  const truth = { alpha: source.alpha(), raw: await pixelsOf(source.frame) };
  source.frame.close();
  return truth;
}

/** How much of the room's detail is left in a frame, 1 = all. */
export async function roomLeft(
  made: VideoFrame,
  { alpha, raw }: { readonly alpha: Uint8Array; readonly raw: ArrayLike<number> },
): Promise<number> {
  const { displayWidth: width, displayHeight: height } = made;
  return detail(await pixelsOf(made), alpha, width, height) / detail(raw, alpha, width, height);
}
