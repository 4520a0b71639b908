import { AllowedHours } from '@carillon/contract';
import type { CallLinkRow } from '../transition/rows.js';
import { settingsOf, type ConfigurationRow } from './read-configuration.js';

/** The hours a link can be used in: its own, else those of its configuration; null: always. */
export const hoursOf = ({ hours }: CallLinkRow, configuration: ConfigurationRow): AllowedHours | null =>
  hours === null ? settingsOf(configuration).hours : AllowedHours.parse(JSON.parse(hours));
