/** The words around the settings. */
export const settings = {
  'settings.heading': 'Settings',
  'settings.audio': 'Sound',
  'settings.camera': 'Camera',
  'settings.shortcuts': 'Shortcuts',
  'settings.captions': 'Captions',
  'settings.close': 'Close',
} as const;
