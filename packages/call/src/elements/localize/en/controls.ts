/** The words of the controls of a call. */
export const controls = {
  'mic.mute': 'Mute',
  'mic.unmute': 'Unmute',
  'camera.on': 'Turn camera on',
  'camera.off': 'Turn camera off',
  'hold.hold': 'Hold',
  'hold.resume': 'Resume',
  'hangup.end': 'End call',
  'controls.label': 'Call controls',
} as const;
