/** Hearing oneself before a call. */
export const voice = {
  'voice.start': 'Record and listen',
  'voice.recording': 'Recording: say something',
  'voice.playing': 'Playing what you said',
  'voice.hint': 'Hear how you sound. The recording stays on this device and is gone at once.',
  'voice.heard': 'Did you hear yourself? If not, choose another microphone or speaker.',
  'voice.failed': 'That could not be recorded. Choose another microphone.',
} as const;
