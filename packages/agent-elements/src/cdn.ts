/** The one file of a script tag: registers every element and exports what a page sets them up with. */
import './define.js';

export * from './index.js';
