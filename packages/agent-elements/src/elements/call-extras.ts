/** What goes beyond the controls of a call: loaded once there is one. */
export { CcCaptions, CcPictureInPicture } from '@carillon/call';
