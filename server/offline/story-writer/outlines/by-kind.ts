import type { OfflineLanguage } from '@shortfactory/core';

/** What an outline of a kind asks, in one language; `{n}` is an item's number. Nothing in it says anything of a topic. */
export interface KindOutline {
  readonly item: readonly string[];
  readonly step: readonly string[];
  readonly question: string;
  readonly answer: string;
  /** As many as KIND_VISUALS has; so news and ad. */
  readonly story: readonly string[];
  readonly news: readonly string[];
  readonly ad: readonly string[];
}

export const KIND_OUTLINES: Readonly<Record<OfflineLanguage, KindOutline>> = {
  en: {
    item: [
      'Number {n}. What would you put here, and why?',
      'Number {n}. Which one did you try yourself?',
      'Number {n}. Which one would a friend name?',
      'Number {n}. Which one do people leave out?',
      'Number {n}. Which one did you learn too late?',
    ],
    step: [
      'Step {n}. What do you do here, and how do you see that it worked?',
      'Step {n}. What do you need for it?',
      'Step {n}. What goes wrong here most easily?',
      'Step {n}. How long does it take you?',
    ],
    question: 'Question {n}. What would you ask here, and which three answers would you offer?',
    answer: 'Answer {n}. Which one is right, and where can people look it up?',
    story: [
      'Who is it about, and what do they want?',
      'Where does it begin, and what is it like there?',
      'What gets in the way?',
      'When does it turn, and what changes?',
      'How does it end, and what stays?',
    ],
    news: [
      'What happened? Say it in one sentence.',
      'Who was there, where, and when?',
      'Who says so, and who could confirm it?',
      'Why does it matter to whoever is watching?',
      'What is not known yet, and what comes next?',
    ],
    ad: [
      'Who is it for, and what bothers them?',
      'What is it called, and what does it do?',
      'What can be seen of it in three seconds?',
      'Who says that it works, and may you show them?',
      'What should people do now, and where?',
    ],
  },
  de: {
    item: [
      'Nummer {n}. Was würdest du hier nennen, und warum?',
      'Nummer {n}. Was hast du selbst ausprobiert?',
      'Nummer {n}. Was würde ein Freund nennen?',
      'Nummer {n}. Was lassen viele weg?',
      'Nummer {n}. Was hast du zu spät gelernt?',
    ],
    step: [
      'Schritt {n}. Was tust du hier, und woran siehst du, dass es geklappt hat?',
      'Schritt {n}. Was brauchst du dafür?',
      'Schritt {n}. Was geht hier am leichtesten schief?',
      'Schritt {n}. Wie lange brauchst du dafür?',
    ],
    question: 'Frage {n}. Was würdest du hier fragen, und welche drei Antworten bietest du an?',
    answer: 'Antwort {n}. Welche stimmt, und wo kann man es nachlesen?',
    story: [
      'Um wen geht es, und was will diese Person?',
      'Wo beginnt es, und wie ist es dort?',
      'Was kommt dazwischen?',
      'Wann wendet es sich, und was ändert sich?',
      'Wie endet es, und was bleibt?',
    ],
    news: [
      'Was ist geschehen? Sag es in einem Satz.',
      'Wer war dabei, wo und wann?',
      'Wer sagt das, und wer könnte es bestätigen?',
      'Warum ist es für die wichtig, die zuschauen?',
      'Was weiß man noch nicht, und wie geht es weiter?',
    ],
    ad: [
      'Für wen ist es, und was stört diese Leute?',
      'Wie heißt es, und was tut es?',
      'Was sieht man davon in drei Sekunden?',
      'Wer sagt, dass es hilft, und darfst du das zeigen?',
      'Was sollen die Leute jetzt tun, und wo?',
    ],
  },
  es: {
    item: [
      'Número {n}. ¿Qué pondrías aquí, y por qué?',
      'Número {n}. ¿Cuál probaste tú mismo?',
      'Número {n}. ¿Cuál nombraría un amigo?',
      'Número {n}. ¿Cuál olvida casi todo el mundo?',
      'Número {n}. ¿Cuál aprendiste demasiado tarde?',
    ],
    step: [
      'Paso {n}. ¿Qué haces aquí, y cómo ves que salió bien?',
      'Paso {n}. ¿Qué necesitas para esto?',
      'Paso {n}. ¿Qué sale mal aquí con más facilidad?',
      'Paso {n}. ¿Cuánto tardas?',
    ],
    question: 'Pregunta {n}. ¿Qué preguntarías aquí, y qué tres respuestas ofrecerías?',
    answer: 'Respuesta {n}. ¿Cuál es la correcta, y dónde se puede comprobar?',
    story: [
      '¿De quién trata, y qué quiere?',
      '¿Dónde empieza, y cómo es aquel lugar?',
      '¿Qué se interpone?',
      '¿Cuándo da un giro, y qué cambia?',
      '¿Cómo termina, y qué queda?',
    ],
    news: [
      '¿Qué ha pasado? Dilo en una frase.',
      '¿Quién estaba allí, dónde y cuándo?',
      '¿Quién lo dice, y quién podría confirmarlo?',
      '¿Por qué le importa a quien lo mira?',
      '¿Qué no se sabe todavía, y qué viene después?',
    ],
    ad: [
      '¿Para quién es, y qué le molesta?',
      '¿Cómo se llama, y qué hace?',
      '¿Qué se puede ver de ello en tres segundos?',
      '¿Quién dice que funciona, y puedes mostrarlo?',
      '¿Qué debe hacer la gente ahora, y dónde?',
    ],
  },
  fr: {
    item: [
      'Numéro {n}. Que mettrais-tu ici, et pourquoi ?',
      'Numéro {n}. Lequel as-tu essayé toi-même ?',
      'Numéro {n}. Lequel un ami citerait-il ?',
      'Numéro {n}. Lequel oublie-t-on souvent ?',
      'Numéro {n}. Lequel as-tu appris trop tard ?',
    ],
    step: [
      'Étape {n}. Que fais-tu ici, et comment vois-tu que c’est réussi ?',
      'Étape {n}. De quoi as-tu besoin ?',
      'Étape {n}. Qu’est-ce qui rate ici le plus facilement ?',
      'Étape {n}. Combien de temps te faut-il ?',
    ],
    question: 'Question {n}. Que demanderais-tu ici, et quelles trois réponses proposerais-tu ?',
    answer: 'Réponse {n}. Laquelle est juste, et où peut-on le vérifier ?',
    story: [
      'De qui s’agit-il, et que veut cette personne ?',
      'Où cela commence-t-il, et comment est-ce là-bas ?',
      'Qu’est-ce qui se met en travers ?',
      'Quand cela bascule-t-il, et qu’est-ce qui change ?',
      'Comment cela finit-il, et que reste-t-il ?',
    ],
    news: [
      'Que s’est-il passé ? Dis-le en une phrase.',
      'Qui était là, où et quand ?',
      'Qui le dit, et qui pourrait le confirmer ?',
      'Pourquoi est-ce important pour qui regarde ?',
      'Que ne sait-on pas encore, et que va-t-il suivre ?',
    ],
    ad: [
      'Pour qui est-ce, et qu’est-ce qui les gêne ?',
      'Comment cela s’appelle-t-il, et que fait-il ?',
      'Que peut-on en voir en trois secondes ?',
      'Qui dit que cela marche, et peux-tu le montrer ?',
      'Que faut-il faire maintenant, et où ?',
    ],
  },
  hi: {
    item: [
      'नंबर {n}। यहाँ आप क्या रखेंगे, और क्यों?',
      'नंबर {n}। आपने ख़ुद क्या आज़माया है?',
      'नंबर {n}। आपका कोई दोस्त क्या बताएगा?',
      'नंबर {n}। लोग अक्सर क्या छोड़ देते हैं?',
      'नंबर {n}। आपने क्या बहुत देर से सीखा?',
    ],
    step: [
      'चरण {n}। यहाँ आप क्या करते हैं, और कैसे पता चलता है कि हो गया?',
      'चरण {n}। इसके लिए क्या चाहिए?',
      'चरण {n}। यहाँ सबसे आसानी से क्या बिगड़ता है?',
      'चरण {n}। इसमें आपको कितना समय लगता है?',
    ],
    question: 'सवाल {n}। यहाँ आप क्या पूछेंगे, और कौन से तीन जवाब देंगे?',
    answer: 'जवाब {n}। कौन सा सही है, और उसे कहाँ देखा जा सकता है?',
    story: [
      'यह किसके बारे में है, और वह क्या चाहता है?',
      'यह कहाँ शुरू होती है, और वहाँ कैसा है?',
      'बीच में क्या आड़े आता है?',
      'मोड़ कब आता है, और क्या बदलता है?',
      'अंत कैसे होता है, और क्या बचता है?',
    ],
    news: [
      'क्या हुआ? एक वाक्य में कहिए।',
      'वहाँ कौन था, कहाँ और कब?',
      'यह कौन कहता है, और कौन इसकी पुष्टि कर सकता है?',
      'देखने वाले के लिए यह क्यों ज़रूरी है?',
      'अभी क्या पता नहीं है, और आगे क्या होगा?',
    ],
    ad: [
      'यह किसके लिए है, और उन्हें क्या परेशान करता है?',
      'इसका नाम क्या है, और यह क्या करता है?',
      'तीन सेकंड में इसका क्या दिखाया जा सकता है?',
      'कौन कहता है कि यह काम करता है, और क्या आप उसे दिखा सकते हैं?',
      'लोगों को अब क्या करना चाहिए, और कहाँ?',
    ],
  },
  ar: {
    item: [
      'رقم {n}. ماذا تضع هنا، ولماذا؟',
      'رقم {n}. ما الذي جربته بنفسك؟',
      'رقم {n}. ما الذي سيذكره صديق؟',
      'رقم {n}. ما الذي ينساه الناس؟',
      'رقم {n}. ما الذي تعلمته متأخرا؟',
    ],
    step: [
      'خطوة {n}. ماذا تفعل هنا، وكيف تعرف أنها نجحت؟',
      'خطوة {n}. ماذا تحتاج لها؟',
      'خطوة {n}. ما الذي يفسد هنا بسهولة؟',
      'خطوة {n}. كم من الوقت تأخذ منك؟',
    ],
    question: 'سؤال {n}. ماذا تسأل هنا، وما الأجوبة الثلاثة التي تعرضها؟',
    answer: 'جواب {n}. أيها الصحيح، وأين يمكن التأكد منه؟',
    story: [
      'عمن تحكي، وماذا يريد؟',
      'أين تبدأ، وكيف يبدو المكان؟',
      'ما الذي يقف في الطريق؟',
      'متى تتحول، وما الذي يتغير؟',
      'كيف تنتهي، وما الذي يبقى؟',
    ],
    news: [
      'ماذا حدث؟ قله في جملة واحدة.',
      'من كان هناك، وأين، ومتى؟',
      'من يقول ذلك، ومن يستطيع تأكيده؟',
      'لماذا يهم من يشاهد؟',
      'ما الذي لا يعرف بعد، وماذا سيأتي؟',
    ],
    ad: [
      'لمن هو، وما الذي يزعجهم؟',
      'ما اسمه، وماذا يفعل؟',
      'ما الذي يمكن أن يرى منه في ثلاث ثوان؟',
      'من يقول إنه يعمل، وهل يمكنك أن تعرض ذلك؟',
      'ماذا على الناس أن يفعلوا الآن، وأين؟',
    ],
  },
  zh: {
    item: [
      '第{n}个。这里你会放什么，为什么？',
      '第{n}个。哪一个你亲自试过？',
      '第{n}个。朋友会说哪一个？',
      '第{n}个。哪一个常常被人忘记？',
      '第{n}个。哪一个你知道得太晚？',
    ],
    step: [
      '第{n}步。这里你做什么，怎么看出做好了？',
      '第{n}步。这一步需要什么？',
      '第{n}步。这里最容易出什么错？',
      '第{n}步。你要花多长时间？',
    ],
    question: '第{n}题。这里你会问什么，给出哪三个答案？',
    answer: '第{n}题的答案。哪一个是对的，在哪里可以查到？',
    story: [
      '故事讲的是谁，他想要什么？',
      '故事从哪里开始，那里是什么样子？',
      '什么挡在了路上？',
      '什么时候出现转折，什么变了？',
      '故事怎么结束，留下了什么？',
    ],
    news: [
      '发生了什么？用一句话说清楚。',
      '谁在那里，在哪里，什么时候？',
      '这是谁说的，谁能证实？',
      '这对正在看的人为什么重要？',
      '还有什么不知道，接下来会怎样？',
    ],
    ad: [
      '它是给谁的，他们为什么烦恼？',
      '它叫什么名字，能做什么？',
      '三秒钟里能看到它的什么？',
      '谁说它有用，你可以给大家看吗？',
      '现在大家该做什么，在哪里做？',
    ],
  },
};

/** Pictures of what each kind asks, the same in every language; items and steps take the general ones in turn. */
export const KIND_VISUALS = {
  question: 'a blackboard with a large question mark in a bright classroom',
  answer: 'an open book on a table beside a lamp',
  story: [
    'a person with a backpack at the door of a small house',
    'a village between hills in the morning light',
    'a broken bridge over a river',
    'a road that forks in a forest',
    'a house with warm light in its windows at night',
  ],
  news: [
    'a newspaper on a table beside a cup of coffee',
    'a crowd of people on a town square',
    'a reporter with a microphone in the street',
    'a family who watch a screen in the living room',
    'a calendar and a clock on a wall',
  ],
  ad: [
    'a person who scratches their head at a messy desk',
    'a gift box on a bright table',
    'a magnifying glass over a small box',
    'two friends who talk on a park bench under a tree',
    'a hand that holds a phone in a street',
  ],
} as const;
