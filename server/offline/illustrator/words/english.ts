/**
 * English nouns and the motif that stands for each: `motif: word, word, two words`. Words are dictionary forms or what is
 * written; nouns with several senses stand in senses.ts, verbs and qualities in english-verbs.ts. Names of icons (octopus,
 * accordion …) are words already, see analysis/lexicon.ts; here is what else people say.
 */
export const ENGLISH = `
octopus: octopi, cephalopod, kraken
squid: cuttlefish
anatomical-heart: human heart, beating heart, cardiac, heartbeat, pulse, artery, aorta, circulation, ventricle
red-heart: heart, love, affection, valentine
broken-heart: heartbreak, heartbroken
drop-of-blood: blood, bleeding, blood drop
blood-cell: blood cell, red cell, hemoglobin, haemoglobin, erythrocyte
honeybee: bee, bumblebee, wasp, hornet, pollinator
honey-pot: honey, hive, beehive
sunflower: flower, sunflowers, flower field, pollen, daisy
tulip: tulips
rose: rose
bouquet: flowers bunch, wedding flowers
seedling: sprout, plant, sapling, germination
potted-plant: houseplant, photosynthesis
deciduous-tree: tree, oak, trees, woodland tree
evergreen-tree: pine, fir, spruce
palm-tree: palm tree, coconut palm
leaf-fluttering-in-wind: leaf, leaves, foliage
fallen-leaf: autumn, autumn leaf
maple-leaf: maple
herb: herbs, basil, mint, parsley, tea leaf
mushroom: fungus, fungi, toadstool, mycelium
cactus: cacti
four-leaf-clover: luck, lucky, clover
dog: puppy, hound, dogs
cat: kitten, kitty, feline
mouse: mice
rat: rats, rodent
fly: fly, housefly
bat: bat
bear: bear, brown bear, black bear, grizzly
polar-bear: polar bear
duck: duck
seal: seal, sea lion, walrus
ram: ram
goat: goats
ewe: sheep, lamb
fox: red fox, vulpine
wolf: grey wolf, gray wolf, wolves, werewolf
lion: lioness
tiger: tigress
leopard: cheetah, jaguar, panther
rabbit: bunny, hare
worm: earthworm, earthworms, worms
bug: caterpillar, larva, insect, grub
lady-beetle: ladybug, ladybird
spider: tarantula, arachnid
spider-web: cobweb, web, webs
bird: songbird, robin, sparrow, finch, hummingbird
blackbird: raven, crow, magpie
dove: pigeon, carrier pigeon
eagle: hawk, falcon, vulture
chicken: hen, poultry
hatching-chick: chick
egg: eggs
nest-with-eggs: nest
parrot: macaw
penguin: penguins, emperor penguin
goose: geese
swan: cygnet
ox: oxen, bull
boar: wild boar
elephant: elephants
mammoth: woolly mammoth, ice age
horse: pony, stallion, mare, foal, cavalry
moose: elk
deer: stag, reindeer, antelope, gazelle, doe
camel: dromedary, camels, caravan
two-hump-camel: bactrian camel
llama: alpaca
crocodile: alligator
lizard: gecko, chameleon, iguana
snake: serpent, viper, cobra, python
turtle: tortoise
frog: toad, tadpole
fish: fishes, salmon, tuna, cod, herring, goldfish
tropical-fish: clownfish, coral fish, reef fish
blowfish: pufferfish, puffer fish
shark: great white
spouting-whale: whale, blue whale, humpback
dolphin: porpoise
jellyfish: medusa
coral: coral reef, reef
spiral-shell: seashell, shell
sauropod: dinosaur, dinosaurs, brontosaurus, extinct animal
t-rex: tyrannosaurus, tyrannosaur
gorilla: ape, chimpanzee, chimp, primate
monkey: macaque
panda: pandas, giant panda
microbe: bacteria, bacterium, germ, germs, pathogen, amoeba, archaea
petri-dish: culture dish
cell: cells, cell, cytoplasm, mitochondria, membrane
dna: gene, genes, genetic, genome, chromosome, crispr, heredity
neuron: neurons, nerve, nerves, synapse, neural
brain: mind, memory, cortex, consciousness, cognition, psychology, learning
bone: bones, skeleton
lungs: lung, breathing, breath, breathe
eye: eyesight, vision, retina, pupil
ear: ears, hearing
nose: smell
mouth: lips
tongue: taste buds
tooth: teeth, dentist, molar
foot: feet
flexed-biceps: muscle, muscles, strength, strong, biceps
skull: plague, skeletons, death
footprints: footstep, footsteps, track marks
stethoscope: doctor, medicine, medical, diagnosis, hospital visit
pill: medication, drug, aspirin, antibiotic, antibiotics, tablet, vitamin
syringe: vaccine, vaccination, injection, insulin
hospital: clinic
health-worker: nurse, surgeon, physician
thermometer: fever
x-ray: radiography
adhesive-bandage: wound, bandage, healing
soap: hygiene, washing hands
bread: loaf, dough, sourdough, yeast, toast, bakery
baguette-bread: baguette
sheaf-of-rice: wheat, grain, barley, rye, harvest
ear-of-corn: corn, maize
cooked-rice: rice
cheese-wedge: cheese, cheddar
red-apple: apple, apples
tangerine: mandarin, clementine, citrus, orange fruit
lemon: lemons
grapes: grape, vineyard
wine-glass: wine
hot-pepper: chili, chilli, chile, capsaicin, spicy, jalapeno
hot-beverage: coffee, tea, espresso, caffeine, mug, cocoa, latte
beans: bean
chocolate-bar: chocolate, cacao
ice-cream: gelato
cookie: biscuit
birthday-cake: cake, birthday
salt: sodium
french-fries: fries
hamburger: burger, fast food
spaghetti: pasta, noodle, noodles
pot-of-food: soup, stew, cooking pot, broth
cooking: frying pan, skillet, fried egg
fork-and-knife-with-plate: dinner, meal, lunch, food, restaurant, hunger
meat-on-bone: meat, steak
poultry-leg: drumstick
glass-of-milk: milk
beer-mug: beer, brewery
potato: potatoes
tomato: tomatoes
onion: onions
carrot: carrots
banana: bananas
candy: sweets, sugar, sugary
green-salad: salad, vegetables, vegetable, vegan, diet
bubble-tea: boba
teapot: tea ceremony
amphora: clay jar, pottery, vase, urn, ancient jar
sun: sunshine, sunlight, solar, daylight, sunny, star of our solar system
crescent-moon: moon, lunar, crescent
full-moon: full moon
star: stars, star
glowing-star: bright star, wish, supernova, starlight
comet: asteroid, meteorite, meteor, meteor shower, shooting star
ringed-planet: saturn, planet, planets, jupiter, exoplanet, neptune, uranus, orbit, venus
black-hole: black holes, event horizon, singularity, wormhole
globe-showing-europe-africa: earth, world, globe, planet earth, international, continent, continents, global
globe-showing-americas: america, americas
globe-showing-asia-australia: asia, australia
rocket: spaceship, spacecraft, liftoff, shuttle
satellite: probe, voyager, space telescope, space station, orbiter, hubble
telescope: astronomer, astronomy, observatory, galileo
flying-saucer: ufo, aliens
alien: extraterrestrial, martian
astronaut: astronauts, cosmonaut, spacewalk, spacesuit
cloud: clouds, cloudy
cloud-with-rain: rain, rainfall, raining, drizzle
high-voltage: lightning, electricity, voltage, thunderbolt, electric shock, spark
snowflake: snow, snowfall, frost, ice crystal, winter
ice: ice cube, melting ice
iceberg: icebergs, glacier, ice sheet
snowman: snowmen
rainbow: rainbows, spectrum
prism: refraction
tornado: hurricane, twister, typhoon
cyclone: whirlpool, vortex
wind-face: wind, breeze, gust, blowing
umbrella-with-rain-drops: umbrella, rainy
fire: flame, flames, burning, bonfire, wildfire, blaze, combustion
water-wave: wave, waves, tsunami, tide, ocean wave
droplet: water, water drop, drop of water, drops, liquid, h2o
volcano: volcanoes, eruption, vesuvius, pompeii, lava, magma
mountain: mountains
snow-capped-mountain: everest, himalaya, alps
rock: rock, stone, stones, pebble, pebbles, boulder, mineral
gem-stone: diamond, diamonds, gem, jewel, crystal, treasure, ruby, emerald
wood: log, timber, lumber
desert-island: island
magnet: magnetic, magnetism, magnetic field
atom-symbol: atom, atoms, atomic, nucleus, electron, quantum, physics, particle, proton, molecule, chemistry element
test-tube: chemistry, chemical, reagent
alembic: flask, potion, alchemy, distillation
microscope: laboratory, lab, research, biology
scientist: researcher, chemist, biologist
gear: machine, engine, mechanism, cog, mechanics, engineering
battery: lithium, recharge
electric-plug: cable, cables, plug, socket, charger
light-bulb: idea, ideas, invention, lightbulb, inspiration, edison, insight, innovation, bright idea, aha
candle: candlelight
oven: stove
robot: ai, artificial intelligence, chatbot, machine learning, android, neural network, algorithm, automation
laptop: computer, computers, programming, programmer, coding, software, code, website, hacker
desktop-computer: pc, monitor, display
mobile-phone: phone, smartphone, iphone, app, apps, cellphone, social media, notification
telephone: landline, phone call, telephone call
keyboard: typing
computer-mouse: computer mouse
floppy-disk: data, save file, storage
globe-with-meridians: internet, world wide web, web page, web pages, online, network, networks, wifi network
wireless: wifi, wi fi, radio wave, radio waves, bluetooth
satellite-antenna: antenna, radio telescope, signal, broadcast, gps
antenna-bars: reception
camera: photo, photograph, photography
movie-camera: cinema, movie, hollywood
television: tv, televisions
joystick: gaming, video games, gamer
video-game: controller, nintendo, playstation
radio: radios
headphone: headphones, podcast
microphone: singing, karaoke
musical-notes: music, song, melody, tune, sound, rhythm
musical-keyboard: piano, keys of a piano
violin: cello, orchestra, symphony
guitar: guitarist
drum: drums, drummer
trumpet: jazz, brass band, brass instrument
loudspeaker: loud, announcement
locked: lock, security, password, privacy, encryption, secure, locked
key: key, keys
old-key: secret, secrets, mystery key, unlock
magnifying-glass-tilted-left: search, clue, detective work, investigate, investigation, magnifying glass, discovery, looking closer
detective: sherlock, spy, investigator
money-bag: money, wealth, treasure chest, savings, budget, salary, tax, taxes
money-with-wings: spending, expensive, inflation
dollar-banknote: dollar, dollars, cash, banknote
coin: coins, penny, currency, bitcoin, gold coin, gold, crypto, cryptocurrency
bank: banks
chart-increasing: growth chart, profit, stock market, stocks, economy, rising chart, statistics, success chart, growing economy
chart-decreasing: recession, market crash, market crashes, stock market crash, stock market crashes, stocks fall, decline, losses, loss
bar-chart: statistic, graph, data chart
credit-card: payment, debt, shopping, gift card, gift cards
shopping-cart: supermarket, grocery, groceries
briefcase: business, company, career, job, businessman
office-worker: ceo, boss, manager, employee, worker
handshake: deal, agreement, cooperation, partnership, peace treaty, trust
balance-scale: justice, law, fairness, balance, equality, scales
judge: court, trial
trophy: success, winner, victory, champion, championship, win, prize
sports-medal: medal, olympic, olympics, athlete
soccer-ball: soccer, football, world cup
basketball: nba
tennis: wimbledon
person-running: runner, running, marathon, sprint, jogging, exercise, race
person-swimming: swimmer
person-biking: cyclist, cycling
hiking-boot: climber, hiking, hike, climbing
person-lifting-weights: gym, workout, weightlifting, training
person-in-lotus-position: meditation, yoga, calm, mindfulness
person-surfing: surfer, surfing
skier: skiing
chess-pawn: chess, strategy, grandmaster, checkmate, chessboard
game-die: dice, chance, probability, gamble
puzzle-piece: puzzle, puzzles, solution
bullseye: target, focus, aim
airplane: plane, aeroplane, aircraft, flight, jet, aviation, pilot plane, airliner
helicopter: chopper
automobile: car, cars, driving, traffic
racing-car: race car, formula one, fast car
bus: buses
delivery-truck: truck, lorry, delivery
tractor: farming, plow, plough
bicycle: bike
motorcycle: motorbike
locomotive: train, steam train, steam engine, steam locomotive, railway, railroad, rails
high-speed-train: high speed train, bullet trains
train: subway, metro
ship: ship, cargo ship, titanic, ocean liner, vessel
sailboat: boat, sailing, sail, sailor, voyage, columbus
canoe: kayak, raft
anchor: harbor, harbour
submarine: submarines, bathyscaphe
balloon: balloons
compass: navigation, explorer, expedition, north
world-map: map, maps, atlas, geography, route, borders
luggage: suitcase, travel, tourist, vacation, holiday trip, trip
tent: camp, campsite
house: home, houses, cottage
house-with-garden: neighborhood, suburb
office-building: skyscraper, building, apartment, tower block
factory: industry, manufacturing, pollution, factories
school: schools
graduation-cap: university, graduate, education, degree, exam, college
books: book, literature, library, reading, knowledge
open-book: story, novel, page, dictionary, bible
scroll: parchment, papyrus, ancient text, history, manuscript, treaty, constitution
pencil: drawing, write, writing
fountain-pen: letter writing, ink, author, poet, poetry
artist-palette: painting, painter, art
framed-picture: mona lisa, museum, gallery
performing-arts: theater, theatre, drama, actor, shakespeare
teacher: professor, lesson
student: pupils, student
abacus: mathematics, math, maths, counting, arithmetic, calculation
triangular-ruler: geometry, triangle, pythagoras, angle
straight-ruler: measure, length, ruler, tape measure
hourglass-done: waiting, patience, deadline
alarm-clock: alarm clock, wake up, clock
calendar: schedule, appointment, semester, agenda
bed: sleep, mattress, pillow, nap, insomnia
zzz: snore, snoring
sleeping-face: sleepy
thought-balloon: dream, dreams, dreaming, thought, imagination
thinking-face: thinking, wonder, wondering, confused, doubt, curious, curiosity
red-question-mark: question, mystery, unknown, riddle, puzzled
warning: danger, dangerous, risk, hazard, toxic, poison, poisonous, alert
skull-and-crossbones: deadly, lethal, pirates, pirate
radioactive: radiation, nuclear, uranium, chernobyl, radioactivity
biohazard: contagion, pandemic, epidemic, infection, disease
cross-mark: forbidden
check-mark-button: correct, right answer, proof
smiling-face-with-smiling-eyes: happy, happiness, joy, smile, smiling
crying-face: sad, sadness, tears, crying, grief
angry-face: anger, angry, rage
face-screaming-in-fear: fear, scared, terror, afraid, horror, panic
astonished-face: surprise, surprised, shock, shocked, astonishment, amazed
face-with-tears-of-joy: laugh, laughter, laughing, joke, funny, humor, humour
exploding-head: mind blown, mindblowing, overwhelming
nauseated-face: sick, nausea, disgust
pensive-face: lonely, loneliness, depression, melancholy, sorrow, regret
relieved-face: relief, relaxed
star-struck: famous, fame, celebrity, excitement, excited
hugging-face: hug, friendship, kindness
people: crowd, society, population, community, team, humans, humanity, family, friends
person-standing: person, human, someone, friend, owner
woman-standing: woman, mother
man-standing: man, father
baby: infant, newborn, pregnancy, birth
child-standing: child, kid, kids, children, boy, boys, girl, girls
old-man: grandfather
old-woman: grandmother
person-with-crown: king, emperor, monarch, pharaoh
princess: queen
crown: royal, royalty, throne, kingdom, empire
cook: chef
farmer: farmers, agriculture
firefighter: fireman
police-officer: police
pilot: aviator
singer: pop star, rock star
construction-worker: builder
mechanic: engineer
person-mage: wizard, magician, merlin
magic-wand: magic, magical
crystal-ball: future, prediction, fortune, predict, forecast
ghost: haunted, spooky, halloween, spirit
jack-o-lantern: pumpkin
dragon: dragons
unicorn: myth creature
rover: mars rover, rover, perseverance rover
shield: knight, defense, defence, protection, immune, immunity, armor, armour, protect
crossed-swords: sword, swords, gladiator, samurai, duel, fight
military-helmet: world war, trench, soldier, soldiers, army, war, battle, troops
bow-and-arrow: archer, archery
arrow: arrows
castle: fortress, medieval, middle ages, castles
classical-building: temple, roman, romans, rome, greek, greece, athens, parthenon, ancient rome, museum building, senate, columns, parliament, government
stadium: colosseum, arena
pyramid: pyramids, egypt, egyptian, giza, sphinx
moai: easter island, statue
statue-of-liberty: new york
eiffel-tower: eiffel, paris
tokyo-tower: tokyo
mosque: minaret
church: cathedral, chapel
japanese-castle: japan, shogun
brick: bricks, great wall, masonry
lighthouse: lighthouses, beacon
windmill: windmills
wind-turbine: wind power, wind farm, wind turbines, renewable energy
solar-panel: solar panels, solar energy, solar power
fuel-pump: petrol, gasoline, gas station
oil-drum: petroleum
recycling-symbol: recycling, recycle, reuse, sustainability
wastebasket: trash, garbage, rubbish
toilet: bathroom, poop
shower: bath, showering
hammer: tool, tools, carpenter
hammer-and-wrench: repair, fix, maintenance
nut-and-bolt: screw
axe: hatchet
ladder: ladders
envelope: mail, email, message, postcard, stamp
postbox: mailbox, postal
speech-balloon: conversation, language, talking, speech, chat
megaphone: advertising, marketing, advertisement, propaganda
newspaper: news, journalism, headline
bell: bells
christmas-tree: christmas
santa-claus: santa
wrapped-gift: gift, present, surprise gift
party-popper: celebration, party, celebrate, new year, festival, anniversary
red-envelope: lunar new year, chinese new year
menorah: hanukkah
diya-lamp: diwali
running-shoe: shoe, shoes, sneaker
t-shirt: clothes, clothing, fashion, cotton
glasses: spectacles
top-hat: gentleman
ring: ring, engagement, marriage
wedding: bride
door: doors
window: windows
mirror: reflection
chair: chairs
couch-and-lamp: sofa, living room, couch
bathtub: archimedes, eureka
broom: witch, cleaning
scissors: cutting
thread: textile, weaving
yarn: wool, knitting
bomb: explosion, dynamite
collision: impact, big bang, clash, crash
dizzy: spinning
dashing-away: speed, velocity, acceleration
infinity: infinite, eternity
yin-yang: opposites, harmony
chains: slavery, prison, prisoner
peace-symbol: peace
sparkles: clean, shiny
nazar-amulet: evil eye
parachute: skydiving
boomerang: aboriginal
red-paper-lantern: lantern
dango: mochi
sushi: sashimi
folding-hand-fan: geisha
roller-coaster: amusement park, theme park, rollercoaster
ferris-wheel: fairground
circus-tent: circus
hot-springs: geyser, hot spring
sponge: sea sponge
bubbles: bubble, foam
footprints: footprint, footstep, footsteps
high-voltage: lightning bolt, bolt of lightning
collision: shock wave
musical-notes: sound wave
money-bag: paycheck, wage, wages, raise, loan, fee, rent, income
fork-and-knife-with-plate: dish, plates, plate
kitchen-knife: knife, blade
pot-of-food: sauce, broth
bed: bedtime, bedroom
sponge: kitchen sponge, sponge
necktie: job interview, interview, interviewer
shopping-bags: order, sale, discount, customer, customers, shop, shopping
memo: list, exam, test, contract, lease, quiz
dress: dress
jeans: jeans, zipper, trousers, pants
person-lifting-weights: push up, push ups, pull up
t-shirt: shirt, blouse
necktie: tie
cup-with-straw: glass of water, smoothie, juice
drop-of-blood: blood sugar, blood pressure
world-map: passport
ballot-box-with-ballot: vote, election, ballot
violin: bach, beethoven, composer
cloud: fog, mist
broom: stain, vinegar
droplet: leak, leaking tap
hammer-and-wrench: do it yourself
hammer-and-pick: digging
child-standing: toddler, toddlers
speech-balloon: word, message, polish, english
dollar-banknote: price
receipt: receipt, receipts, invoice
balance-scale: right, rights
hourglass-done: deadline
alarm-clock: timer, stopwatch
people: adults, adult, passengers, passenger, guests, guest, neighbor, neighbors, neighbours, customers
toothbrush: toothbrush, toothpaste, brush teeth
bird: swift
detective: interrogation
toilet: toilet
chess-pawn: chess game, chess games
rope: knot
old-man: grandpa, granddad
old-woman: grandma, granny
bell-pepper: pepper, paprika
envelope: inbox, newsletter
airplane: airline, airport
luggage: hotel, hostel, baggage
soccer-ball: penalty, penalties
violin: mozart
brick: berlin wall
shopping-cart: checkout, cashier
bank: lender, banker
money-bag: budgeting, pension, investor, fortune
chart-increasing: investment, investing, shares
wilted-flower: drought
hammer: nails
ladder: shed
bed: blanket
kitchen-knife: chopping
cow: cattle
desktop-computer: spreadsheet
mobile-phone: text message, selfie
broken-heart: breakup, divorce
ring: proposal, fiancé
child-standing: son, daughter, teenager, teenagers
woman-standing: mom, mum, wife, sister, aunt, lady
man-standing: dad, husband, brother, uncle, guy
people: parents, couple, colleagues, neighbours, audience, strangers, voters, citizens, workers, employees, students
nothing: human being, red wave, blue wave, light wave, radio wave, pulse wave, brain wave, wave line, wind tunnel, bell shaped, ring of, ring in, ring around, fly over, flies over
woman-dancing: dancer, dancing, ballet
lotion-bottle: moisturizer, sunscreen, cleanser, skincare, skin care, serum, shampoo, conditioner
package: bubble wrap, parcel
bridge: suspension bridge, drawbridge, footbridge
`;
