import { expect } from 'chai';
import { readScriptText } from '../script-text.ts';
import { leftOutSentence } from '../script-text/left-out.ts';

/** What is said, scene by scene, and what is shown where the script says so. */
interface Expected {
  readonly said: readonly string[];
  readonly shown?: readonly (string | undefined)[];
  readonly title?: string;
  readonly description?: string;
  readonly leftOut?: string;
}
type Case = readonly [what: string, text: string, expected: Expected];

const SCRIPTS: readonly Case[] = [
  [
    'scenes that are called by what is seen, in French, and one that is called by its purpose',
    "Scène 1 – Plan large d'une boulangerie\nVoix off : Le croissant n'est pas français !\n\nScène 2 : La pâte\nVoix off : Il vient de Vienne.\n\nScène 3 – 0:10–0:15\nVoix off : Bon appétit !",
    {
      said: ["Le croissant n'est pas français !", 'Il vient de Vienne.', 'Bon appétit !'],
      shown: ["Plan large d'une boulangerie", undefined, undefined],
    },
  ],
  [
    'suggestions for music and thumbnails behind a script, and who is named beside hashtags',
    'HOOK (0-3 seconds):\nHoney never spoils.\n\nOUTRO (3-6 seconds):\nKeep the jar. #honey @beekeeper\n\nMusic suggestion: upbeat lo-fi\nThumbnail idea: a jar of honey\nPosting time: 6 pm',
    { said: ['Honey never spoils.', 'Keep the jar.'] },
  ],
  [
    'footnotes, link targets, a formula at a sentence’s end and an image within a line',
    'Euler wrote $e^{i\\pi} + 1 = 0$. It links five numbers[^1], see ![a chart](c.png).\n\n[^1]: Some say six.\n    With zero.\n[a]: https://example.org',
    { said: ['Euler wrote. It links five numbers, see.'], shown: ['a chart'] },
  ],
  [
    'Hindi, whose word for a numbered scene is also that for what is seen',
    'ज़रूर! यहाँ आपकी छोटी स्क्रिप्ट है:\n\n**शीर्षक:** मधुमक्खी\n\n**[दृश्य 1 – 0:00–0:04]**\n**वाचक:** "मधुमक्खी नाचती है।"\n(दृश्य: फूल पर एक मधुमक्खी)\n\n**[दृश्य 2 – 0:04–0:09]**\n**वाचक:** "नाच रास्ता बताता है।"\n\n#मधुमक्खी',
    {
      title: 'मधुमक्खी',
      said: ['मधुमक्खी नाचती है।', 'नाच रास्ता बताता है।'],
      shown: ['फूल पर एक मधुमक्खी', undefined],
    },
  ],
  [
    'bold labels with times, quoted narration and a visual in italics',
    '**Title: Why Bread Rises** 🍞\n\n**[Hook – 0:00–0:04]**\n"Bread is full of holes."\n\n**[Scene 1 – 0:04–0:12]**\n*(Visual: bubbles in dough)*\nNarrator: "Yeast eats sugar and breathes out gas."\n\n---\n\n**[Outro]**\nVO: “Bake one today.”',
    {
      title: 'Why Bread Rises',
      said: ['Bread is full of holes.', 'Yeast eats sugar and breathes out gas.', 'Bake one today.'],
      shown: [undefined, 'bubbles in dough', undefined],
      leftOut: '6 labels and directions were not spoken.',
    },
  ],
  [
    'labels without any emphasis, a direction for music, hashtags',
    '[SOFT MUSIC]\n\nHook: Your plants are thirsty.\n\nScene 1 (0:02-0:06)\nVoice-over: Roots drink at night.\nB-roll: roots in the soil\n\nCTA: Save this for later!\n\nHashtags: #plants #garden',
    {
      said: ['Your plants are thirsty.', 'Roots drink at night.', 'Save this for later!'],
      shown: [undefined, 'roots in the soil', undefined],
      description: 'Your plants are thirsty. #plants #garden',
    },
  ],
  [
    'headings that number and name their scenes',
    '# Glass\n\n### Scene 1: The Beach (0–5s)\n**Visual:** waves on sand\n**Narration:** "Glass begins as sand."\n\n### Scene 2: The Furnace (5–10s)\n**Visual:** a glowing furnace\n**On-screen text:** 1700 °C\n**Narration:** "Heat melts it."',
    {
      title: 'Glass',
      said: ['Glass begins as sand.', 'Heat melts it.'],
      shown: ['waves on sand', 'a glowing furnace'],
    },
  ],
  [
    'labels above what they are for',
    'Visual:\nA red kite over a hill\n\nNarration:\n"Kites need wind."\n\nSound effects:\nwind\n\nNarration:\n"And a long line."',
    { said: ['Kites need wind.', 'And a long line.'], shown: ['A red kite over a hill', undefined] },
  ],
  [
    'a chat model’s words around its work',
    "Sure! Here's a 20-second script about owls:\n\n**Hook:** Owls hear a mouse under snow.\n\n**CTA:** Follow for more.\n\nWant me to turn it into a storyboard?",
    {
      said: ['Owls hear a mouse under snow.', 'Follow for more.'],
      leftOut: '2 labels and directions and 2 remarks of the chat model were not spoken.',
    },
  ],
  [
    'a table with a row a scene',
    '| Time | Visual | Narration |\n|---|---|---|\n| 0–3s | an old clock | "Clocks were water once." |\n| 3–6s | a dripping bowl | "Drops counted the hours." |',
    {
      said: ['Clocks were water once.', 'Drops counted the hours.'],
      shown: ['an old clock', 'a dripping bowl'],
    },
  ],
  [
    'a table without outer bars, and text for the screen',
    'Scene | Voiceover | On-screen text\n--- | --- | ---\n1 | Salt keeps food. | SALT!\n2 | So does smoke. | SMOKE!',
    {
      said: ['Salt keeps food.', 'So does smoke.'],
      leftOut: '2 labels and directions and 2 on-screen texts were not spoken.',
    },
  ],
  [
    'a table of figures, code, a formula, addresses and hashtags',
    'Three metals melt early.\n\n| Metal | °C |\n|---|---|\n| Tin | 232 |\n\n```python\nprint(232)\n```\n\nThe rule is $E = mc^2$ here.\n\nRead more at https://example.org/tin or www.example.org. #tin #lead',
    {
      said: ['Three metals melt early.', 'The rule is here.'],
      leftOut: 'A table, a piece of code, a formula, 2 addresses, and 2 hashtags were not spoken.',
    },
  ],
  [
    'JSON in a fence, with a model’s own names',
    'Here is the script as JSON:\n\n```json\n{"title": "Ice", "scenes": [{"scene": 1, "image_prompt": "a blue glacier", "voice_over": "Ice flows like honey."}, {"scene": 2, "imagePrompt": "a valley", "voiceover": "It carves valleys."}]}\n```',
    {
      title: 'Ice',
      said: ['Ice flows like honey.', 'It carves valleys.'],
      shown: ['a blue glacier', 'a valley'],
    },
  ],
  [
    'a whole script in a fence',
    '```\nHook: Foxes hear worms.\nNarrator: They listen, then dig.\n```',
    { said: ['Foxes hear worms.', 'They listen, then dig.'] },
  ],
  [
    'list marks before labels, and facts for the maker',
    '**Duration:** 15 seconds\n**Target audience:** cooks\n\n- **Hook (0–2s):** Onions fight back.\n- **Visual:** a chopped onion\n- **Body:** A gas stings your eyes.\n\n**Notes:**\n- Keep it light\n- Cut fast',
    {
      said: ['Onions fight back.', 'A gas stings your eyes.'],
      shown: ['a chopped onion', undefined],
    },
  ],
  [
    'a screenplay',
    'FADE IN:\n\nINT. BAKERY - NIGHT\n\nNARRATOR (V.O.)\nThe ovens never sleep.\n\nCUT TO:\n\nEXT. STREET - DAWN\n\nNARRATOR (V.O.)\nThe first bread leaves.',
    { said: ['The ovens never sleep.', 'The first bread leaves.'] },
  ],
  [
    'times alone before each line',
    '0:00–0:03 – Bees dance.\n0:03–0:07 – The dance is a map.',
    { said: ['Bees dance.', 'The dance is a map.'] },
  ],
  [
    'emoji, a title in quotation marks, stage directions on lines of their own',
    '## 🎬 **"Old Tins"**\n\n**🎣 HOOK (0–3 sec)**\n*[Close-up of a rusty tin]*\n**Narrator (calm):** "Tins are older than tin openers."\n🎵 *Strings swell*\n\n**📍 SCENE 2 – The Chisel (3–9 sec)**\n(A soldier hits a tin)\nVO: "Soldiers used a chisel."\n\n[END]',
    {
      title: 'Old Tins',
      said: ['Tins are older than tin openers.', 'Soldiers used a chisel.'],
      shown: ['Close-up of a rusty tin', 'A soldier hits a tin'],
    },
  ],
  [
    'a line a shot, its parts between bars',
    'Shot 1 | 0:00-0:04 | Visual: a green pear | VO: Pears ripen from inside.\nShot 2 | 0:04-0:08 | Visual: a bowl | VO: So press the neck.',
    { said: ['Pears ripen from inside.', 'So press the neck.'], shown: ['a green pear', 'a bowl'] },
  ],
  [
    'labels in Chinese brackets',
    '【画面】一棵老树\n【旁白】树也会呼吸。\n\n【画面】夜空\n【旁白】只是很慢。',
    { said: ['树也会呼吸。', '只是很慢。'], shown: ['一棵老树', '夜空'] },
  ],
  [
    'entities and tags',
    'Salt &amp; pepper aren&rsquo;t friends.<br><b>Ask</b> a chef&hellip;',
    { said: ['Salt & pepper aren’t friends. Ask a chef…'] },
  ],
  [
    'Spanish',
    'Claro, aquí tienes un guion de 20 segundos:\n\n**Gancho:** Los pulpos tienen tres corazones.\n\n**Escena 1 (0:03-0:08)**\n*(Visual: un pulpo azul)*\nNarrador: "Dos se paran cuando nada."\n\n**Llamada a la acción:** ¡Síguenos!\n\nEtiquetas: #pulpo #mar\n\n¿Quieres que lo haga más corto?',
    {
      said: ['Los pulpos tienen tres corazones.', 'Dos se paran cuando nada.', '¡Síguenos!'],
      shown: [undefined, 'un pulpo azul', undefined],
      description: 'Los pulpos tienen tres corazones. #pulpo #mar',
    },
  ],
  [
    'French',
    'Voici votre script :\n\nTitre : Le miel\n\nScène 1 (0–4 s)\nVisuel : une ruche\nVoix off : « Le miel ne pourrit jamais. »\n\nMusique : piano doux\n\nAppel à l’action : Abonnez-vous !',
    {
      title: 'Le miel',
      said: ['Le miel ne pourrit jamais.', 'Abonnez-vous !'],
      shown: ['une ruche', undefined],
    },
  ],
  [
    'German',
    'Hier ist dein Skript:\n\n**Szene 1 (0–4 Sek.)**\nBild: ein Igel im Laub\nSprecher: „Igel schlafen im Winter.“\n\n**Szene 2: Der Frühling**\nSprecherin: „Dann haben sie Hunger.“\n\nSoll ich noch eine Fassung schreiben?',
    {
      said: ['Igel schlafen im Winter.', 'Dann haben sie Hunger.'],
      shown: ['ein Igel im Laub', undefined],
    },
  ],
  [
    'Italian',
    'Titolo: Il caffè\n\nScena 1\nImmagine: una tazzina\nVoce fuori campo: Il caffè è un frutto.\n\nTesto sullo schermo: UN FRUTTO\n\nConclusione: Bevilo piano.',
    {
      title: 'Il caffè',
      said: ['Il caffè è un frutto.', 'Bevilo piano.'],
      shown: ['una tazzina', undefined],
    },
  ],
  [
    'Portuguese',
    'Roteiro completo:\n\nGancho: As formigas dormem pouco.\n\nCena 1 – 0:03–0:07\nImagem: um formigueiro\nNarração: "Elas cochilam oito minutos."\n\nTrilha sonora: violão',
    {
      said: ['As formigas dormem pouco.', 'Elas cochilam oito minutos.'],
      shown: [undefined, 'um formigueiro'],
    },
  ],
  [
    'Dutch',
    'Titel: Kaas\n\nScène 1\nBeeld: een kaasmarkt\nVoice-over: Kaas was ooit geld.\n\nTekst in beeld: GELD\n\nAfsluiting: Volg ons!',
    { title: 'Kaas', said: ['Kaas was ooit geld.', 'Volg ons!'], shown: ['een kaasmarkt', undefined] },
  ],
  [
    'Polish',
    'Tytuł: Sól\n\nScena 1 (0–5 s)\nObraz: biała sól\nLektor: Sól była kiedyś walutą.\n\nWezwanie do działania: Obserwuj nas!',
    { title: 'Sól', said: ['Sól była kiedyś walutą.', 'Obserwuj nas!'], shown: ['biała sól', undefined] },
  ],
  [
    'Russian',
    'Вот сценарий для вашего ролика:\n\nСцена 1 (0–4 сек)\nВ кадре: старый маяк\nДиктор: «Маяки гасли один за другим.»\n\n[Музыка]\n\nПризыв к действию: Подпишись!\n\nХештеги: #море #маяк',
    {
      said: ['Маяки гасли один за другим.', 'Подпишись!'],
      shown: ['старый маяк', undefined],
      description: 'Маяки гасли один за другим. #море #маяк',
    },
  ],
  [
    'Ukrainian',
    'Назва: Чай\n\nСцена 1\nУ кадрі: чайник\nДиктор: Чай п’ють усі.\n\nЗаклик до дії: Підписуйся!',
    { title: 'Чай', said: ['Чай п’ють усі.', 'Підписуйся!'], shown: ['чайник', undefined] },
  ],
  [
    'Turkish',
    'Başlık: Zeytin\n\nSahne 1 (0-5 sn)\nGörsel: zeytin ağacı\nDış ses: Bu ağaç bin yaşında.\n\n[MÜZİK]\n\nEylem çağrısı: Takip et!',
    { title: 'Zeytin', said: ['Bu ağaç bin yaşında.', 'Takip et!'], shown: ['zeytin ağacı', undefined] },
  ],
  [
    'Arabic',
    'العنوان: القهوة\n\nالمشهد الأول (0:00-0:05)\nالصورة: فنجان قهوة\nالراوي: القهوة ثمرة حمراء.\n\nموسيقى: عود هادئ\n\nالدعوة إلى اتخاذ إجراء: تابعنا!',
    { title: 'القهوة', said: ['القهوة ثمرة حمراء.', 'تابعنا!'], shown: ['فنجان قهوة', undefined] },
  ],
  [
    'Hebrew',
    'כותרת: הים\n\nסצנה 1\nתמונה: גלים בלילה\nקריין: הים לא ישן.\n\nקריאה לפעולה: עקבו אחרינו!',
    { title: 'הים', said: ['הים לא ישן.', 'עקבו אחרינו!'], shown: ['גלים בלילה', undefined] },
  ],
  [
    'Hindi, with English labels beside its own',
    'शीर्षक: चाय\n\n**Scene 1 (0:00-0:05)**\nविज़ुअल: मिट्टी का कुल्हड़\nवॉइसओवर: "चाय पहले दवा थी।"\n\n**दृश्य 2**\nNarrator: "अब यह आदत है।"\n\nहैशटैग: #चाय #भारत',
    {
      title: 'चाय',
      said: ['चाय पहले दवा थी।', 'अब यह आदत है।'],
      shown: ['मिट्टी का कुल्हड़', undefined],
      description: 'चाय पहले दवा थी। #चाय #भारत',
    },
  ],
  [
    'Chinese',
    '以下是为你写的短视频脚本：\n\n**标题：竹子**\n\n**【场景一】（0–3秒）**\n画面：一片竹林\n旁白：“竹子一天能长一米。”\n\n**镜头2：夜晚**\n旁白：“夜里能听见它生长。”\n\n背景音乐：轻柔的古筝\n\n需要我再写一个更短的版本吗？',
    {
      title: '竹子',
      said: ['竹子一天能长一米。', '夜里能听见它生长。'],
      shown: ['一片竹林', undefined],
    },
  ],
  [
    'Chinese, as a table',
    '| 时间 | 画面 | 旁白 |\n|---|---|---|\n| 0-3秒 | 一杯茶 | 茶原来是药。 |\n| 3-6秒 | 一座山 | 后来才成为饮料。 |',
    { said: ['茶原来是药。', '后来才成为饮料。'], shown: ['一杯茶', '一座山'] },
  ],
  [
    'Japanese',
    'タイトル：雪\n\nシーン1（0〜4秒）\n映像：雪の結晶\nナレーション：「雪は音を食べます。」\n\nBGM：静かなピアノ\n\nシーン2\nナレーション：「だから静かです。」',
    { title: '雪', said: ['雪は音を食べます。', 'だから静かです。'], shown: ['雪の結晶', undefined] },
  ],
  [
    'Korean',
    '제목: 김치\n\n장면 1 (0~4초)\n화면: 항아리\n내레이션: "김치는 살아 있습니다."\n\n자막: 살아 있다!\n\n해시태그: #김치 #음식',
    {
      title: '김치',
      said: ['김치는 살아 있습니다.'],
      shown: ['항아리'],
      description: '김치는 살아 있습니다. #김치 #음식',
    },
  ],
  [
    'Vietnamese',
    'Tiêu đề: Cà phê\n\nCảnh 1 (0-4 giây)\nHình ảnh: một ly cà phê\nLời dẫn: Cà phê từng là thuốc.\n\nKêu gọi hành động: Theo dõi nhé!',
    {
      title: 'Cà phê',
      said: ['Cà phê từng là thuốc.', 'Theo dõi nhé!'],
      shown: ['một ly cà phê', undefined],
    },
  ],
  [
    'Indonesian',
    'Judul: Kopi\n\nAdegan 1 (0-4 detik)\nGambar: kebun kopi\nNarasi: Kopi itu buah.\n\nAjakan: Ikuti kami!\n\nTagar: #kopi #kebun',
    { title: 'Kopi', said: ['Kopi itu buah.', 'Ikuti kami!'], shown: ['kebun kopi', undefined] },
  ],
];

