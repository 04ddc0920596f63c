/** A script, the language that it is taken for, and every language among which its letters and words choose. */
export interface ScriptRule {
  readonly script: string;
  /** The one of most people who write it; the only one where no other is listed. */
  readonly language: string;
  readonly others?: readonly string[];
}

/** Scripts other than Latin, by the names of Unicode. */
export const SCRIPTS: readonly ScriptRule[] = [
  { script: 'Arabic', language: 'ar', others: ['fa', 'ur', 'ps'] },
  { script: 'Armenian', language: 'hy' },
  { script: 'Bengali', language: 'bn' },
  { script: 'Cyrillic', language: 'ru', others: ['uk', 'be', 'bg', 'mk', 'sr', 'kk', 'ky', 'mn', 'tg'] },
  { script: 'Devanagari', language: 'hi', others: ['mr', 'ne'] },
  { script: 'Ethiopic', language: 'am' },
  { script: 'Georgian', language: 'ka' },
  { script: 'Greek', language: 'el' },
  { script: 'Gujarati', language: 'gu' },
  { script: 'Gurmukhi', language: 'pa' },
  { script: 'Hangul', language: 'ko' },
  { script: 'Hebrew', language: 'he', others: ['yi'] },
  { script: 'Kannada', language: 'kn' },
  { script: 'Khmer', language: 'km' },
  { script: 'Lao', language: 'lo' },
  { script: 'Malayalam', language: 'ml' },
  { script: 'Myanmar', language: 'my' },
  { script: 'Oriya', language: 'or' },
  { script: 'Sinhala', language: 'si' },
  { script: 'Tamil', language: 'ta' },
  { script: 'Telugu', language: 'te' },
  { script: 'Thaana', language: 'dv' },
  { script: 'Thai', language: 'th' },
  { script: 'Tibetan', language: 'bo' },
  { script: 'Mongolian', language: 'mn' },
  { script: 'Syriac', language: 'syr' },
  { script: 'Tifinagh', language: 'zgh' },
  { script: 'Nko', language: 'nqo' },
  { script: 'Cherokee', language: 'chr' },
  { script: 'Canadian_Aboriginal', language: 'iu' },
  { script: 'Javanese', language: 'jv' },
  { script: 'Ol_Chiki', language: 'sat' },
];

/**
 * Letters and spellings that speak for languages of a script, and how much: 3 decides against common words of another, 1
 * is a hint, and what is below 0 speaks against them.
 */
