/** What goes beyond the controls of a call: loaded once there is one. */
export { CcCaptions, CcDeviceNotice, CcPictureInPicture } from '@carillon/call';