/** Lines that look like labels, and are said. */
const SAID: readonly (readonly [text: string, said?: string])[] = [
  ['Tip 1: Drink water first.'],
  ['Step 2: Fold the dough over.'],
  ['Remember: cats land on their feet.'],
  ['Note: this one glows in the dark.'],
  ['Music: it is older than speech.'],
  ['ANNA: Did you lock the door?'],
  ['At 10:30 the last train leaves.'],
  ['The score was 3:2 at the end.'],
  ['Use 1-2 cups of flour and stir.'],
  ['It costs $5, and the other one $10.'],
  ['(And that is the best part.)'],
  ['Here is the thing: nobody knows why.'],
  ['Let me know in the comments!'],
  ['The scene was quiet.'],
  ['Our #1 rule is to rest.'],
  ['She said “never” and left.'],
  ['2*3*4 is 24 and a_b is a name.'],
  ['A site such as example.com is a name, too.'],
  ['The 24-hour clock has no p.m.'],
  ['Vor- und Nachteile gibt es immer.'],
];

const HYPHENS: readonly (readonly [text: string, said: string])[] = [
  ['Plants trans-\nform light.', 'Plants transform light.'],
  ['A well-\nknown trick.', 'A well-known trick.'],
  ['Jean-\nPierre came.', 'Jean-Pierre came.'],
  ['A state-of-the-\nart lab.', 'A state-of-the-art lab.'],
  ['Some co-operate. They co-\noperate daily.', 'Some co-operate. They co-operate daily.'],
  ['Es gibt Vor-\nund Nachteile im Zusam-\nmenhang.', 'Es gibt Vor- und Nachteile im Zusammenhang.'],
  [
    'Il vient peut-\nêtre demain matin, c’est pos-\nsible.',
    'Il vient peut-être demain matin, c’est possible.',
  ],
  ['Кто-\nто при-\nшёл домой.', 'Кто-то пришёл домой.'],
  ['Soft\u00adhy\u200bphens are no\ufeffwhere.', 'Softhyphens are nowhere.'],
];

