/** How many pictures of their own one person may keep, and how often a minute the server writes one anew for them. */
export const backgroundLimits = Object.freeze({ images: 40, addedPerMinute: 60 });
