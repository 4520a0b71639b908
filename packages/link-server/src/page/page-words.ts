/** What the link page says without its script, where that is off, or has not come. */
export interface PageWords {
  /** Where scripts are off. */
  readonly needsScript: string;
  /** Heading where the page's script could not be fetched. */
  readonly failed: string;
  /** What helps then. */
  readonly checkConnection: string;
  readonly tryAgain: string;
}

/** In every language of ours. The page's script has the others, and these are for when there is none. */
export const pageWords = {
  ar: {
    needsScript: 'تحتاج هذه الصفحة إلى JavaScript لبدء المكالمة.',
    failed: 'تعذر تحميل هذه الصفحة',
    checkConnection: 'تحقق من اتصالك وحاول مرة أخرى.',
    tryAgain: 'حاول مرة أخرى',
  },
  de: {
    needsScript: 'Diese Seite braucht JavaScript, um einen Anruf zu starten.',
    failed: 'Diese Seite konnte nicht geladen werden',
    checkConnection: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    tryAgain: 'Erneut versuchen',
  },
  en: {
    needsScript: 'This page needs JavaScript to start a call.',
    failed: 'This page could not be loaded',
    checkConnection: 'Check your connection and try again.',
    tryAgain: 'Try again',
  },
  es: {
    needsScript: 'Esta página necesita JavaScript para iniciar una llamada.',
    failed: 'No se pudo cargar esta página',
    checkConnection: 'Revise su conexión e intente de nuevo.',
    tryAgain: 'Intentar de nuevo',
  },
  fr: {
    needsScript: 'Cette page a besoin de JavaScript pour démarrer un appel.',
    failed: 'Cette page n’a pas pu être chargée',
    checkConnection: 'Vérifiez votre connexion et réessayez.',
    tryAgain: 'Réessayer',
  },
  it: {
    needsScript: 'Questa pagina richiede JavaScript per avviare una chiamata.',
    failed: 'Non è stato possibile caricare questa pagina',
    checkConnection: 'Controlli la connessione e riprovi.',
    tryAgain: 'Riprova',
  },
  ja: {
    needsScript: '通話を始めるには、このページで JavaScript を有効にしてください。',
    failed: 'このページを読み込めませんでした',
    checkConnection: '接続を確認して、もう一度お試しください。',
    tryAgain: 'もう一度試す',
  },
  pt: {
    needsScript: 'Esta página precisa de JavaScript para iniciar uma chamada.',
    failed: 'Não foi possível carregar esta página',
    checkConnection: 'Verifique sua conexão e tente de novo.',
    tryAgain: 'Tentar de novo',
  },
  ru: {
    needsScript: 'Чтобы начать звонок, этой странице нужен JavaScript.',
    failed: 'Не удалось загрузить эту страницу',
    checkConnection: 'Проверьте связь и попробуйте ещё раз.',
    tryAgain: 'Попробовать ещё раз',
  },
  sv: {
    needsScript: 'Sidan behöver JavaScript för att starta ett samtal.',
    failed: 'Sidan kunde inte laddas',
    checkConnection: 'Kontrollera din anslutning och försök igen.',
    tryAgain: 'Försök igen',
  },
  tr: {
    needsScript: 'Bu sayfanın arama başlatabilmesi için JavaScript gerekir.',
    failed: 'Bu sayfa yüklenemedi',
    checkConnection: 'Bağlantınızı denetleyin ve yeniden deneyin.',
    tryAgain: 'Yeniden dene',
  },
  'zh-Hans': {
    needsScript: '此页面需要 JavaScript 才能开始通话。',
    failed: '无法加载此页面',
    checkConnection: '请检查连接后重试。',
    tryAgain: '重试',
  },
  'zh-Hant': {
    needsScript: '此頁面需要 JavaScript 才能開始通話。',
    failed: '無法載入此頁面',
    checkConnection: '請檢查連線後再試一次。',
    tryAgain: '再試一次',
  },
} as const satisfies Readonly<Record<string, PageWords>>;
