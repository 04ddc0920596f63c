import type { ScriptWords } from '../script-words.ts';

export const it: ScriptWords = {
  numbered: 'scena, inquadratura, parte, diapositiva, segmento, sezione, atto, capitolo, sequenza, ripresa',
  part: `gancio, introduzione, apertura, inizio, sviluppo, corpo, contenuto principale, chiusura, conclusione, finale, invito all'azione, invito all’azione, chiamata all'azione, transizione, copione, sceneggiatura, script completo, scena
    finale, dissolvenza`,
  end: 'fine',
  speech: `narratore, narratrice, narrazione, voce fuori campo, voce narrante, voce, parlato, testo parlato, dialogo, speaker,
    presentatore, presentatrice`,
  visual: `visivo, visivi, immagine, immagini, descrizione visiva, elemento visivo, sullo schermo, in video, prompt immagine,
    telecamera, riprese, animazione, illustrazione, sfondo, si vede, immagini di copertura, grafica, foto`,
  screen: `testo sullo schermo, testo a schermo, testo in sovrimpressione, sovrimpressione, sottotitolo, sottotitoli, scritta,
    scritta a schermo`,
  sound: `musica suggerita, suggerimento musicale, musica consigliata, musica, musica di sottofondo, suono, suoni, effetto sonoro, effetti sonori, colonna sonora, applausi, rumore`,
  text: 'testo',
  hashtags: 'etichette, hashtag consigliati, hashtag suggeriti',
  title: 'titolo, titolo del video, titolo suggerito',
  description: 'descrizione, descrizione del video, didascalia, didascalia del post',
  about: `durata, durata totale, durata stimata, pubblico, pubblico di riferimento, tono, stile, formato, piattaforma, argomento,
    tema, tempo, note, nota di produzione, parole chiave, ritmo, copertina, numero di parole`,
  seconds: 'secondo, secondi, minuto, minuti',
  numbers: 'uno, una, due, tre, quattro, cinque, sei, sette, otto, prima, seconda, terza, ultima',
  here: 'ecco, di seguito, qui sotto, ti propongo',
  work: 'script, copione, sceneggiatura, testo per il video, video breve, narrazione, versione, di 30 secondi, di 60 secondi',
  offer: `vuoi che, desideri che, ti piacerebbe che, se vuoi posso, se preferisci posso, fammi sapere se vuoi, fammi sapere se
    ti, vorresti che`,
  pointer: `leggi di più, scopri di più, maggiori informazioni, per saperne di più, ulteriori informazioni, visita, vedi,
    consulta, fonte, fonti, link, scarica, vai su, vai a`,
  before: 'su, a, da, di, in, e, o, con, per, visita, vedi, è, il, la, al, sul',
  keepsHyphen: 'ex, anti, socio, storico, politico, tecnico',
  afterHyphen: 'e, o',
};
