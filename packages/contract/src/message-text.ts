import * as z from 'zod/mini';
import { isBlank, maskCardNumbers } from './text.js';

/** The most characters (code points) of one message. */
export const longestMessage = 2_000;

/** Controls that mean nothing in a text, and the direction overrides by which a text can show itself as another one. */
const dropped = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const lineEnd = /\r\n?|[\u2028\u2029]/g;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** More than one empty line between two others only pushes what was said before out of sight. */
const emptyLines = /\n(?:[ \t]*\n){2,}/g;

/**
 * What is kept of what somebody typed or pasted: NFC, lines that end in one way, nothing invisible that plays with
 * direction, no edges of white space. Cleaned and not refused: a person cannot see what would be wrong.
 */
export const cleanMessage = (text: string): string =>
  text
    .replace(lineEnd, '\n')
    .replace(dropped, '')
    .replace(loneSurrogate, '\ufffd')
    .normalize('NFC')
    .replace(emptyLines, '\n\n')
    .trim();

/** How many characters of its allowance a text takes. */
export const messageLength = (text: string): number => [...cleanMessage(text)].length;

/** A text of 1 to so many code points, cleaned, of several lines; payment card numbers are masked. Shown as text only. */
export const messageText = (most: number) =>
  z.pipe(
    z.string().check(z.maxLength(4 * most)),
    z.pipe(
      z.transform(cleanMessage),
      z.pipe(
        z.string().check(
          z.refine((text) => !isBlank(text), 'is empty'),
          z.refine((text) => [...text].length <= most, `is longer than ${most} characters`),
        ),
        z.transform(maskCardNumbers),
      ),
    ),
  );

/** The text of a message beside a call. */
export const MessageText = messageText(longestMessage);
export type MessageText = z.infer<typeof MessageText>;
