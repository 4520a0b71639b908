import * as z from 'zod/mini';

const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const bidi = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;
const invisible =
  /[\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2064\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]/g;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const codePoints = (text: string) => [...text].length;

/** True when nothing of the text can be seen: empty, white space, zero-width or blank characters only. */
export const isBlank = (text: string): boolean => text.replace(invisible, '') === '';

/** One line to be read: NFC, trimmed, visible, without control or direction-override characters. */
export const shownText = (most: number) =>
  z.pipe(
    z.string().check(z.maxLength(4 * most)),
    z.pipe(
      z.transform((text: string) => text.normalize('NFC').trim()),
      z.string().check(
        z.refine((text) => !isBlank(text), 'is empty'),
        z.refine((text) => codePoints(text) <= most, `is longer than ${most} characters`),
        z.refine(
          (text) => !control.test(text) && !bidi.test(text) && !loneSurrogate.test(text),
          'holds characters that cannot be shown',
        ),
      ),
    ),
  );

/**
 * A person's name as another person will read it, of 1 to 100 code points (security.md T15). It is shown as text and is
 * never a proof of who someone is.
 */
export const DisplayName = shownText(100);
export type DisplayName = z.infer<typeof DisplayName>;

const cardNumber = /\d(?:[ -]?\d){12,18}/g;

/** Luhn's check, which every payment card number passes. */
const isCardNumber = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0;
};

/** Hides payment card numbers but for their last four digits, so that a note never becomes a card store (PCI DSS 3.4). */
export const maskCardNumbers = (text: string): string =>
  text.replace(cardNumber, (found) => {
    const digits = found.replace(/\D/g, '');
    return isCardNumber(digits) ? `•••• ${digits.slice(-4)}` : found;
  });

/** Several lines of text, without any other control characters. */
export const manyLines = (most: number) =>
  z.string().check(
    z.maxLength(2 * most),
    z.refine((text) => codePoints(text) <= most, `is longer than ${most} characters`),
    z.refine(
      (text) => !control.test(text.replace(/[\n\r\t]/g, '')) && !loneSurrogate.test(text),
      'holds characters that cannot be shown',
    ),
  );

/** The most characters (code points) of a note. */
export const longestNote = 10_000;

/** An agent's note: up to 10,000 code points, several lines, no other control characters; card numbers are masked. */
export const Note = z.pipe(manyLines(longestNote), z.transform(maskCardNumbers));
export type Note = z.infer<typeof Note>;

/** What a call was about and what follows from it, in short: as a note, up to 1,000 code points. */
export const Summary = z.pipe(manyLines(1_000), z.transform(maskCardNumbers));
