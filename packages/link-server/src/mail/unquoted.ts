import { cleanMessage, mailLimits, maskCardNumbers } from '@carillon/contract';

const isQuoted = (line: string) => /^\s*>/.test(line);
const isEmpty = (line: string) => line.trim() === '';
/** "On Monday Ana wrote:", in any language, which some programs break into two lines. */
const introduces = (line: string) => /[:：]\s*$/.test(line);

/**
 * What a customer has written themselves: the mail that they answer hangs below in most programs, each of its lines with
 * a `>`. Only a quotation at the very end is taken away, with the line above that introduces it; who writes between the
 * lines means them to be read. Cut to what a message may hold, as a mail is not lost for being long.
 */
export function unquoted(text: string): string {
  const lines = cleanMessage(text).split('\n');
  let end = lines.length;
  const below = (matches: (line: string) => boolean) => {
    while (end > 0 && matches(lines[end - 1] ?? '')) end--;
  };
  below((line) => isQuoted(line) || isEmpty(line));
  const quotes = lines.slice(end).some(isQuoted);
  if (!quotes) end = lines.length;
  else if (end > 0 && introduces(lines[end - 1] ?? '')) {
    end--;
    // The first half of an introduction that was broken in two follows an empty line.
    if (end > 1 && isEmpty(lines[end - 2] ?? '') && !isEmpty(lines[end - 1] ?? '')) end--;
  }
  const own = lines.slice(0, end).join('\n').trim();
  return cut(maskCardNumbers(own === '' ? cleanMessage(text) : own));
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= mailLimits.text ? text : `${characters.slice(0, mailLimits.text - 1).join('')}…`;
}
