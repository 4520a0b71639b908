/** A voice of this device for a language; never one of a service, which would be sent what is said. */
export const localVoice = (voices: readonly SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice | null =>
  voices.find(({ localService, lang }) => localService && base(lang) === base(language)) ?? null;

const base = (tag: string) => (tag.split(/[-_]/)[0] ?? '').toLowerCase();

/** Says words by a voice of this device; answers false where there is none. `signal` silences it. */
export function speak(words: string, language: string, signal: AbortSignal): Promise<boolean> {
  const speech = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  const voice = speech && localVoice(speech.getVoices(), language);
  if (!speech || !voice || signal.aborted) return Promise.resolve(false);
  return new Promise((done) => {
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice;
    said.lang = voice.lang;
    said.addEventListener('end', () => done(true));
    said.addEventListener('error', () => done(false));
    signal.addEventListener('abort', () => (speech.cancel(), done(false)), { once: true });
    speech.speak(said);
  });
}
