/** The words of a call in a window of its own above all others. */
export const pictureInPicture = {
  'pip.open': 'Show in a small window',
  'pip.close': 'Close the small window',
  'pip.nobody': 'Call',
  'pip.held': 'On hold',
  'pip.failed': 'The small window could not be opened.',
} as const;
