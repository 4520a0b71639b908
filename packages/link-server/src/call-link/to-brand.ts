import { LinkPictures, textColorOn, type Brand } from '@carillon/contract';
import type { ConfigurationRow } from './read-configuration.js';

/** A configuration's brand: colours as they were parsed, with a text colour that can be read on them. */
export const toBrand = (row: ConfigurationRow): Brand => ({
  name: row.brand_name,
  color: row.brand_color,
  textColor: textColorOn(row.brand_color),
  welcome: row.brand_welcome,
  ...LinkPictures.parse(JSON.parse(row.settings)),
});
