/**
 * English words that titles and first sentences are made of. Many more than of other languages: an English title with a
 * foreign name in it ("El Niño explained") is told from a Spanish one by the words around the name.
 */
export const ENGLISH_WORDS = `
  a an the of is are was were be been being am do does did done doing don have has had having can could will would shall should may
  might must not no nor and or but if so as at by for from in into on onto off out over under up down to with without within about
  above after again against all almost along already also always among another any anyone anything around away back because become
  before behind below beneath beside between beyond both bring broken build built buy call came cannot change check choose come
  common complete could create cut day days deal deep did different dig doesn done down draw dream drink drive during each early easy
  eat either else end enough enjoy even ever every everyone everything everywhere example explain explained explore face fact facts
  fail fall family famous fast feel few fight find fire first fix fly follow food forget found free friend friends full fun
  get gets getting gift give go goes going gone good gone got great grow guide had half hand happen happens hard hate he hear heart
  help her here hers hidden high him his hold home hope hot hour hours house how however i idea ideas important inside instead it its
  itself job join journey jump just keep kept key kid kids kill kind king know known knows land large last late laugh learn learned
  leave left less let lets life light like line list listen little live lives living long look looking lose loses lost lot love low
  made magic make makes making man many matter matters me mean means meet men might mind minute minutes mistake mistakes moment money
  month more morning most mother move much my myself mystery myth myths name near need needs never new next nice night nobody none
  nothing now number of offer often old once one only open other others our ours own pain past pay people perfect person place plan
  play please point power problem pull push put quick quickly quit quite quote quotes rather read ready real really reason reasons
  recipe recipes relax remember rest review right rise routine rule rules run running sad said same save saving say says school
  science sea second seconds secret secrets see seen sell send set seven she short should show simple since sing sit six skill skills
  sleep slow small smart smile so some someone something sometimes soon sound speak spend stand start starting stay step steps still
  stop stories story strong study such sure surprising take takes taking talk taste teach team tell tells ten test than thank that
  the their theirs them themselves then there these they thing things think thinking this those thought three through time times tip
  tips tired today together told tomorrow tonight too took top tour town trip trick tricks trivia true trust truth try trying turn two
  ultimate understand until upon us use used uses using very visit visiting wait wake walk want wants war was wash watch water way
  ways we wear week weeks weird well went what when where which while white who whole whom whose why wild win wish with woman women
  won wonder word words work worked working workout works world worst worth write wrong year years yes yesterday yet you young your
  yours yourself zero five four eight nine hundred thousand million
  ad advice air airport album american amazing ancient animal animals anime anxiety app apple art artist attraction audio autumn baby
  bacon bad bag bake baked baking ball balloon balloons banana band bank bar basic basics basket bath battle beach bean beans bear beat
  beauty beautiful bed bee beef beer beginner beginners behavior best better big bike bird birds birth birthday bite black blood blue
  boat body bone book books boost boring boss bottle bowl box boy brain brave bread break breakfast breath breathe breathing brew
  bridge bright british broke brother brown brush budget bug bus business busy butter cake camera camp camping car card care cars cash
  castle cat cats cause celebrity century chair challenge champion chance character cheap cheese chef chess chicken child children
  chip chips chocolate christmas church cinema city class classic clean cleaning clever climb climbing clock close clothes cloud club
  coach coast code coffee cold collection college color colors colour comedy comfort company compared computer concert cook cooking
  cool copy corn corner cost cotton couch country couple course court cousin cow cozy craft crash crazy cream creative crime crisis cry
  cup culture curious curry customer cute cycle dad daily dance dancing danger dangerous dark data date dating daughter dead death debt
  decor decorate deadly desert design desk dessert detail diary die diet dinner dinosaur dirt dirty discipline discover discovery
  dish dishes disney doctor dog dogs doll dollar door doors double dragon dress drill driver drivers drop dry duck dumb dust duty ear
  earbuds earn earth earthquake east education egg eggs electric elephant emergency emotion empire empty energy engine engineer english
  enemy entrepreneur epic episode escape essential essentials evening event evil exam exams excellent excuse excuses exercise exercises
  expensive experience experiment expert extra eye eyes fabric fair fake families fan fancy farm farmer fashion fat fate father fault
  favorite favourite fear feeling feet festival fiction field figure file film films final finally finance finger finish fish fishing
  fit fitness flag flat flavor flight float floor flower flowers focus folk foot football force foreign forest forever forgotten form
  fox french fresh fridge fruit fruits fry funny future gain game games garden gardening gas gear gems general genius gentle german ghost
  giant girl girls glass global gluten goal goals god gold golden gone government grain grammar grandma grateful gratitude gravity
  greek green grey ground group growth guest guitar gun gut guy gym habit habits hack hacks hair hairstyle happy happiness harvest hat
  haunted head headache healing health healthy heat heavy hell hello hero heroes hike hiking hill hilarious history hit hobby hole holes
  holiday honest honey horror horse hospital host hotel household huge human humans humor hunger hungry hunt hurricane husband hydrate
  ice iceberg illegal images impossible improve inch income incredible independence india indian indoor industry influencer ingredients
  injury insane insect inspiration interview invest investing invention invented investigation iron island italian item jacket jam
  japanese jar jazz jealous job jobs joke jokes journal juice jungle junk justice kick kitchen kitten knee knife knight knowledge lab
  lake lamp language lap laptop laundry law lazy lead leader leadership leaf leather legacy legend legends lesson lessons letter
  letters level library lie lies lift lightning lights limit lion lips liquid literature live loan local lonely love lovers luck lucky
  lunch machine mad magnet mail main makeover makeup male management manager map marathon market marketing marriage mask massage master
  match math meal meals meat medical medicine meditation meditate medieval memory mental menu mess message metal method mexican
  middle midnight military milk mindset mini minimalist minimalism mirror miss mission missions mistake mixed mobile model modern mom
  monday monkey monster moon mood mosquito motion motivation motivational mountain mountains mouse mouth movie movies multiple murder
  muscle museum mushroom music musician nail nap nation national natural nature neck neighbor nerd nervous network news nightmare
  noise noodle noodles normal north nose note notebook nurse nutrition nuts oak ocean odd office oil olympics onion online opinion
  orange order organic organize origin origins outdoor oven overcome overthinking owl pack packing page paint painter painting palace pan
  panic pants paper paradise parent parenting parents paris park part party pasta patience pattern peace peanut pen pencil penguin
  pet pets phone photo photography physics piano pick picnic picture pie piece pig pillow pilot pink pirate pizza plane planet planets
  plant plants plastic plate player players plot pocket podcast poem poet poetry poison police policy politics pool poor poppers popcorn
  popular pork portrait positive post pot potato potatoes potty pressure pretty prevent price pride prince princess prison private prize
  procrastination procrastinating product productive productivity program project prompts proof proper protect protein proud psychology
  public pudding punch puppy purple purpose purr puzzle pyramid pyramids queen question questions quiz rabbit race radio rain rainbow
  raise random rank ranked rare rat reader reading recycle red reduce refuse regret regrets relationship relationships relief religion
  remedies remote repair report rescue research respect restaurant restaurants retold retire retirement review reviews revolution rice
  rich ride ring rise risk river road roast robot robots rock rocket role roll roman romance romantic rome roof room rope rose royal
  rude ruin ruined rumor safe safety sail salad salary salmon salt salty sand sandwich satisfying sauce sausage scale scam scared scary
  scene scientist scientists score scratch screen script season seat secretly seed self selfish sense series serve service seasonal
  shadow shampoo shape share shark sharks shelf shine ship shirt shock shocking shoe shoes shop shopping shot shoulder shower shy
  sick side sight sign signs silence silent silly silver singer single sister size skate ski skin skincare sky slang slavery sleepy
  slice smell smoke smoothie snack snacks snake snow soap soccer social sock socks soft soil solar soldier solo solution solve son song
  songs soul soup sour source south space spanish spam special speech speed spell spice spicy spider spirit sport sports spot spring
  squad square stadium stage stain stains star stars state station steak steal steam steel stew stock stomach stone storm strange
  stranger stranded stream street strength stress stretch stretches stretching student students stuff stuffed stupid style style
  subscribe success successful sugar suit summer sun sunday sunlight sunscreen sunset super supper support surf surgery survival survive
  sushi sustainable swear sweat sweet sweets swim swimming symptoms syndrome system table tale tales talent tank tape tax taxi tea teacher
  tech technique technology teen teeth telescope temple tennis tent terrible tests texas textbook texture theory therapy thick thief
  thin third thirty thread thumb thunder ticket tidy tie tiger tiny tire titanic toast toddler toilet tomato tomatoes tool tools tooth
  topping toppings tornado total touch tough tourist toxic toy toys track trade tradition traditional traffic trail train training travel
  traveling traveler treasure treat tree trees trend trends trial tribe trouble truck tunnel turtle tutorial tv twelve twenty twice twin
  twist type types ugly umbrella uncle underrated unicorn union unique universe university unknown unlock unusual update upgrade urban vaccine
  vaccines vacation valley value vampire vanilla vegan vegetable vegetables vegetarian vehicle versus veteran video videos view village
  villain villains violin virus vision vitamin vocabulary voice volcano volcanoes volume vote waist wall wallet warm warning waste watching
  wave waves weak wealth weapon weather web website wedding weekend weekly weight welcome west wet whale whales wheat wheel whisper wife
  wildlife window windows wine wing wings winner winning winter wipe wire wireless wisdom wise witch wolf wolves wooden wool worker
  workplace worm worried worry wound wrap wrist writer writing yard yarn yeast yellow yoga youth zombie zoo
  vs pt ft ii iii mr mrs dr
`;
