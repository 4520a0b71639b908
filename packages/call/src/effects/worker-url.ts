/** The worker's file. Bundlers see this form and bring the file along; so does our own build. */
export const workerUrl = (): URL => new URL('./worker.js', import.meta.url);

/** The folder of the model's files where nobody has named another one: beside the worker. */
export const defaultAssets = (): string => new URL('./assets/', import.meta.url).href;
