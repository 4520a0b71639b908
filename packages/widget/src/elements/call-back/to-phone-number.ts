import { PhoneNumber } from '@carillon/contract';

/**
 * A telephone number as people write it in E.164: without spaces and signs, with a plus for the leading `00`. Null where
 * it is none, or has no country code: whose country that is, nobody can say.
 */
export function toPhoneNumber(text: string): PhoneNumber | null {
  const plain = text.normalize('NFKC').replace(/[\s\-./()\u200e\u200f\u202a-\u202e]/g, '');
  const found = PhoneNumber.safeParse(plain.replace(/^00/, '+'));
  return found.success ? found.data : null;
}
