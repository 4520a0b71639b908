/** 128 random bits as 32 hex digits: mail servers may change the case of an address. */
const digits = '[0-9a-f]{32}';

/** A token made of a code's random bits. */
export const threadToken = (code: string): string => Buffer.from(code, 'base64url').toString('hex').slice(0, 32);

/** `answers@example.com` → `answers+TOKEN@example.com` (RFC 5233). */
export const withToken = (address: string, token: string): string => address.replace('@', `+${token}@`);

/** A mail's own id, which answers repeat in their References. */
export const mailIdOf = (messageId: string, token: string, domain: string): string =>
  `<${messageId}.${token}@${domain}>`;

const inAddress = new RegExp(`\\+(${digits})@`, 'i');
const inMailId = new RegExp(`\\.(${digits})@`, 'i');

/** The tokens that a mail's head names, most telling first: where it was sent to, then what it answers, newest first. */
export function tokensIn(to: readonly string[], references: readonly string[]): readonly string[] {
  const found = [
    ...to.map((text) => inAddress.exec(text)?.[1]),
    ...references.toReversed().map((text) => inMailId.exec(text)?.[1]),
  ];
  return [...new Set(found.filter((token) => token !== undefined).map((token) => token.toLowerCase()))];
}
