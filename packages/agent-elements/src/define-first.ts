import { CcProvider, define, registerLanguages } from '@carillon/call';
import { CcAgentStatus } from './elements/agent-status/agent-status.js';
import { CcCallWindow } from './elements/call-window/call-window.js';
import { CcIncomingCall } from './elements/incoming-call/incoming-call.js';
import './elements/localize/register-languages.js';
import { CcWrapup } from './elements/wrapup/wrapup.js';

registerLanguages();

// What an agent sees from the first moment to the end of a call, with all that it is made of.
define(CcProvider, CcAgentStatus, CcIncomingCall, CcCallWindow, CcWrapup);
