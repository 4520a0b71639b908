/** Trying the network before a call. */
export const network = {
  'network.start': 'Check my connection',
  'network.again': 'Check again',
  'network.running': 'Checking…',
  'network.hint': 'It takes about five seconds and sends a drawn picture, never your camera.',
  'network.wait': 'A drawn picture is on its way to the service.',
  'network.good': 'Your connection is good, with video too.',
  'network.no-video': 'Your connection is good enough to talk, and too weak for video. Start without a camera.',
  'network.blocked': 'No call gets through from here. Try another Wi-Fi or mobile data, and turn off a VPN.',
  'network.copy': 'Copy code',
  'network.copied': 'Code copied',
} as const;
