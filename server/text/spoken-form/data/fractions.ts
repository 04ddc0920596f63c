/** language | 1/2 | behind a whole number | 1/3 | 2/3 | 1/4 | 3/4 ; an empty place is said as numerator and denominator. */
const TABLE = `
en|one half|{0} and a half|one third|two thirds|one quarter|three quarters
de|ein halb|{0} einhalb|ein Drittel|zwei Drittel|ein Viertel|drei Viertel
nl|een half|{0} en een half|een derde|twee derde|een kwart|drie kwart
af|'n half|{0} en 'n half|'n derde|twee derdes|'n kwart|drie kwart
sv|en halv|{0} och en halv|en tredjedel|två tredjedelar|en fjärdedel|tre fjärdedelar
nb|en halv|{0} og en halv|en tredjedel|to tredjedeler|en fjerdedel|tre fjerdedeler
da|en halv|{0} og en halv|en tredjedel|to tredjedele|en fjerdedel|tre fjerdedele
fr|un demi|{0} et demi|un tiers|deux tiers|un quart|trois quarts
es|medio|{0} y medio|un tercio|dos tercios|un cuarto|tres cuartos
pt|meio|{0} e meio|um terço|dois terços|um quarto|três quartos
it|mezzo|{0} e mezzo|un terzo|due terzi|un quarto|tre quarti
ca|mig|{0} i mig|un terç|dos terços|un quart|tres quarts
ro|jumătate|{0} și jumătate|o treime|două treimi|un sfert|trei sferturi
ru|половина|{0} с половиной|одна треть|две трети|одна четверть|три четверти
uk|половина|{0} з половиною|одна третина|дві третини|одна чверть|три чверті
bg|половин|{0} и половина|една трета|две трети|една четвърт|три четвърти
sr|пола|{0} и по|једна трећина|две трећине|једна четвртина|три четвртине
hr|pola|{0} i pol|jedna trećina|dvije trećine|jedna četvrtina|tri četvrtine
cs|půl|{0} a půl|třetina|dvě třetiny|čtvrt|tři čtvrtě
sk|pol|{0} a pol|tretina|dve tretiny|štvrť|tri štvrte
pl|pół|{0} i pół|jedna trzecia|dwie trzecie|jedna czwarta|trzy czwarte
fi|puoli|{0} ja puoli|kolmasosa|kaksi kolmasosaa|neljäsosa|kolme neljäsosaa
et|pool|{0} ja pool|kolmandik|kaks kolmandikku|veerand|kolmveerand
hu|fél|{0} és fél|egyharmad|kétharmad|negyed|háromnegyed
el|μισό|{0} και μισό|ένα τρίτο|δύο τρίτα|ένα τέταρτο|τρία τέταρτα
tr|yarım|{0} buçuk|üçte bir|üçte iki|çeyrek|dörtte üç
id|setengah|{0} setengah|sepertiga|dua pertiga|seperempat|tiga perempat
ms|setengah|{0} setengah|satu pertiga|dua pertiga|suku|tiga suku
vi|một nửa|{0} rưỡi|một phần ba|hai phần ba|một phần tư|ba phần tư
sw|nusu|{0} na nusu|theluthi moja|theluthi mbili|robo|robo tatu
ar|نصف|{0} ونصف|ثلث|ثلثان|ربع|ثلاثة أرباع
he|חצי|{0} וחצי|שליש|שני שלישים|רבע|שלושה רבעים
fa|نیم|{0} و نیم|یک سوم|دو سوم|یک چهارم|سه چهارم
ur|آدھا|ساڑھے {0}|ایک تہائی|دو تہائی|ایک چوتھائی|تین چوتھائی
hi|आधा|साढ़े {0}|एक तिहाई|दो तिहाई|एक चौथाई|तीन चौथाई
mr|अर्धा|साडे {0}|एक तृतीयांश|दोन तृतीयांश|पाव|पाऊण
bn|অর্ধেক|সাড়ে {0}|এক তৃতীয়াংশ|দুই তৃতীয়াংশ|এক চতুর্থাংশ|তিন চতুর্থাংশ
ta|அரை|{0} அரை|மூன்றில் ஒன்று|மூன்றில் இரண்டு|கால்|முக்கால்
th|ครึ่ง|{0} ครึ่ง|เศษหนึ่งส่วนสาม|เศษสองส่วนสาม|หนึ่งในสี่|สามในสี่
zh|二分之一|{0}又二分之一|三分之一|三分之二|四分之一|四分之三
yue|二分之一|{0}又二分之一|三分之一|三分之二|四分之一|四分之三
ja|2分の1|{0}と2分の1|3分の1|3分の2|4分の1|4分の3
ko|2분의 1|{0}과 2분의 1|3분의 1|3분의 2|4분의 1|4분의 3
`;

const KEYS = ['1/2', '+1/2', '1/3', '2/3', '1/4', '3/4'];

/** By language, then by "1/2" and the like; "+1/2" is the half behind a whole number. */
export const FRACTIONS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [language = '', ...said] = line.split('|');
      return [language, new Map(said.map((words, at) => [KEYS[at] ?? '', words]))];
    }),
);

/** Any other fraction: "{0}" is the numerator. */
export const ANY_FRACTION: Readonly<Record<string, string>> = {
  en: '{0} over {1}',
  de: '{0} durch {1}',
  fr: '{0} sur {1}',
  es: '{0} sobre {1}',
  pt: '{0} sobre {1}',
  it: '{0} su {1}',
  nl: '{0} gedeeld door {1}',
  zh: '{1}分之{0}',
  yue: '{1}分之{0}',
  ja: '{1}分の{0}',
  ko: '{1}분의 {0}',
  vi: '{0} phần {1}',
  tr: '{0} bölü {1}',
  hi: '{0} बटा {1}',
  ru: '{0} дробь {1}',
  pl: '{0} przez {1}',
  id: '{0} per {1}',
  ar: '{0} على {1}',
};

/** ½ and the like as they would be typed. */
export const SIGNS: Readonly<Record<string, string>> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
  '⅕': '1/5',
};

/** Half of the noun that follows, where its gender shows. */
export const HALF_OF: Readonly<Record<string, readonly [words: string, noun: RegExp]>> = {
  de: ['eine halbe', /^\s\p{Lu}\p{Ll}*(?:e|ung)(?!\p{L})/u],
  nl: ['een halve', /^\s\p{Ll}/u],
  fr: ['une demi', /^\s\p{Ll}+e(?!\p{L})/u],
  es: ['media', /^\s\p{Ll}+a(?!\p{L})/u],
  pt: ['meia', /^\s\p{Ll}+a(?!\p{L})/u],
  it: ['mezza', /^\s\p{Ll}+a(?!\p{L})/u],
  ca: ['mitja', /^\s\p{Ll}+a(?!\p{L})/u],
};

/** Between points and the most that there are: "4.8/5". */
export const OUT_OF: Readonly<Record<string, string>> = {
  en: 'out of',
  de: 'von',
  nl: 'van de',
  fr: 'sur',
  es: 'de',
  pt: 'de',
  it: 'su',
  ca: 'de',
  ru: 'из',
  uk: 'із',
  pl: 'na',
  cs: 'z',
  sv: 'av',
  da: 'af',
  nb: 'av',
  tr: 'bölü',
  id: 'dari',
  vi: 'trên',
};
