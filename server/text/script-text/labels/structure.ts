import { keyOf } from './all-words.ts';
import { readLabel } from './read-label.ts';

/**
 * What copywriters call the parts of a script, by language. Each of these words may also be said ("Problem: it is
 * raining"), so they are labels only beside others: see `withStructure`. What counts for a listener ("Step 1:", "Tip:",
 * "Myth:", "Fact:", "Before:", "Remember:") is not among them and is said.
 */
const STRUCTURE: Readonly<Record<string, string>> = {
  en: 'problem, the problem, agitate, agitation, solution, the solution, result, results, the result, benefit, benefits, proof, social proof, promise, offer, twist, reveal, takeaway, key takeaway, summary, context, conflict, resolution, pain point, explanation, development, lesson, value',
  de: 'problem, das problem, zuspitzung, lösung, die lösung, ergebnis, das ergebnis, nutzen, vorteil, vorteile, beweis, versprechen, angebot, wendung, auflösung, fazit, zusammenfassung, kontext, konflikt, erklärung, schluss, aufruf, appell',
  es: 'problema, el problema, agitación, solución, la solución, resultado, resultados, beneficio, beneficios, prueba, prueba social, promesa, oferta, giro, conclusión, resumen, contexto, conflicto, resolución, explicación, desarrollo, llamado, cierre',
  fr: 'problème, le problème, agitation, solution, la solution, résultat, résultats, bénéfice, bénéfices, preuve, preuve sociale, promesse, offre, révélation, conclusion, résumé, contexte, conflit, résolution, explication, développement, appel, chute',
  pt: 'problema, o problema, agitação, solução, a solução, resultado, resultados, benefício, benefícios, prova, prova social, promessa, oferta, virada, conclusão, resumo, contexto, conflito, resolução, explicação, desenvolvimento, chamada, fechamento',
  it: 'problema, il problema, agitazione, soluzione, la soluzione, risultato, risultati, beneficio, benefici, prova, riprova sociale, promessa, offerta, svolta, conclusione, riassunto, contesto, conflitto, risoluzione, spiegazione, sviluppo, invito, chiusura',
  nl: 'probleem, het probleem, oplossing, de oplossing, resultaat, resultaten, voordeel, voordelen, bewijs, belofte, aanbod, wending, conclusie, samenvatting, context, conflict, uitleg, oproep',
  pl: 'problem, rozwiązanie, wynik, efekt, korzyść, korzyści, dowód, obietnica, oferta, zwrot akcji, wniosek, podsumowanie, kontekst, konflikt, wyjaśnienie, wezwanie',
  ru: 'проблема, боль, решение, результат, результаты, выгода, преимущества, доказательство, обещание, предложение, поворот, вывод, итог, контекст, конфликт, развязка, объяснение, развитие, призыв',
  uk: 'проблема, біль, рішення, результат, результати, вигода, переваги, доказ, обіцянка, пропозиція, поворот, висновок, підсумок, контекст, конфлікт, розвʼязка, пояснення, розвиток, заклик',
  tr: 'sorun, problem, çözüm, sonuç, sonuçlar, fayda, faydalar, kanıt, vaat, teklif, özet, bağlam, çatışma, açıklama, gelişme, çağrı',
  id: 'masalah, solusi, hasil, manfaat, bukti, janji, penawaran, kesimpulan, ringkasan, konteks, konflik, penjelasan, ajakan',
  vi: 'vấn đề, giải pháp, kết quả, lợi ích, bằng chứng, lời hứa, ưu đãi, kết luận, tóm tắt, bối cảnh, xung đột, giải thích, kêu gọi',
  ar: 'المشكلة, مشكلة, الحل, حل, النتيجة, نتيجة, الفائدة, الفوائد, الدليل, الوعد, العرض, الخلاصة, السياق, الصراع, الشرح, الدعوة',
  he: 'הבעיה, בעיה, הפתרון, פתרון, התוצאה, תוצאה, היתרון, יתרונות, הוכחה, הבטחה, הצעה, סיכום, הקשר, קונפליקט, הסבר, קריאה',
  hi: 'समस्या, समाधान, हल, परिणाम, नतीजा, लाभ, फ़ायदा, प्रमाण, वादा, ऑफ़र, निष्कर्ष, सारांश, संदर्भ, व्याख्या, आह्वान',
  ja: '問題, 問題提起, 課題, 共感, 解決, 解決策, 結果, メリット, 証拠, 約束, 提案, 結論, まとめ, 背景, 展開, 説明, 呼びかけ',
  ko: '문제, 문제 제기, 공감, 해결, 해결책, 결과, 장점, 증거, 약속, 제안, 결론, 요약, 배경, 전개, 설명, 행동 유도',
  zh: '问题, 問題, 痛点, 痛點, 共鸣, 解决, 解决方案, 解決方案, 方案, 结果, 結果, 好处, 好處, 证据, 承诺, 反转, 结论, 結論, 总结, 總結, 背景, 冲突, 解释, 行动号召, 行動呼籲',
};
const WORDS = new Set(Object.values(STRUCTURE).flatMap((words) => words.split(', ').map(keyOf)));
/** A part label that is one in any script. */
const PART = 'Hook';
/** The word before a colon, or alone in emphasis or a heading, and how its line begins. */
const LINE = /^([\s>•#*_]*)([\p{L}\p{M}' ]{2,30}?)([\s*_]*[:：][\s*_]*|[*_]+\s*$|(?<=#.*)\s*$)(.*)$/u;

/**
 * Lines whose labels "Problem:", "Solution:" are parts of a script, as ones that every script has: where two different
 * ones stand, or one beside "Scene 1", "Hook:", "CTA:". As many lines as there were.
 */
export function withStructure(lines: readonly string[]): string[] {
  const found = lines.map((line) => {
    const word = keyOf(LINE.exec(line)?.[2] ?? '');
    return WORDS.has(word) ? word : undefined;
  });
  const kinds = new Set(found.filter((word) => word !== undefined));
  const marked = lines.some((line) => {
    const label = readLabel(line);
    return label?.kind === 'part' && label.word !== '';
  });
  if (kinds.size === 0 || (kinds.size < 2 && !marked)) return [...lines];
  return lines.map((line, index) =>
    found[index] === undefined ? line : line.replace(LINE, `$1${PART}$3$4`),
  );
}
