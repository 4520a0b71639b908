import { textOf } from './admin-form.js';

/** Seconds in a field as milliseconds; an empty field leaves it to the server. */
export const millis = (data: FormData, name: string): number | null => {
  const text = textOf(data, name);
  return text === '' ? null : Math.round(Number(text) * 1_000);
};

/** Milliseconds as what stands in such a field. */
export const seconds = (ms: number | null | undefined): string => (ms == null ? '' : String(ms / 1_000));
