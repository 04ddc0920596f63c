/**
 * How nouns end in their languages: what may follow the stem of a word in a text and in a lexicon. `language, language: ending
 * ending`. A word and a name are one if both are a stem and one of these endings. Languages without a line are compared as
 * they are written. For `*` any ending of up to five letters may follow a name of four letters or more (languages that add
 * several endings to a word).
 */
export const ENDINGS = `
es, ca, gl: s es
pt: s es ns
fr: s x
it: i e o a
ro: i e a ul ului le lor lui ii
de: e en er n s es em ern
nl, af: en s e n
sv, da, nb, nn, no: en et er ar or n t a erna arna orna ene s
is: ur inn inum um ir ar a i ið
ru, uk, be, bg, mk: а у ы и е о ой ою ом ем ём ам ями ами ах ях я ю й ь ей ёй і ї ов ев ів ок ки ка ку кой ке ата та ът ия ите
sr, hr, bs, sl: a e i o u om em ama ima ovi evi ov ev
cs, sk, pl: a e i o u y ě ą ę ów om em ami ach ech ou ovi ie ami mi í ů ů
lt, lv: as is ys us a ė ai ei ų ą ę o os ams ais s i u am iem
el: ος ο ου ους οι η ης ες α ας ων ι ιου ια
hi, mr, ne: ा ी े ों ें ियों ियाँ ियां ओं ने ला ची चे चा
ar, fa, ur: ة ات ان ين ون ه ها ها‌ ی های
ko: 은 는 이 가 을 를 의 에 에서 와 과 도 로 으로 들 들이 들은 만
id, ms: nya
sw, en: s
hu, fi, et, tr, az, kk, ky, uz, eu, ka, hy, bn, gu, pa, ta, te, kn, ml, si: *
`;

/** Little words written together with the noun that follows. */
export const PREFIXES = `
ar: وال بال كال فال لل ال و ب ل ف
he: ה ו ב ל מ ש כ
`;

/** What stands before nouns, where a short noun may be another word by itself ("lit" is a bed and reads). */
export const DETERMINERS = `
es: el la los las un una unos unas del al de mi tu su este esta ese esa cada con en y o
pt: o a os as um uma do da dos das no na de meu minha seu sua este esta cada com em e ou ao à pelo pela
fr: le la les l un une des du de d au aux mon ma mes son sa ses ton ta ce cet cette ces chaque et ou votre notre leur
it: il lo la i gli le l un uno una del dello della dei degli delle di al alla nel nella mio mia suo sua e o con in
ca, gl: el la els les un una del de l d i o a os as
`;

/** Little words that look like a bent noun. */
export const NO_NOUNS = `
ru: почти уже всего потом один одна
uk: майже вже один одна
hi: घंटे घंटा घंटों
`;
