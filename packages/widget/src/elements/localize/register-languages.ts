import { registerStrings } from '@carillon/call';

// Loaded when somebody reads in the language, and not before.
registerStrings('de', () => import('./de.js').then(({ de }) => de));
registerStrings('ar', () => import('./ar.js').then(({ ar }) => ar));
