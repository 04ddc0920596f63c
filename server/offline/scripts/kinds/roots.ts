/**
 * Kinds of things and the picture that stands for each, as WordNet's words: `motif: word, word`. A word means its first sense
 * in a class of things that can be seen; `word.class` takes the first of that class. What is a kind of it gets its picture. A motif with @ is a place.
 */
export const ROOTS = `
dog: dog
cat: domestic_cat, kitten
lion: lion
tiger: tiger
leopard: leopard, cheetah, jaguar
bear: bear
polar-bear: ice_bear
panda: giant_panda
wolf: wolf
fox: fox
horse: horse, pony
donkey: donkey
zebra: zebra
cow: cattle
ox: ox, bull
pig: swine
boar: wild_boar
ewe: sheep
goat: goat
llama: llama, alpaca
camel: camel
deer: deer, antelope
moose: elk
giraffe: giraffe
elephant: elephant
mammoth: mammoth
rhinoceros: rhinoceros
hippopotamus: hippopotamus
kangaroo: kangaroo
koala: koala
sloth: sloth.animal
rabbit: rabbit, hare
hedgehog: hedgehog
hamster: hamster
mouse: mouse.animal
rat: rat.animal
chipmunk: squirrel
beaver: beaver.animal
otter: otter.animal
badger: badger.animal
skunk: skunk.animal
raccoon: raccoon
bat: bat.animal
monkey: monkey
gorilla: ape.animal
orangutan: orangutan
bird: bird.animal
owl: owl
eagle: bird_of_prey
dove: pigeon.animal
duck: duck.animal
goose: goose.animal
swan: swan
penguin: penguin
parrot: parrot.animal
peacock: peafowl
flamingo: flamingo
blackbird: corvine_bird
chicken: hen.animal
rooster: cock.animal
hatching-chick: chick.animal
fish: fish.animal
shark: shark.animal
spouting-whale: whale.animal
dolphin: dolphin.animal
seal: seal.animal
octopus: octopus.animal
squid: squid.animal
jellyfish: jellyfish.animal
crab: crab.animal
lobster: lobster.animal
shrimp: shrimp.animal
oyster: oyster.animal
coral: coral.animal
spiral-shell: seashell, conch
snail: snail.animal
turtle: turtle.animal
snake: snake.animal
lizard: lizard.animal
crocodile: crocodilian_reptile
frog: frog.animal
spider: spider.animal
scorpion: scorpion.animal
ant: ant.animal
honeybee: bee.animal
butterfly: butterfly.animal, moth
bug: insect.animal
beetle: beetle.animal
lady-beetle: ladybug
fly: fly.animal
mosquito: mosquito
cricket: cricket.animal
cockroach: cockroach
worm: worm.animal
sauropod: dinosaur
microbe: microorganism
deciduous-tree: tree.plant
evergreen-tree: conifer
palm-tree: palm.plant
cactus: cactus
sunflower: flower.plant
rose: rose.plant
tulip: tulip
mushroom: mushroom.plant, mushroom.food
herb: herb.food
seedling: seedling, sapling.plant
potted-plant: houseplant, pot_plant
bread: bread.food
baguette-bread: french_loaf
bagel: bagel
croissant: crescent_roll
pretzel: pretzel
cheese-wedge: cheese.food
egg: egg.food
glass-of-milk: milk.food
ice-cream: ice_cream, frozen_dessert
chocolate-bar: chocolate.food
candy: candy
cookie: cookie
birthday-cake: cake.food
pie: pie.food
doughnut: doughnut
pancakes: pancake
waffle: waffle
honey-pot: honey.food
salt: salt.food
garlic: garlic
onion: onion.food
potato: potato.food
tomato: tomato.food
carrot: carrot.food
broccoli: broccoli.food
cucumber: cucumber.food
eggplant: eggplant.food
ear-of-corn: corn.food
hot-pepper: hot_pepper.food
bell-pepper: sweet_pepper.food
leafy-green: leafy_vegetable, greens
green-salad: salad.food
beans: common_bean.food
peanuts: peanut.food
red-apple: apple.food
pear: pear.food
peach: peach.food
cherries: cherry.food
strawberry: strawberry.food
blueberries: blueberry.food
grapes: grape.food
lemon: lemon.food
lime: lime.food
tangerine: orange.food, mandarin.food
banana: banana.food
pineapple: pineapple.food
mango: mango.food
coconut: coconut.food
watermelon: watermelon.food
avocado: avocado.food
olive: olive.food
meat-on-bone: meat.food
bacon: bacon.food
poultry-leg: poultry.food
spaghetti: pasta.food
cooked-rice: rice.food
sheaf-of-rice: wheat.food
pizza: pizza
hamburger: hamburger
sandwich: sandwich
hot-dog: hotdog.food, frankfurter
french-fries: french_fries
sushi: sushi
taco: taco.food
pot-of-food: soup.food, stew.food
steaming-bowl: noodle.food
popcorn: popcorn.food
hot-beverage: coffee.food, tea.food, cocoa.food
beer-mug: beer
wine-glass: wine.food
cocktail-glass: cocktail
tumbler-glass: whiskey
cup-with-straw: soft_drink, juice
teapot: teapot
automobile: car.artifact
racing-car: racer.artifact
taxi: taxi
bus: bus.artifact
delivery-truck: truck
tractor: tractor
ambulance: ambulance
fire-engine: fire_engine
bicycle: bicycle
motorcycle: motorcycle
motor-scooter: scooter.artifact
locomotive: train.artifact, locomotive
high-speed-train: bullet_train
tram: streetcar
ship: ship
sailboat: sailing_vessel
speedboat: motorboat
canoe: canoe, rowboat
submarine: submarine
airplane: airplane
helicopter: helicopter
rocket: spacecraft
satellite: satellite.artifact
parachute: parachute
balloon: balloon.artifact
house: house.artifact, dwelling
castle: castle.artifact, fortress
church: church.artifact
mosque: mosque
hospital: hospital.artifact
school: schoolhouse
factory: factory
office-building: skyscraper, office_building
classical-building: temple.artifact
tent: tent
fountain: fountain
ferris-wheel: ferris_wheel
circus-tent: circus_tent
door: door.artifact
window: window.artifact
bed: bed.artifact
chair: chair.artifact
couch-and-lamp: sofa.artifact
mirror: mirror
candle: candle.artifact
light-bulb: light_bulb
flashlight: flashlight
key: key.artifact
locked: lock.artifact
alarm-clock: alarm_clock
mantelpiece-clock: clock.artifact
stopwatch: stopwatch
hourglass-done: sandglass
watch: watch.artifact
telephone: telephone.artifact
mobile-phone: cellular_telephone
laptop: computer.artifact
keyboard: computer_keyboard
printer: printer.artifact
television: television_receiver, television.artifact
radio: radio_receiver
camera: camera
microphone: microphone
headphone: earphone
loudspeaker: loudspeaker
robot: automaton.artifact
books: book.communication
newspaper: newspaper.communication
envelope: letter.communication
pencil: pencil.artifact
fountain-pen: pen.artifact
crayon: crayon
paintbrush: paintbrush
hammer: hammer.artifact
screwdriver: screwdriver.artifact
wrench: wrench.artifact
carpentry-saw: saw.artifact
axe: ax
pick: pickax
kitchen-knife: knife.artifact
spoon: spoon.artifact
scissors: scissors
broom: broom.artifact
soap: soap.artifact
toothbrush: toothbrush
bathtub: bathtub
shower: shower.artifact
lotion-bottle: lotion, ointment, sunscreen, cream.artifact, toiletry
nail-polish: nail_polish
crossed-swords: sword
bomb: bomb
military-helmet: helmet
ring: ring.artifact
gem-stone: jewel.artifact
necktie: necktie
t-shirt: shirt
jeans: trouser, jean
dress: dress.artifact
coat: coat.artifact, jacket
scarf: scarf
socks: sock.artifact
running-shoe: shoe.artifact
hiking-boot: boot.artifact
womans-hat: hat.artifact
top-hat: top_hat
billed-cap: cap.artifact
glasses: spectacles
sunglasses: sunglasses
goggles: goggles
umbrella: umbrella
backpack: backpack.artifact
briefcase: briefcase
luggage: baggage.artifact
basket: basket.artifact
package: package.artifact
nesting-dolls: doll.artifact
kite: kite.artifact
drum: drum.artifact
guitar: guitar
violin: violin, bowed_stringed_instrument
musical-keyboard: piano.artifact
trumpet: brass.artifact
saxophone: saxophone
flute: flute.artifact
accordion: accordion
banjo: banjo
pill: pill.artifact, medicine.artifact
syringe: vaccine, hypodermic_syringe
adhesive-bandage: bandage.artifact
stethoscope: stethoscope
thermometer: thermometer
microscope: microscope
telescope: telescope
test-tube: test_tube
magnet: magnet
battery: battery.artifact
electric-plug: plug.artifact, power_cord
gear: gear.artifact
nut-and-bolt: screw.artifact
ladder: ladder.artifact
toolbox: hand_tool, toolbox
brick: brick
wheel: wheel.artifact
anchor: anchor.artifact
compass: compass.artifact
balance-scale: scale.artifact
coin: coin.possession
dollar-banknote: bill.possession
credit-card: credit_card, debit_card
receipt: receipt.communication
bar-chart: graph.communication
world-map: map.artifact
chess-pawn: chessman
game-die: die.artifact
trophy: trophy
soccer-ball: soccer_ball
baseball: baseball.artifact
basketball: basketball.artifact
skateboard: skateboard
skis: ski
sled: sled
brain: brain.body
anatomical-heart: heart.body
lungs: lung
bone: bone.body
tooth: tooth.body
eye: eye.body
ear: ear.body
nose: nose.body
mouth: mouth.body
tongue: tongue.body
foot: foot.body
flexed-biceps: muscle.body
dna: deoxyribonucleic_acid
drop-of-blood: blood.body
star: star.object
ringed-planet: planet.object
comet: comet, asteroid, meteorite
mountain: mountain
volcano: volcano
desert-island: island
iceberg: iceberg, glacier
rock: rock.object, rock.substance
snowflake: snow.phenomenon
cloud-with-rain: rain.phenomenon
tornado: tornado, hurricane
high-voltage: lightning.phenomenon
rainbow: rainbow
water-wave: wave.phenomenon
person-standing: person.top
people: crowd.group, audience.group, team.group, family.group, tribe.group
woman-standing: woman.person, wife, mother.person, daughter, sister.person
man-standing: man.person, husband, father.person, son.person, brother.person
child-standing: child.person, male_child, girl
baby: baby.person
old-man: grandfather
old-woman: grandmother
health-worker: medical_practitioner, nurse.person
teacher: teacher.person
student: student
cook: cook.person
farmer: farmer.person
pilot: pilot.person
firefighter: fireman.person
police-officer: police_officer
judge: judge.person
singer: singer.person
artist: painter.person
scientist: scientist
astronaut: astronaut
person-with-crown: king.person, emperor.person
princess: princess, queen.person
person-mage: magician, witch.person
office-worker: businessperson, executive.person
mechanic: mechanic.person
construction-worker: builder.person
guard: guard.person
detective: detective
military-helmet: soldier.person
skull-and-crossbones: pirate
person-running: runner.person
person-swimming: swimmer.person
person-biking: cyclist
@sea: sea.object, ocean.object
@coast: coast.object, shore.object
@river: stream.object, lake.object
@mountains: mountain
@forest: forest.object, forest.group
@desert: desert.location
@hills: hill.object
@meadow: garden.artifact, grassland
@farm: farm.artifact, plantation
@ice: glacier, icecap
@city: city.location, street.artifact
@road: road.artifact
@room: room.artifact
@bedroom: bedroom
@kitchen: kitchen
@cafe: restaurant
@laboratory: lab
@classroom: classroom
@library: library.artifact
@factory: factory
@castle: castle.artifact
@stadium: stadium
@underground: cave
`;
