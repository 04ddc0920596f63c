/** What a topic asks for, by its form alone. */
export type Form = 'why' | 'howto' | 'how' | 'list' | 'versus' | 'question' | 'statement' | 'thing';

/** In order: the first that fits decides. Each holds for every offline language. */
const FORMS: readonly [Form, RegExp][] = [
  [
    'versus',
    /(?:^|\s)(?:vs|versus|gegen|oder|contre|contra|बनाम)(?:\.|\s|$)|\bdifference between\b|对比|还是|مقابل|ضد\s/iu,
  ],
  [
    'list',
    /^(?:the |los |las |les |die |أفضل )?(?:top |best )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|dos|tres|cinco|diez|drei|fünf|zehn|trois|cinq|dix|तीन|पांच|पाँच|दस)\s+\p{L}|^[0-9一二两三四五六七八九十]+[个件种条大]|^top\b/iu,
  ],
  ['why', /^[¿"“«„]*(?:why|por qué|porqué|warum|wieso|weshalb|pourquoi|لماذا|لم\s)|क्यों|为什么|为何|为啥/iu],
  [
    'howto',
    /^[¿"“«„]*(?:how (?:to|do i|can i|should i)\b|\p{L}+ing a \p{L}+ at home|tips\b|a guide|guide to|cómo \p{L}+(?:ar|er|ir|arse|erse|irse)(?:\s|$)|consejos|wie man |so (?:geht|machst|gelingt)|tipps|comment \p{L}+(?:er|ir|re)(?:\s|$)|conseils|كيفية|نصائح)|तरीक|टिप्स|कैसे (?:करें|बनाएं|बनाएँ|सीखें|रहें)|技巧|方法|教程|怎么[做学写]|如何[做学写提成]/iu,
  ],
  [
    'question',
    /^[¿"“«„]*how (?:far|long|many|much|old|big|tall|fast|often|deep|high|heavy|hot|cold|large|small|likely)\b|^wie (?:viel|viele|lange|weit|groß|alt|oft|hoch|schnell|tief)(?=\s|$)|^combien/iu,
  ],
  ['how', /^[¿"“«„]*(?:how|cómo|wie|comment|كيف)(?=\s|$)|कैसे|如何|怎么|怎样/iu],
  [
    'question',
    /[?？؟]["”»]?$|^[¿"“«„]*(?:what|who|where|when|which|whose|is|are|do|does|did|can|could|should|will|qué|quién|dónde|cuándo|was|wer|wo|wann|welche[rsn]?|qu['’]est-ce|qui|où|quand|quel(?:le)?s?|हां|क्या|कौन|هل|ما|من|أين|متى)(?=\s|$)|是什么|什么是|吗$|क्या है|कौन है/iu,
  ],
  [
    'statement',
    /!$|(?:^|\s)(?:is|are|was|should|must|can't|cannot|will|never|always|need|needs|i think|es|son|debe|deben|nunca|siempre|ist|sind|muss|sollte|niemals|immer|est|sont|doit|faut|jamais|toujours|यह|चाहिए|हमेशा|يجب|دائما|أبدا)(?:\s|$)|(?:^|.)(?:应该|必须|永远|总是)|\sहै$/iu,
  ],
];

/** The form of a topic; a name or a bare subject is a 'thing'. */
export function formOf(topic: string): Form {
  return FORMS.find(([, pattern]) => pattern.test(topic))?.[0] ?? 'thing';
}
