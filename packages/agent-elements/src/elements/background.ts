/** Choosing a background: loaded when somebody wants to. */
export { CcBackgroundSettings } from '@carillon/call';
