/**
 * All of livekit-client that we use. It is one file of 140 kB gzip that nothing can be shaken out of, so this module is
 * only ever loaded by `import('./livekit.js')`, with the first call.
 */
export { AudioPresets, LocalAudioTrack, LocalVideoTrack, Room, RoomEvent, Track, VideoPresets } from 'livekit-client';