const ADDRESSES: readonly (readonly [text: string, said: string])[] = [
  ['It is free at https://example.org/x.', 'It is free.'],
  ['Bees dance. Learn more: www.example.org', 'Bees dance.'],
  ['Bienen tanzen. Mehr dazu unter https://example.org/b.', 'Bienen tanzen.'],
  ['Las abejas bailan. Más información en www.example.org.', 'Las abejas bailan.'],
  ['Les abeilles dansent. En savoir plus sur https://example.org/a', 'Les abeilles dansent.'],
  ['Пчёлы танцуют. Подробнее на https://example.org/p.', 'Пчёлы танцуют.'],
  ['蜜蜂会跳舞。更多信息请访问 https://example.org/b。', '蜜蜂会跳舞。'],
  ['Go https://example.org/x straight on.', 'Go straight on.'],
];

/** What copywriters call a script's parts, by language: two of them, and what counts for a listener. */
const STRUCTURES: readonly (readonly [text: string, said: readonly string[]])[] = [
  [
    '**Problem:** Bread goes stale.\n\n**Solution:** Freeze it in slices.\n\n**Step 1:** Slice it.',
    ['Bread goes stale.', 'Freeze it in slices.', 'Step 1: Slice it.'],
  ],
  [
    'Hook: You store bread wrong.\nResult: It lasts a month.',
    ['You store bread wrong.', 'It lasts a month.'],
  ],
  [
    '**Problem:** Brot wird hart.\n**Lösung:** Friere es ein.\n**Tipp:** In Scheiben.',
    ['Brot wird hart.', 'Friere es ein. Tipp: In Scheiben.'],
  ],
  ['[Szene 1]\nSprecher: „Brot wird hart.“\n\n**Aufruf:** Folge mir!', ['Brot wird hart.', 'Folge mir!']],
  ['Problema: El pan se seca.\nSolución: Congélalo.', ['El pan se seca.', 'Congélalo.']],
  ['Problème : Le pain sèche.\nSolution : Congelez-le.', ['Le pain sèche.', 'Congelez-le.']],
  ['Problema: O pão fica duro.\nSolução: Congele.', ['O pão fica duro.', 'Congele.']],
  ['Проблема: Хлеб черствеет.\nРешение: Заморозьте его.', ['Хлеб черствеет.', 'Заморозьте его.']],
  ['समस्या: रोटी सूख जाती है।\nसमाधान: उसे ढककर रखें।', ['रोटी सूख जाती है।', 'उसे ढककर रखें।']],
  ['المشكلة: يجف الخبز.\nالحل: جمّده.', ['يجف الخبز.', 'جمّده.']],
  ['问题：面包会变硬。\n解决方案：把它冷冻起来。', ['面包会变硬。', '把它冷冻起来。']],
  ['問題：パンは固くなる。\n解決策：冷凍しよう。', ['パンは固くなる。', '冷凍しよう。']],
  // How something is said, wherever it stands.
  [
    'It rose (laughs). Then it fell (slowly, as bread does).',
    ['It rose. Then it fell (slowly, as bread does).'],
  ],
  ['Er nickte (seufzt leise) und buk.', ['Er nickte und buk.']],
  ['她说（笑）面包好了。', ['她说 面包好了。']],
  [
    'WEBVTT\n\n00:00.000 --> 00:02.000\n>> MIA: It rises.\n\n00:02.000 --> 00:04.000\n♪ upbeat music ♪',
    ['MIA: It rises.'],
  ],
  // A word alone may be meant to be heard.
  ['Problem: it rained all week.\nSo we stayed in.', ['Problem: it rained all week. So we stayed in.']],
  [
    'Myth: Bread needs sugar.\nFact: Yeast eats starch.',
    ['Myth: Bread needs sugar. Fact: Yeast eats starch.'],
  ],
];

