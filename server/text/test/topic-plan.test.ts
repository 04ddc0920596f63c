import { expect } from 'chai';
import { planOfTopic } from '../topics/topic-plan.ts';

/** Each topic with what it shows of its kind and number. */
const TOPICS: readonly (readonly [shows: string, ...topics: string[]])[] = [
  [
    'list 4',
    '4 habits of calm people',
    'The four best views of Porto',
    'Top 4 hiking boots',
    'My 4 favourite soups',
  ],
  [
    'list 4',
    'Vier Fehler beim Grillen',
    'Die 4 schönsten Seen',
    '4 errores al viajar',
    'Los cuatro mejores puentes',
  ],
  [
    'list 6',
    '6 erreurs de débutant',
    'Six idées de cadeaux',
    '6 abitudini utili',
    'Seis dicas de jardinagem',
  ],
  ['list 6', '6 manieren om te slapen', 'Sześć błędów kierowców', '6 причин бегать', 'Шість порад батькам'],
  ['list 3', 'ثلاث نصائح للنوم', '٣ أخطاء شائعة', '3 סיבות לרוץ', 'सोने के ३ तरीके', 'तीन आसान उपाय'],
  [
    'list 3',
    '早起きの3つの理由',
    '早起的三个理由',
    '아침 운동 3가지 이유',
    '3 lý do chạy bộ',
    'Koşmanın 3 nedeni',
  ],
  [
    'how-to',
    'How to sharpen a knife',
    'Wie man Brot backt',
    'Cómo plantar un árbol',
    'Comment réparer un vélo',
  ],
  [
    'how-to',
    'Jak naprawić rower',
    'Как сварить суп',
    'كيفية زراعة الطماطم',
    '如何制作豆腐',
    'Cara membuat roti',
  ],
  ['how-to 3', 'How to fold a shirt in 3 steps', 'Wie man ein Hemd faltet in 3 Schritten'],
  [
    'story',
    'The story of the first bicycle',
    'Ein Märchen vom Mond',
    'La leyenda del lago',
    '月亮的故事',
    'Сказка о лисе',
  ],
  ['news', 'News about the new tram', 'Nachrichten aus Bern', 'Últimas notícias do porto', '地铁的最新消息'],
  ['ad', 'An ad for a bakery', 'Werbung für ein Fahrrad', 'Publicité pour un thé', 'Реклама пекарни'],
  ['quiz', 'A quiz about rivers', 'Rätsel über Tiere', 'Devinettes sur la mer', '河流问答', 'दुनिया की क्विज़'],
  ['quiz 4', 'Quiz: 4 questions about rivers', 'Quiz mit 4 Fragen über Flüsse'],
  [
    'explain',
    'Why ice floats',
    'Formula 1 in 2026',
    'World War 2 planes',
    'The 40 hour week',
    '10 minutes of silence',
  ],
  [
    'explain',
    '3 Jahre in Rom',
    '24 heures à Paris',
    '5 分钟冥想',
    'Catch-22',
    'iPhone 15 vs 16',
    '99 problems',
  ],
];

describe('what a topic shows of how it is to be written', () => {
  for (const [shows, ...topics] of TOPICS) {
    it(`shows ${shows}`, () => {
      for (const topic of topics) {
        const { kind, count } = planOfTopic(topic);
        expect(count === undefined ? kind : `${kind} ${count}`, topic).to.equal(shows);
      }
    });
  }

  it('is what is asked for instead, with the number where the kind has one', () => {
    expect(planOfTopic('5 facts about owls', 'quiz')).to.deep.equal({ kind: 'quiz', count: 5 });
    expect(planOfTopic('5 facts about owls', 'story')).to.deep.equal({ kind: 'story' });
    expect(planOfTopic('Owls', 'list')).to.deep.equal({ kind: 'list' });
  });
});
