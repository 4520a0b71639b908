/** A file to be sent as it is; a browser's `File` or `Blob` is one. */
export interface UploadedFile {
  readonly type: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}
