import { assetNames } from './asset-names.js';
import { EffectsError } from './effects-error.js';
import { liteRtNames } from './litert-names.js';
import { loadAsset } from './load-asset.js';
import { maskHeight, maskWidth, type PixelSegmenter } from './segmenter.js';

/** What we use of the embind API inside the package's wasm. */
export interface LiteRtModule {
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(at: number): void;
  readonly LiteRtEnvironment: { create(gpu: null): Deletable };
  readonly LiteRtTensorBuffer: {
    createManaged(environment: Deletable, kind: unknown, type: TensorType, bytes: number): TensorBuffer;
  };
  readonly LiteRtTensorBufferType: { readonly HOST_MEMORY: unknown };
  readonly LiteRtTensorBufferLockMode: { readonly READ: unknown; readonly WRITE: unknown };
  loadModel(environment: Deletable, at: number, bytes: number): Model;
  compileModel(environment: Deletable, model: Model, options: CompileOptions): CompiledModel;
}
interface Deletable {
  delete(): void;
}
interface TensorType extends Deletable {
  bytes(): number;
}
interface TensorBuffer extends Deletable {
  lock(mode: unknown): number;
  unlock(): void;
}
interface Model extends Deletable {
  getInputTensorType(signature: number, input: number): TensorType;
  getOutputTensorType(signature: number, output: number): TensorType;
}
interface CompiledModel extends Deletable {
  run(signature: number, inputs: readonly TensorBuffer[]): readonly TensorBuffer[];
}
interface CompileOptions {
  readonly environment: { readonly liteRtEnvironment: Deletable };
  readonly accelerator: 'wasm';
  readonly cpuOptions: { readonly numThreads: number };
  readonly gpuOptions: object;
  readonly webNNOptions: object;
}
/** The package's loader: an emscripten factory. */
type LiteRtFactory = (options: {
  locateFile(file: string): string;
  print(text: string): void;
  printErr(text: string): void;
}) => Promise<LiteRtModule>;

const pixels = maskWidth * maskHeight;
const channels = 3;

/**
 * Our own driver of the wasm in @litertjs/core, in place of the package's wrapper, which calls `importScripts` (refused in
 * a module worker), asks for WebGPU and copies each mask twice. The only file that knows LiteRT. Its build of one thread
 * answers at once, without a promise.
 */
export class LiteRtSegmenter implements PixelSegmenter {
  readonly #module: LiteRtModule;
  readonly #compiled: CompiledModel;
  readonly #input: TensorBuffer;
  /** How to let go of everything, in this order. */
  readonly #close: (() => void)[] = [];

  private constructor(module: LiteRtModule, model: ArrayBuffer) {
    this.#module = module;
    const environment = module.LiteRtEnvironment.create(null);
    // The model is read in place: its bytes stay for as long as it does.
    const at = module._malloc(model.byteLength);
    module.HEAPU8.set(new Uint8Array(model), at);
    const loaded = module.loadModel(environment, at, model.byteLength);
    this.#compiled = module.compileModel(environment, loaded, {
      environment: { liteRtEnvironment: environment },
      accelerator: 'wasm',
      cpuOptions: { numThreads: 1 },
      gpuOptions: {},
      webNNOptions: {},
    });
    const [input, output] = [loaded.getInputTensorType(0, 0), loaded.getOutputTensorType(0, 0)];
    const floats = [input.bytes() / 4, output.bytes() / 4];
    if (floats[0] !== pixels * channels || floats[1] !== pixels)
      throw new EffectsError('model', `it takes and gives ${floats.join(' and ')} numbers`);
    const { HOST_MEMORY } = module.LiteRtTensorBufferType;
    this.#input = module.LiteRtTensorBuffer.createManaged(environment, HOST_MEMORY, input, input.bytes());
    for (const one of [input, output]) one.delete();
    for (const one of [this.#input, this.#compiled, loaded]) this.#close.push(() => one.delete());
    this.#close.push(
      () => module._free(at),
      () => environment.delete(),
    );
  }

  /** @throws {EffectsError} `no-webgl2` where LiteRT is not served, as it may be left out; `asset` or `model` */
  static async create(assets: string, load = loadModule): Promise<LiteRtSegmenter> {
    const [module, model] = await Promise.allSettled([load(assets), loadAsset(assets + assetNames.model)]);
    // Without LiteRT it makes no difference what else is missing.
    if (module.status === 'rejected') throw module.reason;
    if (model.status === 'rejected') throw model.reason;
    try {
      return new LiteRtSegmenter(module.value, model.value);
    } catch (error) {
      throw error instanceof EffectsError ? error : new EffectsError('model', String(error));
    }
  }

  run(rgba: Uint8ClampedArray, mask: Uint8Array): void {
    const { READ, WRITE } = this.#module.LiteRtTensorBufferLockMode;
    this.#within(this.#input, WRITE, pixels * channels, (numbers) => {
      for (let from = 0, to = 0; to < numbers.length; from += 4, to += channels) {
        numbers[to] = rgba[from]! / 255;
        numbers[to + 1] = rgba[from + 1]! / 255;
        numbers[to + 2] = rgba[from + 2]! / 255;
      }
    });
    const [output] = this.#compiled.run(0, [this.#input]);
    if (!output) throw new EffectsError('model', 'no mask');
    try {
      // The model's last layer gives shares already, 0…1.
      this.#within(output, READ, pixels, (shares) => {
        for (let i = 0; i < mask.length; i++) mask[i] = shares[i]! * 255;
      });
    } finally {
      output.delete();
    }
  }

  close(): void {
    for (const one of this.#close.splice(0)) one();
  }

  /** A tensor's numbers in the memory of the wasm, which may have moved since the last time. */
  #within(tensor: TensorBuffer, mode: unknown, count: number, use: (numbers: Float32Array) => void): void {
    const at = tensor.lock(mode);
    try {
      use(new Float32Array(this.#module.HEAPU8.buffer, at, count));
    } finally {
      tensor.unlock();
    }
  }
}

async function loadModule(assets: string): Promise<LiteRtModule> {
  try {
    const url = assets + liteRtNames.loader;
    const { default: factory } = (await import(/* @vite-ignore */ url)) as { default: LiteRtFactory };
    const quiet = () => undefined;
    return await factory({ locateFile: () => assets + liteRtNames.wasm, print: quiet, printErr: quiet });
  } catch (error) {
    throw new EffectsError('no-webgl2', `and no LiteRT: ${String(error)}`);
  }
}
