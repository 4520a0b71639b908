/** Devices and background: loaded once somebody opens the settings. */
export { CcSettingsDialog } from '@carillon/call';
