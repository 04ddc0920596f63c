/** How scripts ask for a pause in brackets, by language: `[pause]`, `[Pause 2 Sekunden]`, `[停顿 1 秒]`. Data only. */

/** Small letters; the bracket begins with one of them. */
export const PAUSE_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['pause', 'silence'],
  de: ['pause', 'stille'],
  es: ['pausa', 'silencio'],
  fr: ['pause', 'silence'],
  it: ['pausa', 'silenzio'],
  pt: ['pausa', 'silêncio'],
  nl: ['pauze', 'stilte'],
  sv: ['paus', 'tystnad'],
  da: ['pause', 'stilhed'],
  pl: ['pauza', 'cisza'],
  cs: ['pauza', 'ticho'],
  ru: ['пауза', 'тишина'],
  uk: ['пауза', 'тиша'],
  tr: ['duraklama', 'sessizlik'],
  id: ['jeda'],
  vi: ['ngắt', 'tạm dừng'],
  hi: ['विराम', 'ठहराव'],
  bn: ['বিরতি'],
  ar: ['وقفة', 'صمت'],
  fa: ['مکث'],
  ur: ['وقفہ'],
  he: ['הפסקה', 'שתיקה'],
  zh: ['停顿', '停頓', '暂停', '暫停'],
  ja: ['間', 'ポーズ', '沈黙'],
  ko: ['멈춤', '정적', '쉼'],
  th: ['หยุด'],
};

/** A short pause, in the words of the stage. */
export const BEAT_WORDS: readonly string[] = [
  'beat',
  'short pause',
  'brief pause',
  'kurze pause',
  'pausa corta',
];

/** A long one. */
export const LONG_WORDS: readonly string[] = ['long pause', 'lange pause', 'pausa larga', 'longue pause'];

/** What follows the number in `[pause 2 seconds]`; without a unit the number counts seconds. */
export const SECOND_WORDS: readonly string[] = [
  's',
  'sec',
  'secs',
  'second',
  'seconds',
  'sek',
  'sekunde',
  'sekunden',
  'seg',
  'segundo',
  'segundos',
  'seconde',
  'secondes',
  'secondo',
  'secondi',
  'sekunda',
  'sekundy',
  'saniye',
  'detik',
  'giây',
  'сек',
  'с',
  'секунда',
  'секунды',
  'секунд',
  'секунду',
  'секунди',
  'सेकंड',
  'সেকেন্ড',
  'ثانية',
  'ثوان',
  'ثانیه',
  'سیکنڈ',
  'שנייה',
  'שניות',
  '秒',
  '초',
  'วินาที',
];
export const MILLISECOND_WORDS: readonly string[] = [
  'ms',
  'msec',
  'millisecond',
  'milliseconds',
  'мс',
  '毫秒',
];
