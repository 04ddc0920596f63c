import { keyOf } from './all-words.ts';

/** What stands in round brackets where somebody is to do it rather than say it: "(laughs)", "(seufzt leise)". */
const WORDS = new Set(
  `laughs, laughing, laugh, chuckles, chuckling, giggles, sighs, sighing, gasps, gasping, whispers, whispering, shouts,
  shouting, yells, screams, cries, crying, sobs, smiles, smiling, nods, nodding, shrugs, winks, coughs, clears throat,
  sniffs, yawns, pauses, pausing, sarcastic, sarcastically, excited, excitedly, softly, quietly, loudly, angrily, sadly,
  lacht, lachend, kichert, seufzt, seufzend, flüstert, flüsternd, ruft, schreit, weint, lächelt, lächelnd, nickt, hustet,
  räuspert sich, leise, ironisch, aufgeregt,
  ríe, ríen, riendo, risas, suspira, suspirando, susurra, susurrando, grita, gritando, llora, llorando, sonríe, sonriendo,
  asiente, tose, carraspea, en voz baja,
  rit, rires, il rit, elle rit, soupire, chuchote, chuchotant, crie, pleure, sourit, souriant, hoche la tête, tousse, à voix basse,
  ri, rindo, risos, suspira, sussurra, sussurrando, grita, gritando, chora, chorando, sorri, sorrindo, tosse,
  ride, ridendo, risate, sospira, sospirando, sussurra, bisbiglia, piange, sorride, sorridendo, annuisce, tossisce,
  lacht, zucht, fluistert, roept, huilt, glimlacht, knikt, kucht, śmieje się, wzdycha, szepcze, krzyczy, płacze, uśmiecha się,
  смеётся, смеется, смех, вздыхает, шепчет, шёпотом, шепотом, кричит, плачет, улыбается, кивает, кашляет,
  сміється, сміх, зітхає, шепоче, пошепки, кричить, плаче, посміхається,
  güler, gülerek, iç çeker, fısıldar, fısıldayarak, bağırır, ağlar, gülümser, tertawa, berbisik, menghela napas, tersenyum,
  cười, thở dài, thì thầm, हंसते हुए, हँसते हुए, हंसता है, हंसती है, आह भरते हुए, फुसफुसाते हुए, मुस्कुराते हुए, रोते हुए,
  يضحك, تضحك, ضاحكا, ضاحكة, يتنهد, تتنهد, يهمس, تهمس, يبتسم, تبتسم, يبكي, צוחק, צוחקת, נאנח, לוחש, לוחשת, מחייך, מחייכת,
  笑, 笑着, 笑了, 大笑, 叹气, 嘆氣, 小声, 小聲, 低声, 低聲, 耳语, 微笑, 哭, 点头, 咳嗽, 笑う, 笑い, ため息, ささやく, 小声で, 微笑む, 泣く, うなずく, 웃음, 웃으며, 한숨, 속삭이며, 미소, 울며`
    .split(/,\s+/u)
    .map(keyOf),
);

/** Whether words in brackets say how something is said, and not what. */
export function isDelivery(inner: string): boolean {
  const words = inner.trim().split(/\s+/u);
  return (
    words.length <= 4 && (WORDS.has(keyOf(inner)) || (words.length <= 2 && WORDS.has(keyOf(words[0] ?? ''))))
  );
}
