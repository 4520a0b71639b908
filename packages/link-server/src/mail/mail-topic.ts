/** The topic that wakes the mail loop. */
export const mailTopic = 'mail';
