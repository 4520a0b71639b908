import type { Translation } from './dictionary.js';
import type { english } from './english.js';

/** German: the long words. */
export const german: Translation<typeof english> = {
  'mic.mute': 'Stummschalten',
  'mic.unmute': 'Stummschaltung aufheben',
  'camera.on': 'Kamera einschalten',
  'camera.off': 'Kamera ausschalten',
  'hangup.end': 'Anruf beenden',
  'controls.label': 'Anrufsteuerung',

  'tile.nobody': 'Unbekannter Anrufer',
  'tile.you': 'Sie',
  'tile.muted': 'Stummgeschaltet',
  'tile.picture': 'Bild von {name}',
  'tile.your-picture': 'Ihr Bild',
  'tile.poor': 'Schwache Verbindung',
  'stage.connecting': 'Verbindung wird aufgebaut …',
  'stage.held': 'In der Warteschleife',
  'stage.reconnecting': 'Verbindung wird wiederhergestellt …',
  'stage.remote-away': 'Die Verbindung zu {name} wird wiederhergestellt …',
  'stage.other-side': 'Ihrem Gegenüber',
  'stage.ended': 'Anruf beendet',
  'stage.sound-blocked': 'Ihr Browser schaltet den Ton erst ein, wenn Sie es erlauben.',
  'stage.sound-on': 'Ton einschalten',
  'stage.move-self': 'Ihr Bild verschieben, jetzt {corner}',
  'stage.self-moved': 'Ihr Bild ist jetzt {corner}',
  'stage.top-start': 'oben links',
  'stage.top-end': 'oben rechts',
  'stage.bottom-start': 'unten links',
  'stage.bottom-end': 'unten rechts',

  'connection.unknown': 'Verbindung wird gemessen',
  'connection.good': 'Gute Verbindung',
  'connection.weak': 'Schwache Verbindung',
  'connection.lost': 'Keine Verbindung',
  'connection.remote-weak': 'Schwache Verbindung der Gegenseite',
  'connection.reconnecting':
    'Ihre Verbindung ist unterbrochen. Sie wird von selbst wiederhergestellt, bitte bleiben Sie dran.',
  'connection.remote-away': '{name} hat die Verbindung verloren und wird zurückerwartet. Bitte bleiben Sie dran.',
  'connection.other-side': 'Ihr Gegenüber',
  'connection.back': 'Sie sind wieder verbunden.',
  'connection.remote-back': '{name} ist wieder da.',

  'level.label': 'Mikrofonpegel',
  'devices.label': 'Audio- und Videogeräte',
  'devices.microphone': 'Mikrofon',
  'devices.speaker': 'Lautsprecher',
  'devices.camera': 'Kamera',
  'devices.ringer': 'Klingelton über',
  'devices.default': 'Systemstandard',
  'devices.unnamed': '{kind} {number}',
  'devices.none': 'Keines gefunden',
  'devices.test-microphone': 'Mikrofon testen',
  'devices.stop-test': 'Test beenden',
  'devices.test-speaker': 'Lautsprecher testen',
  'devices.test-ringer': 'Klingelton testen',
  'devices.testing': 'Wird abgespielt …',
  'devices.try-it': 'Testen Sie es: Eine Linie zeigt, wie laut Sie sind.',
  'devices.say-something': 'Sagen Sie etwas: Die Linie bewegt sich, wenn Ihr Mikrofon funktioniert.',
  'devices.speaker-by-system': 'Ihr Browser verwendet den Lautsprecher, den das System gewählt hat.',
  'devices.names-hidden': 'Die Namen erscheinen, sobald diese Seite Ihr Mikrofon verwenden darf.',
  'devices.failed': 'Dieses Gerät konnte nicht verwendet werden. Wählen Sie ein anderes.',

  'permission.why-audio': 'Sie brauchen ein Mikrofon, um gehört zu werden.',
  'permission.why-video': 'Sie brauchen ein Mikrofon, um gehört zu werden, und eine Kamera, um gesehen zu werden.',
  'permission.next': 'Ihr Browser fragt Sie gleich. Wählen Sie „Zulassen“.',
  'permission.asking': 'Ihr Browser fragt Sie jetzt. Wählen Sie „Zulassen“.',
  'permission.allow-audio': 'Mikrofon zulassen',
  'permission.allow-video': 'Mikrofon und Kamera zulassen',
  'permission.try-again': 'Erneut versuchen',
  'permission.code': 'Code: {code}',
  'permission.denied.microphone': 'Ihr Mikrofon ist vom Browser blockiert.',
  'permission.denied.camera': 'Ihre Kamera ist vom Browser blockiert.',
  'permission.denied.step.chromium':
    'Öffnen Sie das Symbol links neben der Adresse und lassen Sie den Zugriff zu, dann geht es von selbst weiter.',
  'permission.denied.step.firefox':
    'Wählen Sie das durchgestrichene Symbol links neben der Adresse, heben Sie die Blockierung auf und versuchen Sie es erneut.',
  'permission.denied.step.safari':
    'Öffnen Sie in Safari die Einstellungen für diese Website, wählen Sie „Erlauben“ und versuchen Sie es erneut.',
  'permission.denied.step.safari-ios':
    'Tippen Sie auf das Symbol links neben der Adresse, öffnen Sie die Website-Einstellungen, wählen Sie „Erlauben“ und versuchen Sie es erneut.',
  'permission.denied.step.other':
    'Erlauben Sie den Zugriff in den Einstellungen Ihres Browsers für diese Website und versuchen Sie es erneut.',
  'permission.system.microphone': 'Ihr Gerät lässt den Browser das Mikrofon nicht verwenden.',
  'permission.system.camera': 'Ihr Gerät lässt den Browser die Kamera nicht verwenden.',
  'permission.system.step.mac':
    'Öffnen Sie die Systemeinstellungen, dann Datenschutz & Sicherheit, erlauben Sie den Zugriff für diesen Browser und versuchen Sie es erneut.',
  'permission.system.step.windows':
    'Öffnen Sie die Einstellungen, dann Datenschutz und Sicherheit, erlauben Sie den Zugriff für Desktop-Apps und versuchen Sie es erneut.',
  'permission.system.step.other':
    'Erlauben Sie den Zugriff für diesen Browser in den Einstellungen Ihres Geräts und versuchen Sie es erneut.',
  'permission.not-found.microphone': 'Es wurde kein Mikrofon gefunden.',
  'permission.not-found.camera': 'Es wurde keine Kamera gefunden.',
  'permission.not-found.step': 'Schließen Sie ein Gerät an oder schalten Sie es ein, dann geht es von selbst weiter.',
  'permission.in-use.microphone': 'Ihr Mikrofon wird von einem anderen Programm verwendet.',
  'permission.in-use.camera': 'Ihre Kamera wird von einem anderen Programm verwendet.',
  'permission.in-use.step':
    'Schließen Sie das andere Programm, zum Beispiel eine andere Besprechung, und versuchen Sie es erneut.',
  'permission.policy.microphone': 'Die umgebende Website erlaubt dieser Seite das Mikrofon nicht.',
  'permission.policy.camera': 'Die umgebende Website erlaubt dieser Seite die Kamera nicht.',
  'permission.policy.step':
    'Öffnen Sie diese Seite in einem eigenen Tab. Für die Betreiber der Website: Der Rahmen braucht allow="{allow}".',
  'permission.insecure': 'Browser geben Mikrofon und Kamera nur sicheren Seiten.',
  'permission.insecure.step': 'Öffnen Sie dieselbe Adresse mit https:// am Anfang.',
  'permission.unsupported': 'Mit diesem Browser sind keine Anrufe möglich.',
  'permission.unsupported.step': 'Öffnen Sie diesen Link in Safari, Chrome, Edge oder Firefox.',
};
