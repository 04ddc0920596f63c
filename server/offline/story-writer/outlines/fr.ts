import type { OutlineText } from './types.ts';

export const FR: OutlineText = {
  quotes: ['« ', ' »'],
  stop: '.',
  summary:
    'Un plan sur {topic} à modifier : écrit hors ligne d’après un modèle de texte, sans modèle de langue. Il pose des questions et n’affirme aucun fait.',
  forms: {
    why: {
      hooks: [
        'Une question, et une minute pour la prendre au sérieux. {topic}',
        'Dis ta réponse à voix haute avant la fin de cette vidéo. {topic}',
      ],
      steps: [
        'Un pourquoi est une chaîne. Derrière la première raison, il y en a toujours une autre.',
        'Sépare ce qui en est la cause de ce qui va seulement avec. C’est là que beaucoup de réponses glissent.',
      ],
    },
    howto: {
      hooks: [
        'Pour le premier pas, pas besoin de talent. {topic}',
        'La plupart arrêtent avant de commencer. Aujourd’hui, on commence. {topic}',
      ],
      steps: [
        'Commence par la version que tu pourrais finir aujourd’hui. Petit et fini apprend plus que grand et prévu.',
        'Mets les étapes dans l’ordre, puis demande laquelle tu peux sauter. Il y en a souvent une.',
      ],
    },
    how: {
      hooks: [
        'Nous utilisons la réponse sans la connaître. {topic}',
        'Imagine que tu puisses l’ouvrir et regarder dedans. {topic}',
      ],
      steps: [
        'Nomme d’abord les parties. On ne voit pas comment une chose marche tant qu’elle reste floue.',
        'Maintenant, enlève une partie en pensée. Ce qui casse en premier te dit à quoi elle servait.',
      ],
    },
    list: {
      hooks: [
        'Tout le monde fait cette liste. Peu disent comment ils ont choisi. {topic}',
        'Avant de lire la liste d’un autre, écris la tienne. {topic}',
      ],
      steps: [
        'Décide ce qui mérite une place. Une liste sans règle n’est qu’un tas.',
        'Demande ce qui manque. Ce que personne ne cite vaut souvent le coup d’œil.',
      ],
    },
    versus: {
      hooks: [
        'Deux côtés, et un ami sûr de l’un des deux. {topic}',
        'Choisir un camp est facile. Comparer honnêtement l’est moins. {topic}',
      ],
      steps: [
        'Choisis ce que tu mesures avant de choisir qui gagne. La règle décide plus qu’on ne croit.',
        'Demande quand chaque côté aurait raison. La meilleure réponse dépend peut-être de qui la pose.',
      ],
    },
    question: {
      hooks: [
        'Cela semble simple, jusqu’au moment de répondre. {topic}',
        'Dix secondes. Essaie de répondre sans chercher. {topic}',
      ],
      steps: [
        'Regarde d’abord les mots. La moitié des disputes porte sur le sens de l’un d’eux.',
        'Demande ensuite comment on pourrait le savoir. Une question qu’on peut vérifier est à moitié résolue.',
      ],
    },
    statement: {
      hooks: [
        'D’accord ou pas, mais lentement. {topic}',
        'Une phrase hardie mérite un regard attentif. {topic}',
      ],
      steps: [
        'Demande ce qui devrait être vrai pour que cela tienne. Note trois choses, puis vérifies-en une.',
        'Cherche le meilleur argument contraire, chez quelqu’un qui y croit. C’est ainsi qu’une idée devient solide.',
      ],
    },
    thing: {
      hooks: [
        'Tu connais le nom. Mais que sais-tu vraiment ? {topic}',
        'Un sujet, une minute, et de meilleures questions qu’hier. {topic}',
        'Regardons-le comme si c’était la première fois. {topic}',
      ],
      steps: [
        'Commence par ce que tu as vu de tes propres yeux. C’est moins que tu ne crois, mais c’est à toi.',
        'Demande ensuite où cela commence et où cela finit. C’est aux bords qu’un sujet devient intéressant.',
      ],
    },
  },
  general: [
    'Avant de chercher, fais un pari. Un pari perdu fait mieux retenir la bonne réponse.',
    'Pose la plus petite question possible. Les petites questions ont des réponses qu’on peut vérifier.',
    'Trouve un exemple réel près de chez toi. Un exemple vaut mieux que dix opinions.',
    'Demande à quelqu’un qui l’a vécu. Faire apprend ce qu’aucun résumé ne peut apprendre.',
    'Devant un chiffre, demande qui l’a compté, et comment. Il a bien fallu que quelqu’un le fasse.',
    'Méfie-toi des mots toujours et jamais. C’est là que les gens prudents ralentissent.',
    'Demande-toi ce qui te ferait changer d’avis. Si rien ne le peut, tu ne demandes pas encore.',
    'Dessine-le sur une seule feuille. Ce que tu ne peux pas dessiner est ce qu’il te reste à apprendre.',
    'Explique-le à un ami en trente secondes. Tu entendras toi-même ce qui manque.',
  ],
  closes: [
    'Note une question ce soir, et trouve sa réponse demain.',
    'Va voir par toi-même, et reviens en sachant une chose de plus.',
    'La réponse est là, dehors. Tu sais maintenant comment la demander.',
  ],
};
