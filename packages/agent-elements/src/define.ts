import '@carillon/call/define';
import { define } from '@carillon/call';
import { CcAgentStatus } from './elements/agent-status/agent-status.js';
import { CcCallLinkGenerator } from './elements/call-link-generator/call-link-generator.js';
import { CcCallLog } from './elements/call-log/call-log.js';
import { CcCallWindow } from './elements/call-window/call-window.js';
import { CcCallbackList } from './elements/callback-list/callback-list.js';
import { CcConversation } from './elements/conversation/conversation.js';
import { CcIncomingCall } from './elements/incoming-call/incoming-call.js';
import './elements/localize/register-languages.js';
import { CcReplyBox } from './elements/reply-box/reply-box.js';
import { CcWorkList } from './elements/work-list/work-list.js';
import { CcWrapup } from './elements/wrapup/wrapup.js';

define(
  CcAgentStatus,
  CcIncomingCall,
  CcCallWindow,
  CcWrapup,
  CcCallLinkGenerator,
  CcWorkList,
  CcCallbackList,
  CcCallLog,
  CcReplyBox,
  CcConversation,
);
