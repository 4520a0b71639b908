/** The words of captions. */
export const captions = {
  'captions.on': 'Turn captions on',
  'captions.off': 'Turn captions off',
  'captions.label': 'Captions',
  'captions.you': 'You',
  'captions.other': 'Other side',
  'captions.waiting': 'What is said appears here.',
  'captions.settings': 'Caption settings',
  'captions.size': 'Size',
  'captions.size-percent': '{percent} %',
  'captions.look': 'Colours',
  'captions.look-dark': 'White on black',
  'captions.look-light': 'Black on white',
  'captions.look-yellow': 'Yellow on black',
  'captions.place': 'Place',
  'captions.place-bottom': 'Bottom',
  'captions.place-top': 'Top',
} as const;
