import { assetNames } from './asset-names.js';
import { EffectsError } from './effects-error.js';
import { loadAsset } from './load-asset.js';
import { maskHeight, maskWidth, type TextureSegmenter } from './segmenter.js';

/** What we use of the embind API inside the package's wasm. */
interface MediaPipeModule {
  canvas: OffscreenCanvas;
  readonly GL: {
    readonly textures: readonly WebGLTexture[];
    createContext(canvas: OffscreenCanvas, attributes: { majorVersion: number; minorVersion: number }): number;
    makeContextCurrent(handle: number): void;
  };
  readonly SolutionWasm: new () => Solution;
  readonly StringList: new () => EmbindList<string>;
  readonly GraphOptionChangeRequestList: new () => EmbindList<GraphOption>;
  readonly PacketDataList: new () => PacketList;
  readonly PacketListener: { implement(listener: { onResults(packets: ResultList): void }): unknown };
  createTexture(): number;
}
interface Deletable {
  delete(): void;
}
interface EmbindList<T> extends Deletable {
  push_back(value: T): void;
}
interface PacketList extends Deletable {
  pushTexture2d(packet: { glName: number; width: number; height: number; stream: string; timestamp: number }): void;
}
interface ResultList {
  get(index: number): (Partial<Deletable> & { readonly glName: number }) | undefined;
}
interface Solution extends Deletable {
  loadGraph(graph: ArrayBuffer): void;
  overrideFile(path: string, file: ArrayBuffer): void;
  attachMultiListener(streams: EmbindList<string>, listener: unknown): void;
  changeOptions(options: EmbindList<GraphOption>): void;
  send(packets: PacketList): void;
}
interface GraphOption {
  readonly calculatorName: string;
  readonly calculatorIndex: number;
  readonly calculatorType: string;
  readonly fieldName: string;
  readonly valueNumber: number;
  readonly valueBoolean: boolean;
  readonly valueString: string;
}
/** The package's loader: an emscripten factory. */
export type MediaPipeFactory = (options: {
  locateFile(file: string): string;
  canvas: OffscreenCanvas;
  print(text: string): void;
  printErr(text: string): void;
}) => Promise<MediaPipeModule>;

interface SegmenterOptions {
  readonly canvas: OffscreenCanvas;
  /** The folder of the files, with a slash at its end. */
  readonly assets: string;
  /** The processor instead of the GPU: five to eight times as quick where WebGL is emulated. */
  readonly cpu: boolean;
}

/** Where the package's graph looks for its model. */
const modelPath = 'third_party/mediapipe/modules/selfie_segmentation/selfie_segmentation_landscape.tflite';
const maskStream = 'segmentation_mask';
const option = (change: Partial<GraphOption>): GraphOption => ({
  calculatorName: '',
  calculatorIndex: 0,
  calculatorType: '',
  fieldName: '',
  valueNumber: 0,
  valueBoolean: false,
  valueString: '',
  ...change,
});
const landscape = option({
  calculatorType: 'ConstantSidePacketCalculator',
  calculatorName: 'ConstantSidePacketCalculatorModelSelection',
  fieldName: 'int_value',
  valueNumber: 1,
});

const importFactory = async (url: string): Promise<MediaPipeFactory> =>
  ((await import(/* @vite-ignore */ url)) as { default: MediaPipeFactory }).default;

/**
 * Our own driver of the wasm in @mediapipe/selfie_segmentation, in place of the package's wrapper, which injects script
 * tags, copies every frame twice and cannot run in a worker. The only file that knows MediaPipe.
 */
export class MediaPipeSegmenter implements TextureSegmenter {
  readonly inputTexture: WebGLTexture;
  readonly #module: MediaPipeModule;
  readonly #solution: Solution;
  readonly #input: number;
  #timestamp = 0;
  #onMask: ((mask: WebGLTexture) => void) | null = null;

  private constructor(module: MediaPipeModule, graph: ArrayBuffer, model: ArrayBuffer, cpu: boolean) {
    this.#module = module;
    this.#solution = new module.SolutionWasm();
    this.#solution.loadGraph(graph);
    this.#solution.overrideFile(modelPath, model);
    this.#listen();
    const inference = option({
      calculatorType: 'InferenceCalculator',
      fieldName: 'use_cpu_inference',
      valueBoolean: cpu,
    });
    this.#configure([landscape, inference]);
    this.#input = module.createTexture();
    const texture = module.GL.textures[this.#input];
    if (!texture) throw new EffectsError('model', 'no input texture');
    this.inputTexture = texture;
  }

  /** Loads everything into a canvas that has a WebGL 2 context. @throws {EffectsError} `asset` or `model` */
  static async create({ canvas, assets, cpu }: SegmenterOptions, load = importFactory): Promise<MediaPipeSegmenter> {
    const [factory, graph, model] = await Promise.all([
      load(assets + assetNames.loader).catch(() => {
        throw new EffectsError('asset', assetNames.loader);
      }),
      loadAsset(assets + assetNames.graph),
      loadAsset(assets + assetNames.model),
    ]);
    const log: string[] = [];
    const say = (text: string) => void (log.push(text) > 20 && log.shift());
    const module = await factory({
      locateFile: (file) => (file.endsWith('.wasm') ? assets + assetNames.wasm : assets + file),
      canvas,
      print: say,
      printErr: say,
    }).catch(() => {
      throw new EffectsError('asset', assetNames.wasm);
    });
    module.canvas = canvas;
    module.GL.makeContextCurrent(module.GL.createContext(canvas, { majorVersion: 2, minorVersion: 0 }));
    try {
      return new MediaPipeSegmenter(module, graph, model, cpu);
    } catch (error) {
      throw error instanceof EffectsError ? error : new EffectsError('model', log.at(-1) ?? String(error));
    }
  }

  run(onMask: (mask: WebGLTexture) => void): void {
    const packets = new this.#module.PacketDataList();
    const [width, height] = [maskWidth, maskHeight];
    // Only the order counts: the graph wants every timestamp to be later than the last.
    this.#timestamp += 33_333;
    packets.pushTexture2d({
      glName: this.#input,
      width,
      height,
      stream: 'input_frames_gpu',
      timestamp: this.#timestamp,
    });
    let came = false;
    this.#onMask = (mask) => {
      came = true;
      onMask(mask);
    };
    try {
      this.#solution.send(packets);
    } finally {
      this.#onMask = null;
      packets.delete();
    }
    if (!came) throw new EffectsError('model', 'no mask');
  }

  close(): void {
    this.#solution.delete();
  }

  #listen(): void {
    const { StringList, PacketListener } = this.#module;
    const streams = new StringList();
    streams.push_back(maskStream);
    const listener = PacketListener.implement({
      onResults: (packets) => {
        const packet = packets.get(0);
        try {
          const mask = packet && this.#module.GL.textures[packet.glName];
          if (mask) this.#onMask?.(mask);
        } finally {
          packet?.delete?.();
        }
      },
    });
    this.#solution.attachMultiListener(streams, listener);
    streams.delete();
  }

  #configure(changes: readonly GraphOption[]): void {
    const list = new this.#module.GraphOptionChangeRequestList();
    for (const change of changes) list.push_back(change);
    this.#solution.changeOptions(list);
    list.delete();
  }
}
