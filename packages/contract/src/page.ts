import * as z from 'zod/mini';

/** The most rows of one page, and how many there are where nothing is said. */
export const mostPerPage = 100;
export const usuallyPerPage = 50;

/** What the query of every list may say: `next` of one page is the `cursor` of the next. */
export const pageQuery = {
  cursor: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,2000}$/))),
  limit: z._default(
    z.pipe(
      z.string().check(z.regex(/^([1-9]\d?|100)$/)),
      z.transform((text: string) => Number(text)),
    ),
    usuallyPerPage,
  ),
};

/** The query of a list that can be asked for nothing else. */
export const PageQuery = z.strictObject(pageQuery);
export type PageQuery = z.infer<typeof PageQuery>;

/** What the answer of every list says beside its rows: where the next page begins; null on the last one. */
export const pageFields = { next: z.nullable(z.string()) };
