import type { ScriptWords } from '../script-words.ts';

export const fr: ScriptWords = {
  numbered: 'scène, plan, partie, séquence, diapositive, segment, acte, chapitre, tableau',
  part: `accroche, introduction, intro, ouverture, développement, corps, contenu principal, conclusion, clôture, chute, appel à l'action, appel à l’action, incitation à l'action, transition, script, scénario, générique, musique
    d'introduction, fondu au noir, scène finale, scène d'ouverture`,
  end: 'fin',
  speech: `narrateur, narratrice, narration, voix off, voix hors champ, voix, commentaire, texte parlé, texte dit, dialogue,
    présentateur, présentatrice`,
  visual: `visuel, visuels, image, images, description visuelle, plan visuel, à l'écran, à l’écran, à l'image, prompt
    d'image, invite d'image, caméra, vidéo, animation, décor, arrière plan, plan de coupe, plans de coupe, illustration, on
    voit, visuel suggéré`,
  screen: `texte à l'écran, texte à l’écran, texte affiché, incrustation, texte incrusté, sous titre, sous titres,
    surimpression, bandeau, carton`,
  sound: `musique suggérée, suggestion de musique, suggestion musicale, musique recommandée, suggestions de musique, musique, musique de fond, son, sons, effet sonore, effets sonores, bruitage, bruitages, bande son, ambiance
    sonore, applaudissements`,
  text: 'texte',
  hashtags: 'mots dièse, mots clics, hashtags suggérés, hashtags recommandés',
  title: 'titre, titre de la vidéo, titre suggéré, titre proposé',
  description: 'description de la vidéo, légende, légende du post',
  about: `durée, durée totale, durée estimée, public, public cible, ton, style, format, plateforme, sujet, thème, temps, minutage,
    notes, remarque, note de production, mots clés, rythme, miniature, nombre de mots`,
  seconds: 'sec, seconde, secondes, minute, minutes',
  numbers: 'un, une, deux, trois, quatre, cinq, six, sept, huit, première, dernière, finale',
  here: 'voici, voilà, ci-dessous, je vous propose, je te propose',
  work: 'script, scénario, narration, voix off, vidéo courte, version, de 30 secondes, de 60 secondes',
  offer: `souhaitez-vous que, voulez-vous que, veux-tu que, souhaites-tu que, aimeriez-vous que, si vous le souhaitez je peux,
    si tu veux je peux, si vous voulez je peux, n'hésitez pas à me dire, dites-moi si vous, dis-moi si tu veux, faites-moi
    savoir si`,
  pointer: `en savoir plus, plus d'informations, plus d’informations, lire la suite, lisez, voir, consultez, visitez, source,
    sources, lien, rendez-vous, retrouvez, téléchargez, plus d'infos, à lire`,
  before: 'sur, à, de, par, chez, via, et, ou, dans, avec, est, le, la, visitez, voir, pour',
  keepsHyphen: `peut, c'est, est, là, ci, celui, celle, ceux, celles, demi, mi, non, ex, vice, grand, grands, arrière, avant,
    après, au, par, vingt, trente, quarante, cinquante, soixante, quatre, dix, week, rendez, lui, elle, eux, moi, toi,
    nous, vous, saint, sainte, quelques`,
  afterHyphen: 'il, elle, ils, elles, on, ce, je, tu, nous, vous, même, mêmes, là, dire, et, ou, t',
};
