import { backgrounds } from './en/backgrounds.js';
import { chat } from './en/chat.js';
import { captions } from './en/captions.js';
import { connection } from './en/connection.js';
import { controls } from './en/controls.js';
import { devices } from './en/devices.js';
import { network } from './en/network.js';
import { permission } from './en/permission.js';
import { pictureInPicture } from './en/picture-in-picture.js';
import { settings } from './en/settings.js';
import { shortcuts } from './en/shortcuts.js';
import { stage } from './en/stage.js';
import { voice } from './en/voice.js';

/** Every English sentence of this package. Elements take the part they use; translations are checked against it all. */
export const english = {
  ...controls,
  ...stage,
  ...connection,
  ...devices,
  ...permission,
  ...backgrounds,
  ...voice,
  ...network,
  ...chat,
  ...captions,
  ...pictureInPicture,
  ...settings,
  ...shortcuts,
} as const;
