import type { OutlineText } from './types.ts';

export const DE: OutlineText = {
  quotes: ['„', '“'],
  stop: '.',
  summary:
    'Ein Entwurf zum Bearbeiten über {topic}: offline aus einer Vorlage geschrieben, ohne Sprachmodell. Er stellt Fragen und behauptet keine Fakten.',
  forms: {
    why: {
      hooks: [
        'Eine Frage, und eine Minute, um sie ernst zu nehmen. {topic}',
        'Sag deine Antwort laut, bevor dieses Video endet. {topic}',
      ],
      steps: [
        'Ein Warum ist eine Kette. Hinter dem ersten Grund wartet immer noch einer.',
        'Trenne, was die Ursache ist, von dem, was nur dabei ist. Dort irren sich die meisten Antworten.',
      ],
    },
    howto: {
      hooks: [
        'Für den ersten Schritt braucht es kein Talent. {topic}',
        'Die meisten hören auf, bevor sie anfangen. Heute fangen wir an. {topic}',
      ],
      steps: [
        'Beginne mit der Fassung, die du heute noch schaffst. Klein und fertig lehrt mehr als groß und geplant.',
        'Bring die Schritte in eine Reihenfolge und frag, welchen du weglassen kannst. Meist gibt es einen.',
      ],
    },
    how: {
      hooks: [
        'Wir benutzen die Antwort, ohne sie zu kennen. {topic}',
        'Stell dir vor, du könntest es öffnen und hineinsehen. {topic}',
      ],
      steps: [
        'Benenne zuerst die Teile. Solange alles verschwimmt, sieht man nicht, wie etwas geht.',
        'Nimm nun in Gedanken ein Teil heraus. Was zuerst ausfällt, zeigt dir, wozu es da war.',
      ],
    },
    list: {
      hooks: [
        'Diese Liste machen alle. Kaum jemand sagt, wie er gewählt hat. {topic}',
        'Schreib deine eigene Liste, bevor du eine andere liest. {topic}',
      ],
      steps: [
        'Leg fest, was einen Platz verdient. Eine Liste ohne Regel ist nur ein Haufen.',
        'Frag, was fehlt. Was niemand aufzählt, lohnt oft den zweiten Blick.',
      ],
    },
    versus: {
      hooks: [
        'Zwei Seiten, und ein Freund, der sich sicher ist. {topic}',
        'Eine Seite zu wählen ist leicht. Fair zu vergleichen ist schwer. {topic}',
      ],
      steps: [
        'Wähle zuerst, was du misst, und dann erst, wer gewinnt. Der Maßstab entscheidet mehr, als man denkt.',
        'Frag, wann jede Seite recht hätte. Die beste Antwort hängt vielleicht davon ab, wer fragt.',
      ],
    },
    question: {
      hooks: [
        'Es klingt einfach, bis man antworten soll. {topic}',
        'Zehn Sekunden. Versuch zu antworten, ohne nachzusehen. {topic}',
      ],
      steps: [
        'Sieh dir zuerst die Wörter an. Der halbe Streit dreht sich darum, was eines von ihnen bedeutet.',
        'Frag dann, wie man es herausfinden könnte. Eine Frage, die man prüfen kann, ist halb beantwortet.',
      ],
    },
    statement: {
      hooks: [
        'Stimm zu oder widersprich, aber langsam. {topic}',
        'Ein kühner Satz verdient einen genauen Blick. {topic}',
      ],
      steps: [
        'Frag, was wahr sein müsste, damit das stimmt. Schreib drei Dinge auf und prüfe eines.',
        'Such das beste Argument dagegen, von jemandem, der es ernst meint. So wird eine Meinung stark.',
      ],
    },
    thing: {
      hooks: [
        'Den Namen kennst du. Wie viel weißt du wirklich? {topic}',
        'Ein Thema, eine Minute und bessere Fragen als gestern. {topic}',
        'Sehen wir es an, als wäre es das erste Mal. {topic}',
      ],
      steps: [
        'Fang mit dem an, was du selbst gesehen hast. Es ist weniger, als du denkst, aber es gehört dir.',
        'Frag dann, wo es beginnt und wo es endet. An den Rändern wird ein Thema spannend.',
      ],
    },
  },
  general: [
    'Bevor du etwas suchst, rate. Wer falsch geraten hat, behält die richtige Antwort besser.',
    'Stell die kleinste Frage, die dir einfällt. Kleine Fragen haben Antworten, die man prüfen kann.',
    'Such ein echtes Beispiel in deiner Nähe. Ein Beispiel ist mehr wert als zehn Meinungen.',
    'Frag jemanden, der es selbst getan hat. Das Tun lehrt, was keine Zusammenfassung kann.',
    'Wenn du eine Zahl siehst, frag, wer sie gezählt hat und wie. Irgendwer musste es tun.',
    'Achte auf die Wörter immer und nie. Vorsichtige Leute werden dort langsamer.',
    'Frag dich, was deine Meinung ändern würde. Wenn es nichts gibt, fragst du noch nicht.',
    'Zeichne es auf ein einziges Blatt. Was du nicht zeichnen kannst, musst du noch lernen.',
    'Erklär es einem Freund in dreißig Sekunden. Die Lücke hörst du dann selbst.',
  ],
  closes: [
    'Schreib heute Abend eine Frage auf und finde morgen die Antwort.',
    'Geh und finde es heraus, und komm mit einem Stück Wissen mehr zurück.',
    'Die Antwort ist da draußen. Jetzt weißt du, wie man nach ihr fragt.',
  ],
};
