/** What people who build on a call need to test without a server, a camera or a network. */
export { FakeMediaRoom } from './media/fake-media-room.js';
export { translationFaults } from './elements/localize/testing/translation-faults.js';
export { makeSilence } from './media/testing/make-tracks.js';
export { mediaRoomConformance, type RoomRule, type RoomWorld } from './media/testing/media-room-conformance.js';
export { FakeChatServer } from './session/testing/fake-chat-server.js';
