/** Asking for microphone and camera, and the way back when it was refused. */
export const permission = {
  'permission.why-audio': 'You need a microphone to be heard.',
  'permission.why-video': 'You need a microphone to be heard and a camera to be seen.',
  'permission.next': 'Your browser asks you next. Choose “Allow”.',
  'permission.asking': 'Your browser is asking now. Choose “Allow”.',
  'permission.allow-audio': 'Allow microphone',
  'permission.allow-video': 'Allow microphone and camera',
  'permission.try-again': 'Try again',
  'permission.code': 'Code: {code}',

  'permission.denied.microphone': 'Your microphone is blocked by the browser.',
  'permission.denied.camera': 'Your camera is blocked by the browser.',
  'permission.denied.step.chromium':
    'Open the icon to the left of the address and allow it, then we continue by ourselves.',
  'permission.denied.step.firefox':
    'Choose the crossed-out icon to the left of the address, remove the block, then try again.',
  'permission.denied.step.safari': 'Open Safari, then Settings for this website, choose “Allow”, then try again.',
  'permission.denied.step.safari-ios':
    'Tap the icon to the left of the address, open Website settings, choose “Allow”, then try again.',
  'permission.denied.step.other': 'Allow it in the settings of your browser for this website, then try again.',

  'permission.system.microphone': 'Your device does not let the browser use the microphone.',
  'permission.system.camera': 'Your device does not let the browser use the camera.',
  'permission.system.step.mac':
    'Open System Settings, then Privacy & Security, allow it for this browser, then try again.',
  'permission.system.step.windows':
    'Open Settings, then Privacy & security, allow it for desktop apps, then try again.',
  'permission.system.step.other': 'Allow it for this browser in the settings of your device, then try again.',

  'permission.system.open': 'Open the settings',

  'permission.not-found.microphone': 'No microphone was found.',
  'permission.not-found.camera': 'No camera was found.',
  'permission.not-found.step': 'Plug one in or turn it on, then we continue by ourselves.',

  'permission.in-use.microphone': 'Your microphone is in use by another program.',
  'permission.in-use.camera': 'Your camera is in use by another program.',
  'permission.in-use.step': 'Close the other program, for example another meeting, then try again.',

  'permission.policy.microphone': 'The website around this page does not let it use the microphone.',
  'permission.policy.camera': 'The website around this page does not let it use the camera.',
  'permission.policy.step':
    'Open this page in a tab of its own. For whoever runs the website: the frame needs allow="{allow}".',

  'permission.insecure': 'Browsers give microphone and camera to secure pages only.',
  'permission.insecure.step': 'Open the same address with https:// in front.',
  'permission.in-app': 'The app that opened this link does not let it use your microphone.',
  'permission.in-app.step': 'Open the link in your browser, outside of the app.',
  'permission.unsupported': 'This browser cannot make calls.',
  'permission.unsupported.step': 'Open this link in Safari, Chrome, Edge or Firefox.',
} as const;
