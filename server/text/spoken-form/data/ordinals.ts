/** Names of rulers and popes in many languages; up to three letters of a case may follow. */
export const RULERS =
  `Henry|Henri|Heinrich|Enrique|Henrique|Enrico|Hendrik|Henrik|Louis|Ludwig|Luis|Luís|Luigi|Lodewijk|Ludvig|Ludwik|George|Georg|Jorge|Giorgio|Georges|
  Edward|Eduard|Edouard|Édouard|Eduardo|Edoardo|Richard|Ricardo|Riccardo|Charles|Karl|Carlos|Carlo|Karel|Karol|Carl|Károly|James|William|Wilhelm|Guillaume|Guillermo|
  Guglielmo|Willem|Philip|Philipp|Philippe|Felipe|Filipe|Filippo|Filips|Filip|Alexander|Alexandre|Alejandro|Alessandro|Aleksander|Peter|Pierre|Pedro|Pietro|Piotr|Nicholas|
  Nikolaus|Nicolas|Nicolás|Mikołaj|Friedrich|Frederick|Frédéric|Federico|Frederik|Fredrik|Napoleon|Napoléon|Napoleón|Napoleone|Ramses|Ramesses|Ramsès|Ramsés|Pius|Pie|Pío|Pio|
  Benedict|Benedikt|Benoît|Benedicto|Benedetto|Bento|John Paul|Johannes Paul|Jean-Paul|Juan Pablo|Giovanni Paolo|João Paulo|Jan Paweł|Leo|León|Leone|Gregory|Gregor|Urban|Innocent|
  Alfonso|Fernando|Ferdinand|Francis|Franz|François|Francisco|Francesco|Franciszek|Joseph|Josef|José|Leopold|Léopold|Umberto|Vittorio Emanuele|Victor Emmanuel|Juan Carlos|Maximilian|
  Christian|Gustav|Gustaf|Kustaa|Oscar|Oskar|Haakon|Harald|Olav|Zygmunt|Kazimierz|August|Stanisław|Mehmed|Mehmet|Murad|Süleyman|Selim|Abdülhamid|Béla|István|Mátyás|Otto|Malcolm II|
  Elizabeth|Elisabeth|Élisabeth|Isabel|Isabella|Isabelle|Elisabetta|Elżbieta|Alžběta|Catherine|Katharina|Catalina|Caterina|Catarina|Katarzyna|Kateřina|Mary|Margaret|Margarethe|Margrethe|
  Beatrix|Christina|Kristina|Cleopatra|Kleopatra|Cléopâtre|Пётр|Петр|Петра|Николай|Николая|Александр|Иван|Ивана|Павел|Павла|Людовик|Генрих|Карл|Георг|Филипп|Фридрих|Екатерин|
  Елизавет|Катерин|Єлизавет|Микола|Миколи|Петро|Олександр|Ерік|Erik|Eric|Edgar|Victor|Amenhotep|Ptolemy|Xerxes|Darius|Cyrus|Tutmés|Thutmose|Manuel|Afonso|Michael|Mihai|Carol|Ferdinánd`.replaceAll(
    /\s*\n\s*/gu,
    '',
  );

export const FEMALE_RULERS =
  'Elizabeth|Elisabeth|Élisabeth|Isabel|Elisabetta|Elżbieta|Alžběta|Catherine|Katharina|Catalina|Caterina|Catarina|Katarzyna|Kateřina|Mary|Margar|Margreth|Beatrix|Christina|Kristina|[CK]leopatra|Cléopâtre|Екатерин|Елизавет|Катерин|Єлизавет';

/** How a ruler's number is said: with an article, as an ordinal up to a number, beyond it as a plain one. */
export interface Regnal {
  readonly article?: string;
  readonly feminineArticle?: string;
  readonly feminine?: boolean;
  readonly upTo: number;
}
export const REGNAL: Readonly<Record<string, Regnal>> = {
  en: { article: 'the ', upTo: 39 },
  de: { article: 'der ', feminineArticle: 'die ', upTo: 39 },
  nl: { article: 'de ', upTo: 39 },
  sv: { article: 'den ', upTo: 19 },
  da: { article: 'den ', upTo: 31 },
  nb: { article: 'den ', upTo: 19 },
  es: { feminine: true, upTo: 10 },
  pt: { feminine: true, upTo: 10 },
  it: { feminine: true, upTo: 39 },
  ru: { feminine: true, upTo: 39 },
  uk: { feminine: true, upTo: 39 },
  pl: { feminine: true, upTo: 39 },
  cs: { feminine: true, upTo: 31 },
  hr: { feminine: true, upTo: 39 },
  sr: { feminine: true, upTo: 39 },
  fi: { upTo: 39 },
  el: { article: 'ο ', feminineArticle: 'η ', feminine: true, upTo: 39 },
};

/** Nouns (and rulers) before which a number with a stop is an ordinal, where nouns are capitalised or names. */
export const CHIEF_NOUNS: Readonly<Record<string, string>> = {
  de: 'FC|Weltkrieg|Jahrhundert|Jh\\.|Jahrtausend|Platz|Klasse|Stock|Etage|Liga|Bundesliga|Tag|Woche|Monat|Jahr|Mal|Teil|Kapitel|Schritt|Stufe|Runde|Stelle|Staffel|Folge|Akt|Geburtstag|Auflage|Juli|Quartal|Semester|Advent|Reich',
  hu: RULERS,
  tr: `Dünya|Yüzyıl|${RULERS}`,
  cs: 'Světová',
  fi: 'Maailmansota',
};

/** Words behind which even one letter is a number. */
export const CHAPTERS: Readonly<Record<string, string>> = {
  en: 'War|Vol|Episode|Season|Ch|Pt|Fig|Chapter|Part|Act|Volume|Book|Phase|Type|Level|Section|Article|Class|Stage|Grade|Figure|Table|Title|Mark',
  de: 'Kapitel|Teil|Akt|Band|Buch|Phase|Typ|Stufe|Artikel',
  fr: 'chapitre|partie|acte|volume|tome|livre|phase|type|niveau|article|guerre',
  es: 'capítulo|parte|acto|volumen|tomo|libro|fase|tipo|nivel|artículo|siglo|guerra|mundial',
  it: 'capitolo|parte|atto|volume|libro|fase|tipo|livello|secolo|mondiale',
  pt: 'capítulo|parte|ato|volume|tomo|livro|fase|tipo|nível|século|guerra|mundial',
  ca: 'capítol|part|acte|volum|llibre|segle|guerra',
  ru: 'глава|главы|часть|части|том|тома|тип|война',
  uk: 'розділ|частина|том|тип|війна',
  pl: 'rozdział|część|tom|akt|typ|faza|wojna',
  vi: 'kỷ|chương|phần|tập',
  id: 'abad|bab|bagian|jilid',
  ro: 'capitolul|partea|volumul|secolul',
};
