/** What the page says where scripts are off, in every language of ours. */
const needsScript = {
  ar: 'تحتاج هذه الصفحة إلى JavaScript لبدء المكالمة.',
  de: 'Diese Seite braucht JavaScript, um einen Anruf zu starten.',
  en: 'This page needs JavaScript to start a call.',
  es: 'Esta página necesita JavaScript para iniciar una llamada.',
  fr: 'Cette page a besoin de JavaScript pour démarrer un appel.',
  it: 'Questa pagina richiede JavaScript per avviare una chiamata.',
  ja: '通話を始めるには、このページで JavaScript を有効にしてください。',
  pt: 'Esta página precisa de JavaScript para iniciar uma chamada.',
  ru: 'Чтобы начать звонок, этой странице нужен JavaScript.',
  sv: 'Sidan behöver JavaScript för att starta ett samtal.',
  tr: 'Bu sayfanın arama başlatabilmesi için JavaScript gerekir.',
  'zh-Hans': '此页面需要 JavaScript 才能开始通话。',
  'zh-Hant': '此頁面需要 JavaScript 才能開始通話。',
} as const;

type Spoken = keyof typeof needsScript;

/** What a page says before any script runs, and in which language. */
export interface PageLanguage {
  readonly lang: Spoken;
  readonly dir: 'ltr' | 'rtl';
  readonly needsScript: string;
}

/** Long enough for every browser, and too short to make anybody wait. */
const atMost = 200;

/** The first language of an `Accept-Language` header that we speak, by the reader's own order; English without one. */
export function pageLanguage(accepted = ''): PageLanguage {
  const wanted = accepted
    .slice(0, atMost)
    .split(',')
    .map((part) => /^\s*([a-z0-9-]+)\s*(?:;\s*q=([\d.]+)\s*)?$/i.exec(part))
    .map((found) => ({ tag: found?.[1] ?? '', weight: Number(found?.[2] ?? 1) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const lang = wanted.map(({ tag }) => spoken(tag)).find((found) => found !== undefined) ?? 'en';
  return { lang, dir: lang === 'ar' ? 'rtl' : 'ltr', needsScript: needsScript[lang] };
}

function spoken(tag: string): Spoken | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return [language, `${language}-${script}`].find((name): name is Spoken => Object.hasOwn(needsScript, name));
  } catch {
    return undefined; // not a language
  }
}
