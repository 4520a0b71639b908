import { readFileSync } from 'node:fs';

/** A row of the catalogue of bad inputs: something wrong or hostile, and the class it has to end in. */
export interface BadRow {
  readonly id: string;
  readonly area: string;
  readonly field: string;
  readonly expect: string;
  readonly value?: unknown;
  readonly gen?: {
    readonly hex?: string;
    readonly text?: string;
    readonly type?: string;
    readonly name?: string;
    readonly bytes?: number;
    readonly png?: { readonly w: number; readonly h: number };
  };
}

const { inputs } = JSON.parse(
  readFileSync(new URL('../../packages/link-server/src/testing/bad-inputs.json', import.meta.url), 'utf8'),
) as { readonly inputs: readonly BadRow[] };

/** The rows of one area. */
export const badRows = (area: string): readonly BadRow[] => inputs.filter((row) => row.area === area);
