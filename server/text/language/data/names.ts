/**
 * Names that the whole world writes alike and that hold articles or letters of their own language: they say nothing of
 * the language of the text around them. Lower case, without accents.
 */
export const NAMES: readonly string[] = `
  el nino, la nina, el salvador, el capitan, el paso, el dorado, el clasico, los angeles, los alamos, los cabos, las vegas, las palmas,
  la paz, la la land, la liga, san francisco, san diego, san jose, san antonio, san andreas, san juan, san marino, santa fe, santa
  monica, santa claus, santa cruz, santo domingo, sao paulo, sao luis, sao tome, rio de janeiro, rio grande, rio, costa rica, puerto
  rico, puerto vallarta, buenos aires, monte carlo, montenegro, machu picchu, mona lisa, da vinci, leonardo da vinci, che guevara,
  marie curie, marie antoinette, marie kondo, jeanne d'arc, le mans, le corbusier, loch ness, des moines, new orleans, baton rouge,
  tour de france, coup d'etat, cote d'ivoire, cinco de mayo, dia de los muertos, dia de muertos, vasco da gama, charles de gaulle,
  simone de beauvoir, oscar de la hoya, robert de niro, ludwig van beethoven, van gogh, vincent van gogh, von neumann, den haag,
  don quixote, don juan, don corleone, ponce de leon, hernan cortes, pablo escobar, frida kahlo, lionel messi, cristiano ronaldo,
  diego maradona, salvador dali, pablo picasso, joan miro, gabriel garcia marquez, isabel allende, bad bunny, pokemon, nestle, loreal,
  citroen, ikea, volkswagen, porsche, mercedes-benz, lamborghini, ferrari, maserati, tesla, nikola tesla, nvidia, minecraft, instagram,
  tiktok, youtube, chatgpt, bitcoin, ethereum, wordpress, android, iphone, macbook, playstation, nintendo, xbox, netflix, spotify,
  beyonce, rihanna, shakira, rosalia, motley crue, motorhead, bjork, renee zellweger, penelope cruz, zoe kravitz, zoe saldana,
  taj mahal, mount everest, kilimanjaro, notre dame, notre-dame, eiffel, versailles, champs elysees, mont blanc, mont saint-michel,
  reykjavik, zurich, munchen, koln, dusseldorf, malaga, cordoba, bogota, medellin, cancun, tulum, ibiza, peru, quebec, malmo, goteborg,
  krakow, lodz, sagrada familia, camp nou, real madrid, fc barcelona, bayern munchen, borussia dortmund, paris saint-germain, juventus,
  mardi gras, carpe diem, deja vu, feng shui, hot dog, jalapeno, jalapenos, pina colada, creme brulee, creme fraiche, dulce de leche,
  chili con carne, mole poblano, cafe au lait, a la carte, cordon bleu, coq au vin, foie gras, pho, banh mi, smorgasbord, doppelganger,
  schadenfreude, zeitgeist, wanderlust, kindergarten, pinata, pinatas, senor, senorita, cliche, cliches, facade, fiance, fiancee, naive, resume, cafe,
  cafes, saute, puree, decor, matinee, uber, ubers, vis-a-vis, espresso, cappuccino, latte, macchiato, martini, mojito, lasagna, gnocchi,
  tiramisu, bruschetta, risotto, paella, tapas, churros, quesadilla, guacamole, burrito, burritos, taco, tacos, salsa, sushi, ramen, matcha, kimchi, kombucha,
  karaoke, manga, anime, haiku, origami, samurai, ninja, sudoku, emoji, tsunami, yoga, karma, guru, zen, safari, pizza, pasta, panda, koala
`
  .trim()
  .split(/\s*,\s*/u)
  .map((name) => name.replaceAll(/\s+/gu, ' '));
