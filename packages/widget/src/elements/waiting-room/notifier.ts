/** What tells a customer who looks elsewhere that it is their turn. */
export interface Notifier {
  /** `none`: this browser has no notifications, or none for a page. */
  readonly permission: NotificationPermission | 'none';
  /** Whether the customer looks at something else just now. */
  readonly away: boolean;
  /** Asks for the permission; after a press alone. */
  ask(): Promise<void>;
  tell(title: string, body: string): void;
}

/** The browser's own. */
export const browserNotifier: Notifier = {
  get permission() {
    return 'Notification' in globalThis ? Notification.permission : 'none';
  },
  get away() {
    return document.hidden || !document.hasFocus();
  },
  async ask() {
    await Notification.requestPermission();
  },
  tell(title, body) {
    navigator.vibrate?.([200, 100, 200]);
    try {
      const shown = new Notification(title, { body, tag: 'cc-turn' });
      shown.addEventListener('click', () => {
        window.focus();
        shown.close();
      });
    } catch {
      // Chrome on Android has the class, and lets only workers use it: there it stays with the vibration.
    }
  },
};
