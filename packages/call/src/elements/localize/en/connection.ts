/** What is said about the network. */
export const connection = {
  'connection.unknown': 'Measuring the connection',
  'connection.good': 'Good connection',
  'connection.weak': 'Weak connection',
  'connection.lost': 'No connection',
  'connection.remote-weak': 'Their connection is weak',
  'connection.reconnecting': 'Your connection is interrupted. We reconnect by ourselves, please stay.',
  'connection.remote-away': '{name} lost the connection and is expected back. Please stay.',
  'connection.other-side': 'The other side',
  'connection.back': 'You are connected again.',
  'connection.remote-back': '{name} is back.',
} as const;
