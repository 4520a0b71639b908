import { backgroundLimits } from '@carillon/contract';
import { isStoredImage, type BackgroundStore, type BackgroundStoreSource } from '../background-store.js';
import { companyImageId, loadCompanyImage, type CompanyImage } from '../company-image.js';
import { openStore } from '../open-store.js';
import { ImageError } from './image-error.js';
import { imageName, prepareImage } from './prepare-image.js';

/** A picture that can be chosen, without its bytes. */
export interface OfferedImage {
  readonly id: string;
  readonly name: string;
  /** For `<img>`. */
  readonly url: string;
  /** Added by this person, who may remove it again. */
  readonly own: boolean;
}

export interface OfferedImagesOptions {
  /** The company's pictures. */
  readonly company: readonly CompanyImage[];
  /** Where the person's own are kept. */
  readonly store: BackgroundStoreSource | undefined;
  /** Hears of every other list. */
  readonly changed: (images: readonly OfferedImage[]) => void;
}

/** The pictures that may stand behind a person: the company's, and after them their own. */
export class OfferedImages {
  readonly #options: OfferedImagesOptions;
  readonly #blobs = new Map<string, Blob>();
  readonly #urls = new Map<string, string>();
  #list: readonly OfferedImage[];
  /** Which list of own pictures was asked for last, and which is shown. */
  #asked = 0;
  #listed = 0;

  constructor(options: OfferedImagesOptions) {
    this.#options = options;
    this.#list = this.#withCompany([]);
  }

  get list(): readonly OfferedImage[] {
    return this.#list;
  }

  /** Reads which own pictures there are. Where that fails, those that are known stay. */
  async load(): Promise<void> {
    const turn = ++this.#asked;
    const found = await this.#ask((store) => store.images()).catch(() => null);
    // An older answer would bring back what was removed since, and hide what was added.
    if (!found || turn < this.#listed) return;
    this.#listed = turn;
    const own = found.filter(isStoredImage);
    for (const { id, blob } of own) this.#blobs.set(id, blob);
    this.#show(this.#withCompany(own.map(({ id, name }) => ({ id, name, url: this.#urlOf(id), own: true }))));
  }

  /** Adds a picture and returns its id. @throws {ImageError} by cause */
  async add(file: File): Promise<string> {
    const own = this.#list.filter((image) => image.own);
    if (own.length >= backgroundLimits.images) throw new ImageError('too-many-images');
    const blob = await prepareImage(file);
    const image = { id: crypto.randomUUID(), name: imageName(file.name), blob };
    const id = await this.#ask((store) => store.addImage(image)).catch((error: unknown) => {
      const { code } = error as { readonly code?: unknown };
      throw new ImageError(code === 'too_many_backgrounds' ? 'too-many-images' : 'image-not-kept');
    });
    await this.load();
    return id;
  }

  /** Removes an own picture, which stays where that fails. @throws {ImageError} `image-not-removed` */
  async remove(id: string): Promise<void> {
    const removed = await this.#ask((store) => store.removeImage(id)).then(
      () => true,
      () => false,
    );
    if (removed) this.#forget(id);
    await this.load();
    // One that is gone all the same, as another page has removed it, is no failure.
    if (!removed && this.#list.some((image) => image.id === id)) throw new ImageError('image-not-removed');
  }

  /** A picture's bytes as far as they are here; null also where no picture is wanted. */
  known(id: string | null): Blob | null {
    return id === null ? null : (this.#blobs.get(id) ?? null);
  }

  /** Looks for a picture's bytes where they are kept; null where it is gone or cannot be had. */
  find(id: string): Promise<Blob | null> {
    return this.#find(id).catch(() => null);
  }

  /** Remembers a picture's bytes; null forgets them, as they were of no use. */
  remember(id: string, blob: Blob | null): void {
    if (blob) this.#blobs.set(id, blob);
    else this.#blobs.delete(id);
  }

  dispose(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
  }

  async #find(id: string): Promise<Blob | null> {
    const company = await loadCompanyImage(this.#options.company, id);
    if (company) return company;
    return this.#ask(
      async (store) =>
        (await (store.image
          ? store.image(id)
          : store.images().then((images) => images.find((image) => image.id === id)?.blob))) ?? null,
    );
  }

  #forget(id: string): void {
    this.#show(Object.freeze(this.#list.filter((image) => image.id !== id)));
    URL.revokeObjectURL(this.#urls.get(id) ?? '');
    this.#urls.delete(id);
    this.#blobs.delete(id);
  }

  #show(images: readonly OfferedImage[]): void {
    this.#list = images;
    this.#options.changed(images);
  }

  #withCompany(own: readonly OfferedImage[]): readonly OfferedImage[] {
    const company = this.#options.company.map((image) => ({
      id: companyImageId(image),
      name: image.name,
      url: image.url,
      own: false,
    }));
    return Object.freeze([...company, ...own]);
  }

  async #ask<T>(question: (store: BackgroundStore) => Promise<T>): Promise<T> {
    return question(await openStore(this.#options.store));
  }

  #urlOf(id: string): string {
    const known = this.#urls.get(id);
    const blob = this.#blobs.get(id);
    if (known || !blob) return known ?? '';
    const url = URL.createObjectURL(blob);
    this.#urls.set(id, url);
    return url;
  }
}
