import type { BackgroundImage } from '@carillon/contract';

/** What is read of a picture without its bytes. */
export const imageColumns = 'id, name, width, height, bytes, added_at';

export interface BackgroundImageRow {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly added_at: number;
}

export const toBackgroundImage = ({ added_at: addedAt, ...row }: BackgroundImageRow): BackgroundImage => ({
  ...row,
  addedAt,
});
