import '@carillon/call/define';
import { define } from '@carillon/call';
import { CcCallLink } from './elements/call-link/call-link.js';
import './elements/localize/register-languages.js';

// Entry of the bundle `cc-widget.js`: one script tag, and <cc-call-link> works on any page.
define(CcCallLink);
