export { FakeMediaRoom } from './media/fake-media-room.js';
