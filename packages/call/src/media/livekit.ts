/**
 * All of livekit-client that we use. It is one file of 140 kB gzip that nothing can be shaken out of, so this module is
 * only ever loaded by `import('./livekit.js')`, with the first call.
 */
export {
  ConnectionError,
  DisconnectReason,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  Track,
} from 'livekit-client';
