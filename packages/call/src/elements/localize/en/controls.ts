/** The words of the controls of a call. */
export const controls = {
  'mic.mute': 'Mute',
  'mic.unmute': 'Unmute',
  'camera.on': 'Turn camera on',
  'camera.off': 'Turn camera off',
  'share.start': 'Share screen',
  'share.stop': 'Stop sharing',
  'hold.hold': 'Hold',
  'hold.resume': 'Resume',
  'hangup.end': 'End call',
  'controls.label': 'Call controls',
} as const;
