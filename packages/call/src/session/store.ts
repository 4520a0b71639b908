export { Store, type Readable } from '../media/store.js';
