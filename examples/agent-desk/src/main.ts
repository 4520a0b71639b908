import '@carillon/agent-elements/define';
import './desk-app.js';
