import { define } from './elements/element.js';
import { CcProvider } from './elements/provider/provider.js';

// The provider first: what stands under it on the page finds it there.
define(CcProvider);
