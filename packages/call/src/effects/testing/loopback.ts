/** Sends a track from one connection to another in this page, encoded and decoded as in a call. */
export async function loopback(track: MediaStreamTrack) {
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined);
  far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined);
  const received = new Promise<MediaStreamTrack>((resolve) => {
    far.ontrack = ({ track: remote }) => resolve(remote);
  });
  const sender = near.addTrack(track);
  await near.setLocalDescription();
  await far.setRemoteDescription(near.localDescription!);
  await far.setLocalDescription();
  await near.setRemoteDescription(far.localDescription!);
  return {
    received: await received,
    /** Sends another track, or none, from now on. */
    replace: (other: MediaStreamTrack | null) => sender.replaceTrack(other),
    close() {
      near.close();
      far.close();
    },
  };
}
