import { registerTranslations } from '@carillon/call';
import { translations } from './translations.js';

// Loaded when somebody reads in the language, and not before.
registerTranslations(translations);
