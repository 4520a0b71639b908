/** The words of devices: levels, choices, tests. */
export const devices = {
  'level.label': 'Microphone level',
  'devices.label': 'Audio and video devices',
  'devices.microphone': 'Microphone',
  'devices.speaker': 'Speaker',
  'devices.camera': 'Camera',
  'devices.ringer': 'Ringing plays on',
  'devices.default': 'System default',
  'devices.unnamed': '{kind} {number}',
  'devices.none': 'None found',
  'devices.test-speaker': 'Test speaker',
  'devices.test-ringer': 'Test ringing',
  'devices.testing': 'Playing…',
  'devices.say-something': 'Say something: the line moves when your microphone works.',
  'devices.speaker-by-system': 'Your browser plays through the speaker the system has chosen.',
  'devices.names-hidden': 'Names appear once this page may use your microphone.',
  'devices.failed': 'This device could not be used. Choose another one.',
} as const;
