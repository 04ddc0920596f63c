/** ISO 4217 codes of signs and of what people write for them; a bare "$" is a dollar of whatever country. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  '₴': 'UAH',
  '₫': 'VND',
  '₪': 'ILS',
  '฿': 'THB',
  '₱': 'PHP',
  '₦': 'NGN',
  '₸': 'KZT',
  '₾': 'GEL',
  '֏': 'AMD',
  '₿': 'BTC',
  '৳': 'BDT',
  C$: 'CAD',
  A$: 'AUD',
  R$: 'BRL',
  HK$: 'HKD',
  zł: 'PLN',
  Kč: 'CZK',
  'Rs.': 'INR',
  Rs: 'INR',
  'Fr.': 'CHF',
  円: 'JPY',
  元: 'CNY',
};

/** What one language alone writes. */
export const LOCAL_SIGNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sv: { kr: 'SEK' },
  nb: { kr: 'NOK' },
  da: { kr: 'DKK' },
  is: { kr: 'ISK' },
  hu: { Ft: 'HUF' },
  bg: { лв: 'BGN' },
  id: { Rp: 'IDR' },
  ms: { RM: 'MYR' },
  ru: { руб: 'RUB', р: 'RUB' },
  uk: { грн: 'UAH' },
  ro: { lei: 'RON' },
  sr: { дин: 'RSD', din: 'RSD' },
  be: { руб: 'BYN' },
};

/** Codes that stand beside an amount as they are: "CHF 50", "50 EUR". */
export const CURRENCY_CODES =
  'USD EUR GBP JPY INR CHF CNY RUB KRW TRY UAH VND ILS THB PHP NGN CAD AUD NZD BRL MXN PLN CZK HUF RON BGN SEK NOK DKK ZAR SAR AED SGD HKD IDR PKR EGP'.split(
    ' ',
  );

/** "¥" in Chinese is the yuan. */
export const YUAN_LANGUAGES: ReadonlySet<string> = new Set(['zh', 'yue']);

/**
 * The other currencies of the same name: what the names share ("US dollars", "Canadian dollars") is what a bare sign
 * is called.
 */
export const NAMESAKES: Readonly<Record<string, readonly string[]>> = {
  RUB: ['BYN'],
  CZK: ['SEK', 'NOK'],
  USD: ['CAD', 'AUD'],
  GBP: ['EGP', 'LBP'],
  INR: ['PKR', 'LKR'],
  KRW: ['KPW'],
};

/** Where that does not give what people say. */
export const BARE_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { JPY: 'yen', CNY: 'yuan' },
  de: { JPY: 'Yen', CNY: 'Yuan' },
  fr: { JPY: 'yens', CNY: 'yuans' },
  es: { JPY: 'yenes', CNY: 'yuanes' },
  it: { JPY: 'yen', CNY: 'yuan' },
  pt: { BRL: 'reais', JPY: 'ienes', CNY: 'yuans' },
  nl: { JPY: 'yen', CNY: 'yuan' },
  ru: { JPY: 'иен', CNY: 'юаней' },
  uk: {},
  sv: { SEK: 'kronor' },
  nb: { NOK: 'kroner' },
  da: { DKK: 'kroner' },
  is: { ISK: 'krónur', USD: 'dalir', GBP: 'pund', JPY: 'jen' },
  hu: { HUF: 'forint' },
  bg: { BGN: 'лева' },
  ms: { MYR: 'ringgit' },
  ro: { RON: 'lei' },
  sw: { USD: 'dola', GBP: 'pauni', JPY: 'yen', INR: 'rupia' },
  tr: { USD: 'dolar', GBP: 'sterlin', JPY: 'yen', INR: 'rupi', TRY: 'lira' },
  az: { USD: 'dollar', GBP: 'funt' },
  kk: { USD: 'доллар', GBP: 'фунт', KZT: 'теңге' },
  ky: { USD: 'доллар', GBP: 'фунт' },
  uz: { USD: 'dollar', GBP: 'funt' },
  th: { USD: 'ดอลลาร์', GBP: 'ปอนด์', JPY: 'เยน', INR: 'รูปี', THB: 'บาท' },
  ja: { USD: 'ドル', GBP: 'ポンド', INR: 'ルピー', CNY: '元' },
  ko: { JPY: '엔', KRW: '원' },
  zh: { INR: '卢比', CNY: '元' },
  yue: { INR: '盧比', CNY: '元' },
  bn: { INR: 'রুপি', BDT: 'টাকা' },
  ur: { INR: 'روپے', PKR: 'روپے' },
  hi: { INR: 'रुपये', JPY: 'येन' },
  mr: { USD: 'डॉलर', INR: 'रुपये' },
  he: { ILS: 'שקלים', JPY: 'ין' },
  ar: { JPY: 'ين' },
  mt: { USD: 'dollaru', GBP: 'lira', INR: 'rupi' },
  vi: { USD: 'đô la', GBP: 'bảng', JPY: 'yên', VND: 'đồng' },
  id: { USD: 'dolar', GBP: 'pound', JPY: 'yen', IDR: 'rupiah', INR: 'rupee' },
};

/** Between a million and its noun: "5 millions de dollars". */
export const AFTER_MILLION: Readonly<Record<string, string>> = {
  fr: 'de',
  es: 'de',
  pt: 'de',
  it: 'di',
  ca: 'de',
  ro: 'de',
};

/** Between whole and hundredths ("5 Euro 99"); other languages say the decimal. */
export const CENTS: Readonly<Record<string, string>> = {
  en: '{0} {1} and {2} cents',
  de: '{0} {1} {2}',
  fr: '{0} {1} {2}',
  nl: '{0} {1} {2}',
  es: '{0} {1} con {2}',
  ca: '{0} {1} amb {2}',
  it: '{0} {1} e {2}',
  pt: '{0} {1} e {2}',
  sv: '{0} {1} och {2}',
  da: '{0} {1} og {2}',
  nb: '{0} {1} og {2}',
  pl: '{0} {1} {2}',
  ro: '{0} {1} și {2}',
};

/** Letters for powers of ten that people of every language write; CLDR's own short forms come on top. */
export const MAGNITUDES: Readonly<Record<string, number>> = {
  k: 3,
  K: 3,
  M: 6,
  mn: 6,
  mln: 6,
  MM: 6,
  milj: 6,
  mill: 6,
  mio: 6,
  mia: 9,
  mrd: 9,
  mld: 9,
  B: 9,
  bn: 9,
  Bn: 9,
  BN: 9,
  T: 12,
  tn: 12,
};

/** One of what `BARE_NAMES` has in the plural. */
export const BARE_NAMES_OF_ONE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pt: { BRL: 'real', JPY: 'iene' },
  ro: { RON: 'leu' },
  es: { JPY: 'yen' },
  fr: { JPY: 'yen' },
  sv: { SEK: 'krona' },
  nb: { NOK: 'krone' },
  da: { DKK: 'krone' },
  bg: { BGN: 'лев' },
  he: { ILS: 'שקל' },
};
