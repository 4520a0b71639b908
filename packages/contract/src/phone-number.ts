import * as z from 'zod/mini';

/** A telephone number in E.164: a plus, a country code and up to 15 digits in all (ITU-T E.164, 6.2). */
export const PhoneNumber = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/));
export type PhoneNumber = z.infer<typeof PhoneNumber>;
