import { journey } from './en/journey.js';
import { notices } from './en/notices.js';
import { prejoin } from './en/prejoin.js';

/** English sentences of the customer's elements, by key. A host may override any of them on the provider. */
export const strings = { ...journey, ...notices, ...prejoin } as const;
