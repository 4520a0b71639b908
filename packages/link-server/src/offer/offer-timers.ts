/** The ring timeout; its ref is the offer. */
export const ringTimer = 'ring';
