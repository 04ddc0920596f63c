import { GREY } from '../colour.ts';

/** Words that change how a scene is drawn rather than what is in it, in all offline languages. All are plain text. */

const list = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter((word) => word !== ''));

export const NIGHT =
  list(`night stars stargazing midnight dark darkness moonlight starry nighttime asleep noche oscuridad nacht nachts dunkel dunkelheit
  nuit obscurite रात अंधेरा ليل الليل ظلام ليلا 夜 夜晚 晚上 黑暗 夜里`);
export const DUSK =
  list(`sunset dusk dawn sunrise evening twilight atardecer amanecer sonnenuntergang sonnenaufgang abend coucher aube soir
  शाम सूर्यास्त सूर्योदय غروب شروق مساء 日落 黄昏 日出 傍晚`);
export const STILL =
  list(`stops stopped stop standstill dead dies died lifeless motionless extinct para muerto muerta tot
  arrete mort morte मृत रुकता توقف يتوقف ميت 停止 死`);
export const FAST =
  list(`fast faster fastest speed speeding speeds racing races rushing rushes zoom zooms dash dashes sprint swims swimming
  swim runs running flies flying flew launch launches shooting shoots falls falling chase chases escapes rapido rapida nada vuela corre
  schnell schwimmt fliegt rennt rapide nage vole court तेज़ तेज दौड़ता उड़ता तैरता سريع يسبح يطير يجري 快 游 飞 跑`);
export const ASLEEP =
  list(`asleep sleep sleeps sleeping nap dream dreams dreaming snore snoring hibernates duerme dormido dormir sueno
  schlaft schlaf traum traumt dort sommeil reve सोता नींद सपना نائم نوم ينام حلم 睡 睡觉 睡眠 梦`);
export const THINKING =
  list(`think thinks thinking thought wonder wonders wondering ponders piensa pensando denkt nachdenken pense reflechit
  सोचता सोच يفكر تفكير 想 思考`);
export const IDEA = list(
  'idea ideas invents invention insight aha eureka inventor idee erfindung inventa विचार فكرة 主意 想法',
);
export const LOVING = list(
  'love loves loving romance kiss kisses amor ama liebe liebt amour aime प्यार حب يحب 爱 恋',
);
export const CARRYING =
  list(`carry carries carrying delivers delivering brings bringing lleva tragt bringt porte
  ले يحمل 带 送 背`);
export const GIVING = list(
  'gives giving gave offers offering another da gibt donne देता يعطي 给 另一只 另一个',
);
export const COMPARED = list(`versus vs compared contra gegen vergleich contre बनाम مقابل
  مقارنة 对比 相比`);
export const FRAMED = list(
  'porthole frame lens peephole telescope ventana ojo-de-buey fenster bullauge hublot fenetre खिड़की نافذة 窗 窗户',
);
export const GLOWING = list(
  'glow glows glowing shining shines magical magic luminous brilla leuchtet brille चमकता يلمع 发光',
);
export const ABSENT = list(
  'no not without neither lacking sin ningun ohne kein keine keinen sans aucun बिना नहीं بدون بلا لا 没有 没 无',
);
/** A chart beside these goes down. */
export const FALLING = list(
  'fall fell drop crash lose loss decline plunge sink shrink crisis cae sinkt fallt baisse cai падает 下跌',
);
export const PEACEFUL = list('rest rests resting sleeping asleep calm quiet sits sitting lies lying still');

export const SURFACING = list(
  `surface surfaces jump jumps jumping leap leaps breach breaches beach shore boat ship fin tail fishing
  playa superficie strand oberfläche springt plage surface saute किनारा شاطئ سطح 海面 海滩 跳`,
);

/** Colour names → the tint of the motif that they stand beside. */
export const COLOURS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '#e0392f': 'red scarlet crimson rojo roja rot rote roter rotes rouge लाल أحمر احمر حمراء 红',
    '#2f74d8': 'blue azul blau blaue blauer blaues bleu bleue नीला नीली ازرق زرقاء 蓝',
    '#3fa34d': 'green verde grun grune gruner grunes vert verte हरा हरी اخضر خضراء 绿',
    '#f2c230':
      'yellow golden gold amarillo amarilla dorado gelb gelbe gelber golden jaune dore पीला पीली सुनहरा اصفر صفراء ذهبي 黄 金色',
    '#f0812e': 'orange naranja anaranjado orangefarben नारंगी برتقالي 橙',
    '#8a4fc4': 'purple violet morado morada violeta lila violett बैंगनी بنفسجي 紫',
    '#ee6fa3': 'pink rosa rosado गुलाबी وردي 粉',
    '#8a5a36': 'brown marron braun braune brauner brun भूरा بني 棕 褐',
    '#2aa6a0': 'teal turquoise turquesa turkis cyan',
    [GREY]: 'gray grey gris grau graue grauer graues grise धूसर رمادي 灰',
  }).flatMap(([colour, words]) => words.split(' ').map((word): [string, string] => [word, colour])),
);
