/** What a conversation is made of, as one chunk. */
export { CcCallLog } from '../call-log/call-log.js';
export { CcReplyBox } from '../reply-box/reply-box.js';
export { CcConversation } from './conversation.js';
