/**
 * Encodings of before Unicode that a script's file may have: what the detector is asked about, what a person calls it,
 * and the languages that are written in it. `label` is what TextDecoder takes.
 */
export interface LegacyEncoding {
  readonly label: string;
  readonly names: readonly string[];
  readonly shown: string;
  readonly languages: readonly string[];
}

const list = (languages: string): string[] => languages.split(' ');
const WESTERN_LANGUAGES = list(
  'en fr es de pt it sv da nb nn no fi is nl af ca eu ga gl sq sw id ms tl lb br',
);
const CENTRAL = list('en de pl cs sk hu ro hr bs sr sr-Latn sl sq');
const CYRILLIC = list('ru uk bg be mk sr');
const GREEK = list('el');
const TURKISH = list('tr az');
const BALTIC = list('lt lv et');

export const WESTERN: LegacyEncoding = {
  label: 'windows-1252',
  names: ['windows-1252', 'iso-8859-1', 'iso-8859-15'],
  shown: 'Windows-1252 (Western European)',
  languages: WESTERN_LANGUAGES,
};

export const LEGACY_ENCODINGS: readonly LegacyEncoding[] = [
  {
    label: 'shift_jis',
    names: ['shift_jis', 'cp932', 'shift_jis_2004'],
    shown: 'Shift_JIS (Japanese)',
    languages: ['ja'],
  },
  { label: 'euc-jp', names: ['euc-jp', 'euc-jis-2004'], shown: 'EUC-JP (Japanese)', languages: ['ja'] },
  { label: 'gb18030', names: ['gb18030'], shown: 'GB18030 or GBK (Chinese)', languages: ['zh', 'yue'] },
  { label: 'big5', names: ['big5', 'big5hkscs'], shown: 'Big5 (Chinese)', languages: list('zh zh-Hant yue') },
  { label: 'euc-kr', names: ['cp949', 'euc-kr'], shown: 'EUC-KR (Korean)', languages: ['ko'] },
  { label: 'windows-1251', names: ['windows-1251'], shown: 'Windows-1251 (Cyrillic)', languages: CYRILLIC },
  { label: 'koi8-r', names: ['koi8-r'], shown: 'KOI8-R (Russian)', languages: ['ru'] },
  { label: 'koi8-u', names: ['koi8-u'], shown: 'KOI8-U (Ukrainian)', languages: ['uk'] },
  { label: 'iso-8859-5', names: ['iso-8859-5'], shown: 'ISO-8859-5 (Cyrillic)', languages: CYRILLIC },
  {
    label: 'windows-1250',
    names: ['windows-1250'],
    shown: 'Windows-1250 (Central European)',
    languages: CENTRAL,
  },
  { label: 'iso-8859-2', names: ['iso-8859-2'], shown: 'ISO-8859-2 (Central European)', languages: CENTRAL },
  { label: 'windows-1253', names: ['windows-1253'], shown: 'Windows-1253 (Greek)', languages: GREEK },
  { label: 'iso-8859-7', names: ['iso-8859-7'], shown: 'ISO-8859-7 (Greek)', languages: GREEK },
  {
    label: 'windows-1254',
    names: ['windows-1254', 'iso-8859-9'],
    shown: 'Windows-1254 (Turkish)',
    languages: TURKISH,
  },
  { label: 'windows-1255', names: ['windows-1255'], shown: 'Windows-1255 (Hebrew)', languages: ['he', 'yi'] },
  {
    label: 'windows-1256',
    names: ['windows-1256'],
    shown: 'Windows-1256 (Arabic)',
    languages: list('ar fa ur'),
  },
  {
    label: 'windows-1257',
    names: ['windows-1257', 'iso-8859-13'],
    shown: 'Windows-1257 (Baltic)',
    languages: BALTIC,
  },
  { label: 'windows-874', names: ['cp874', 'tis-620'], shown: 'Windows-874 (Thai)', languages: ['th'] },
  WESTERN,
];
