/** A text as it is searched for: small letters without accents. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A pattern for `like … escape '!'` that finds this text anywhere. */
export const anywhere = (text: string): string => `%${text.replace(/[!%_]/g, '!$&')}%`;
