/** German words and the motif that stands for each: `motif: word, word`. Umlauts are read as their plain vowels. */
export const GERMAN = `
octopus: oktopus, krake, tintenfisch
anatomical-heart: herz, herzschlag, puls
red-heart: liebe
drop-of-blood: blut
brain: gehirn, hirn, gedächtnis, verstand
lungs: lunge, atem, atmung
bone: knochen
eye: auge
ear: ohr
tooth: zahn, zähne
flexed-biceps: muskel, kraft
cell: zelle
dna: dna, dns, gen, erbgut
microbe: bakterie, virus, viren, keim
pill: tablette, medizin, medikament
syringe: impfung, impfstoff
stethoscope: arzt, ärztin
panda: panda, pandabär
dog: hund
cat: katze
bird: vogel, vögel
fish: fisch
shark: hai
spouting-whale: wal, blauwal
dolphin: delfin
jellyfish: qualle
turtle: schildkröte
penguin: pinguin
elephant: elefant
lion: löwe
tiger: tiger
bear: bär
polar-bear: eisbär
wolf: wolf, wölfe
fox: fuchs, füchse
rabbit: hase, kaninchen
monkey: affe
horse: pferd
cow: kuh, kühe
pig: schwein
ewe: schaf
goat: ziege
camel: kamel
chicken: huhn, hühner, henne
rooster: hahn
duck: ente
frog: frosch, frösche
snake: schlange
honeybee: biene
butterfly: schmetterling
ant: ameise
spider: spinne
dragon: drache
sauropod: dinosaurier
owl: eule
eagle: adler
bat: fledermaus
mouse: maus, mäuse
giraffe: giraffe
hedgehog: igel
sunflower: blume, sonnenblume, blüte
rose: rose
deciduous-tree: baum
evergreen-tree: tanne, fichte
seedling: pflanze, samen, keimling
leaf-fluttering-in-wind: blatt, blätter
mushroom: pilz
cactus: kaktus
sun: sonne, sonnenlicht
crescent-moon: mond
star: stern
ringed-planet: planet, saturn
globe-showing-europe-africa: erde, welt
rocket: rakete, raumschiff
satellite: satellit
astronaut: astronaut, astronautin, raumfahrer
telescope: teleskop, fernrohr
black-hole: schwarzes loch
cloud: wolke
cloud-with-rain: regen
high-voltage: blitz, strom, elektrizität
snowflake: schnee, schneeflocke
rainbow: regenbogen
fire: feuer, flamme
droplet: wasser, tropfen
water-wave: welle
volcano: vulkan
mountain: berg
rock: stein, fels, felsen
gem-stone: diamant, edelstein
bread: brot
cooked-rice: reis
hot-beverage: kaffee, tee
red-apple: apfel, äpfel
banana: banane
lemon: zitrone
tomato: tomate
potato: kartoffel
hot-pepper: chili, scharf
cheese-wedge: käse
egg: ei, eier
candy: zucker, süßigkeit, bonbon
chocolate-bar: schokolade
glass-of-milk: milch
honey-pot: honig
salt: salz
beer-mug: bier
money-bag: geld, reichtum
coin: münze, gold
bank: bank
chart-increasing: wirtschaft, wachstum
robot: roboter, künstliche intelligenz
laptop: computer, rechner
mobile-phone: handy, telefon, smartphone
globe-with-meridians: internet, netz, netzwerk
light-bulb: glühbirne, idee, erfindung
battery: batterie, akku
magnet: magnet
gear: maschine, motor, zahnrad
atom-symbol: atom
test-tube: chemie
microscope: mikroskop, labor
scientist: wissenschaftler, wissenschaftlerin, forscher
books: buch, bücher
school: schule
teacher: lehrer, lehrerin
student: schüler, schülerin
pencil: bleistift, stift
musical-notes: musik, lied
guitar: gitarre
musical-keyboard: klavier
soccer-ball: fußball
trophy: pokal, sieg, erfolg
person-running: läufer, läuferin
automobile: auto, wagen
locomotive: zug, züge, lokomotive, eisenbahn
airplane: flugzeug
ship: schiff
sailboat: boot, segelboot
bicycle: fahrrad
house: haus, häuser
office-building: hochhaus, gebäude, wolkenkratzer
castle: burg
pyramid: pyramide
lighthouse: leuchtturm
windmill: windmühle
hourglass-done: zeit
alarm-clock: uhr, wecker
bed: bett, schlaf
thought-balloon: traum, träume
key: schlüssel
old-key: geheimnis
locked: sicherheit, vorhängeschloss
red-question-mark: frage, rätsel
warning: gefahr
crown: könig, königin, krone, kaiser
shield: krieg, soldat, ritter
envelope: brief, post
baby: baby
child-standing: kind, kinder
people: menschen, leute
smiling-face-with-smiling-eyes: glück, freude
crying-face: traurig, trauer
angry-face: wut, zorn
astonished-face: überraschung, staunen
compass: kompass
camera: kamera, foto
wrapped-gift: geschenk
party-popper: fest, feier
scroll: geschichte
umbrella-with-rain-drops: regenschirm
lotion-bottle: sonnencreme, creme, lotion, shampoo
chess-pawn: schach, schachbrett, schachfigur
fish: lachs, lachse, forelle, hering, thunfisch
beaver: biber
luggage: koffer, gepäck
airplane: flug, flughafen, flieger
fork-and-knife-with-plate: essen, mahlzeit, abendessen, mittagessen
kitchen-knife: messer
cooking: pfanne
pot-of-food: suppe, topf
oven: ofen, backofen
wine-glass: wein
birthday-cake: kuchen, torte, geburtstag
door: tür, türen
window: fenster
mirror: spiegel
chair: stuhl
couch-and-lamp: sofa
ladder: leiter
elevator: aufzug, fahrstuhl
package: paket, kiste, kisten, karton
wastebasket: müll, abfall
credit-card: kreditkarte
dollar-banknote: dollar
euro-banknote: euro
receipt: rechnung
laptop: laptop
envelope: e mail, mail, nachricht, nachrichten
telephone: anruf
locked: passwort
television: fernseher
anchor: anker
puzzle-piece: puzzle
running-shoe: schuh, schuhe
t-shirt: hemd, kleidung
dress: kleid
wedding: hochzeit, braut, bräutigam
ring: ring, verlobung
office-worker: chef, chefin, angestellte
health-worker: krankenschwester, pfleger
police-officer: polizist, polizei
cook: koch, köchin
farmer: landwirt, bäuerin
judge: richter, gericht
artist: maler, künstler
woman-standing: frau, mutter
man-standing: mann, vater
old-man: großvater, opa
old-woman: großmutter, oma
foot: fuß, füße
nose: nase, geruch, duft
mouth: mund, lippen
tongue: zunge
face-screaming-in-fear: angst, panik
pensive-face: einsamkeit, einsam
skull: tod
ghost: geist, gespenst
bar-chart: statistik
chart-increasing: aktie, aktien, börse
tent: zelt
soap: seife
toothbrush: zahnbürste
shower: dusche
broom: besen
hammer: hammer
newspaper: zeitung
handshake: vertrag, abmachung
balance-scale: gesetz, gerechtigkeit
high-voltage: gewitter
tornado: orkan
bicycle: rad
bus: bus
world-map: karte, landkarte
bridge: brücke
`;