export const TELLING: readonly (readonly [languages: string, pattern: RegExp, weight: number])[] = [
  ['ru uk be bg mk sr', /[өүңқғәұһҷҳӣӯ]/giu, -2],
  ['ru bg mk sr kk ky mn tg', /[їєґў]/giu, -2],
  ['ru bg mk sr ky mn tg', /і/giu, -1.5],
  ['bg mk sr uk', /[ыэё]/giu, -1.5],
  ['ru uk be bg kk ky mn tg', /[ђћѓќљњџѕј]/giu, -2],
  ['be', /[иъщ]/giu, -1],
  ['mk sr', /[йщьъюя]/giu, -1.5],
  ['ar', /[پچژگکیٹڈڑںےہ]/gu, -1],
  ['fa', /[ٹڈڑںےھټډړږښځېۍ]/gu, -1.5],
  ['uk', /[ґєї]|\p{L}['’ʼ][єїюя]/giu, 3],
  ['uk', /і/giu, 0.6],
  ['be', /ў|шч/giu, 3],
  ['be', /і/giu, 0.6],
  ['be', /[цд]з|ё|\p{L}ы/giu, 0.2],
  ['be', /э/giu, 0.15],
  ['kk', /[әұқһ]|ң|ғ/giu, 2],
  ['kk', /і/giu, 0.5],
  ['ky', /ң|ө|ү/giu, 1],
  ['mn', /ө|ү/giu, 1.2],
  ['mn', /(?:аа|оо|уу|өө|үү|ээ|ий)/giu, 0.6],
  ['ky', /(?:аа|оо|уу|өө|үү|ээ)/giu, 0.4],
  ['tg', /[ҷҳӣӯ]/giu, 3],
  ['tg', /[қғ]/giu, 1],
  ['sr', /[ђћ]/giu, 3],
  ['sr', /[љњџј]/giu, 1],
  ['mk', /[ѓќѕ]/giu, 3],
  ['mk', /[љњџј]/giu, 1],
  ['mk', /\p{L}(?:то|та|те|ја|ава|увањ?е)(?!\p{L})/giu, 0.4],
  ['bg', /ъ(?!е|ё|ю|я)|\p{L}щ/giu, 0.8],
  ['bg', /\p{L}(?:та|то|те|ът)(?!\p{L})/giu, 0.4],
  ['ru', /[ыэё]/giu, 0.6],
  ['ru', /\p{L}(?:ого|его|ться|ение|ая|ие|ые|ий|ый)(?!\p{L})/giu, 0.6],
  ['fa', /[پچژگ]/gu, 0.8],
  ['fa', /[کی]/gu, 0.5],
  ['fa', /‌/gu, 1.5],
  ['ur', /[ٹڈڑںےھہ]/gu, 2],
  ['ur', /[پچگ]/gu, 0.5],
  ['ps', /[ټډړږښڅځڼېۍګ]/gu, 2],
  ['ps', /(?<!\p{L})د(?!\p{L})/gu, 1],
  ['ar', /[ةىإأكي]/gu, 0.5],
  ['ar', /(?<!\p{L})[وب]?ال\p{L}/gu, 0.5],
  ['yi', /[אַאָפּפֿײ]ָ|אַ|אָ|פֿ|ײַ|[װױײ]/gu, 2],
  ['yi', /(?<!\p{L})(?:און|די|דער|דאס|איז|פון|ווי|צו|וואס|נישט|מיט|פאר)(?!\p{L})/gu, 1],
  ['mr', /[ळऱ]|\p{L}(?:च्या|ांना|ाला|ावे|ायला|ाचे|ांचे|ायचे|ायच्या|तात|साठी|मध्ये|चा|ची|चे)(?!\p{L}|\p{M})/gu, 1.5],
  ['ne', /\p{L}\p{M}*(?:को|का|मा|हरू|लाई|ले|बाट|्ने|नुहोस्|उने|्छ|छन्)(?!\p{L}|\p{M})/gu, 1.2],
  ['hi', /[ड़ढ़]|़|\p{L}\p{M}*(?:ाएं|ाएँ|ेंगे|ियाँ|ियां)(?!\p{L}|\p{M})/gu, 1],
];

/** Cantonese as it is written colloquially, against Chinese. */
export const CANTONESE = /[嘅咗唔喺哋冇嘢啲嗰嚟睇咁呢佢]|點解|邊度|乜嘢/gu;

/** Characters that only one of the two ways to write Chinese has, of those that are common. */
export const TRADITIONAL =
  /[們個來這說時會為學國過對麼後裡還發經見樣開關長問題東車書買賣點現氣電話讓請謝難歡興員業產務義習種類頭體醫師覺聽讀寫語詞誰該給從兩萬歲歷據場標準證實驗報紙錢鐵銀長風飛魚鳥馬龍貓門間簡單臺灣灣島總統選舉變應機樹橋滿漢熱營養錯誤轉進運動邊連遠適達還沒學會說話與爲麗華藥離緒練習節約]/gu;
export const SIMPLIFIED =
  /[们个来这说时会为学国过对么后还发经见样开关长问题东车书买卖点现气电话让请谢难欢兴员业产务义习种类头体医师觉听读写语词谁该给从两万岁历据场标准证实验报纸钱铁银风飞鱼鸟马龙猫门间简单湾岛总统选举变应机树桥满汉热营养错误转进运动边连远适达与丽华药离绪练节约]/gu;
