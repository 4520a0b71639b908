/** Where the three planes of an I420 picture lie in one buffer without gaps. */
export interface I420Layout {
  readonly width: number;
  readonly height: number;
  /** Size of the two colour planes. */
  readonly chromaWidth: number;
  readonly chromaHeight: number;
  readonly u: number;
  readonly v: number;
  readonly size: number;
}

export function i420Layout(width: number, height: number): I420Layout {
  const chromaWidth = (width + 1) >> 1;
  const chromaHeight = (height + 1) >> 1;
  const u = width * height;
  const v = u + chromaWidth * chromaHeight;
  return { width, height, chromaWidth, chromaHeight, u, v, size: v + chromaWidth * chromaHeight };
}

/** The planes, as `VideoFrame.copyTo` takes them. */
export const planeLayouts = ({ width, chromaWidth, u, v }: I420Layout): PlaneLayout[] => [
  { offset: 0, stride: width },
  { offset: u, stride: chromaWidth },
  { offset: v, stride: chromaWidth },
];
