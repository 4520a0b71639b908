// Loaded when somebody wants an appointment in their calendar.
export { calendarEntry } from './calendar-entry.js';
export { saveFile } from './save-file.js';