describe('scripts as people and chat models write them', () => {
  for (const [text, said] of STRUCTURES) {
    it(`says what a listener expects of ${JSON.stringify(text)}`, () => {
      const { script } = readScriptText(text);
      expect(script.scenes.map(({ narration }) => narration)).to.deep.equal(said);
    });
  }

  for (const [what, text, expected] of SCRIPTS) {
    it(`says the words alone of ${what}`, () => {
      const { script, leftOut } = readScriptText(text);
      expect(script.scenes.map(({ narration }) => narration)).to.deep.equal(expected.said);
      const shown = expected.shown ?? [];
      expect(
        script.scenes.map(({ visual }, index) => (shown[index] === undefined ? undefined : visual)),
      ).to.deep.equal(script.scenes.map((_, index) => shown[index]));
      if (expected.title !== undefined) expect(script.title).to.equal(expected.title);
      if (expected.description !== undefined) expect(script.description).to.equal(expected.description);
      if (expected.leftOut !== undefined) expect(leftOutSentence(leftOut)).to.equal(expected.leftOut);
    });
  }

  for (const [text, said = text] of SAID) {
    it(`says “${text}”`, () => {
      const { script, leftOut } = readScriptText(text);
      expect(script.scenes.map(({ narration }) => narration).join(' ')).to.equal(said);
      expect(leftOut).to.deep.equal({});
    });
  }

  for (const [text, said] of [...HYPHENS, ...ADDRESSES]) {
    it(`says “${said}” of ${JSON.stringify(text)}`, () => {
      expect(
        readScriptText(text)
          .script.scenes.map(({ narration }) => narration)
          .join(' '),
      ).to.equal(said);
    });
  }
});
