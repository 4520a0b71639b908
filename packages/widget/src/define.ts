import { CcProvider, define, registerLanguages } from '@carillon/call';
import { CcCallLink } from './elements/call-link/call-link.js';
import './elements/localize/register-languages.js';

registerLanguages();

// Entry of the bundle `cc-widget.js`: one script tag, and <cc-call-link> works on any page. It brings what it shows at
// first; the screens of a call, and the choice of a background, come when they are wanted.
define(CcProvider, CcCallLink);
