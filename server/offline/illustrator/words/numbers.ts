/** Words for numbers and for what numbers measure, in the offline languages. All are plain text. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const byCount = (words: Readonly<Record<number, string>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(words).flatMap(([count, each]) =>
      each.split(/\s+/).map((word): [string, number] => [word, Number(count)]),
    ),
  );

/** Number words; from five up a picture shows five. */
export const NUMBERS = byCount({
  2: 'two both dos duas dois zwei deux due два две दो اثنان اثنين 两 二 双',
  3: 'three tres drei trois tre três три तीन ثلاثة ثلاث 三',
  4: 'four cuatro quatro vier quatre quattro четыре चार اربعة اربع 四',
  5: `five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    million many several dozens hundreds thousands millions cinco funf cinq cinque пять पाँच पांच خمسة خمس 五 很多 许多`,
});

/** Words for a group, which count before "of" only. */
export const GROUPS = byCount({
  2: 'pair couple',
  3: 'trio handful',
  5: 'group herd flock school pack family crowd swarm dozens hundreds thousands millions lots number',
});

/** A length of time, a share, a price, a measure: the number before one belongs to it. */
export const UNITS =
  list(`second minute hour day week month year decade century generation percent degree dollar euro pound cent kilometer kilometre meter metre
  mile inch foot kilo kilogram gram pound liter litre cup spoon watt volt percentage time step point third quarter half age
  segundo minuto hora dia semana mes ano anos porcentaje kilometro metro euro minute stunde tag woche monat jahr jahre prozent kilometer meter
  uhr час часа часов минут год года лет дня дней heure jour semaine mois an ans pour pourcent cento por 年 天 月 日 分 小 个 साल दिन घंटे मिनट`);

/** Little words between which and a noun no number counts. */
export const STOPS = list('and y und et e и और و a the of in');

interface Measure {
  readonly kind: 'share' | 'time';
  readonly whole: number;
}

const measures = (words: string, measure: Measure): [string, Measure][] =>
  words.split(' ').map((word) => [word, measure]);

/** Units of shares and times, with what a whole of each is: a hundred, an hour's minutes, half a day's hours. */
export const MEASURED: ReadonlyMap<string, Measure> = new Map([
  ...measures('percent prozent ciento cento pourcent процентов процента प्रतिशत', {
    kind: 'share',
    whole: 100,
  }),
  ...measures('minute minuten minutos minutes minuti минут минуты मिनट', { kind: 'time', whole: 60 }),
  ...measures('hour stunden horas heures ore часов часа घंटे', { kind: 'time', whole: 12 }),
]);

/** Values of number words, for shares and times. */
export const VALUES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    1: 'one',
    2: 'two dos zwei deux dois два दो',
    3: 'three tres drei trois três три तीन',
    4: 'four cuatro vier quatre quatro четыре चार',
    5: 'five cinco funf cinq пять पाँच',
    6: 'six seis sechs',
    7: 'seven siete sieben sept sete',
    8: 'eight ocho acht huit oito',
    9: 'nine nueve neun neuf nove',
    10: 'ten diez zehn dix dez десять दस',
    11: 'eleven once elf onze',
    12: 'twelve doce zwolf douze doze',
    15: 'fifteen quince funfzehn quinze',
    20: 'twenty veinte zwanzig vingt vinte двадцать बीस',
    30: 'thirty treinta dreissig trente trinta тридцать तीस',
    40: 'forty cuarenta vierzig quarante quarenta',
    50: 'fifty cincuenta funfzig cinquante cinquenta पचास',
    60: 'sixty sesenta sechzig soixante sessenta',
    70: 'seventy setenta siebzig',
    80: 'eighty ochenta achtzig oitenta',
    90: 'ninety noventa neunzig',
  }).flatMap(([value, words]) => words.split(' ').map((word): [string, number] => [word, Number(value)])),
);
