/** French words and the motif that stands for each: `motif: word, word`. Accents are ignored. */
export const FRENCH = `
octopus: pieuvre, poulpe
squid: calmar
anatomical-heart: coeur humain, cœur, coeur, battement, pouls
red-heart: amour
drop-of-blood: sang
brain: cerveau, esprit, mémoire
lungs: poumon, respiration
bone: os
eye: oeil, œil, yeux
ear: oreille
tooth: dent
flexed-biceps: muscle, force
cell: cellule
dna: adn, gène, génétique
microbe: bactérie, virus, microbe
pill: pilule, médicament
syringe: vaccin
stethoscope: médecin, docteur
panda: panda
dog: chien
cat: chat
bird: oiseau, oiseaux
fish: poisson
shark: requin
spouting-whale: baleine
dolphin: dauphin
jellyfish: méduse
turtle: tortue
penguin: manchot, pingouin
elephant: éléphant
lion: lion
tiger: tigre
bear: ours
polar-bear: ours polaire, ours blanc
wolf: loup
fox: renard
rabbit: lapin
monkey: singe
horse: cheval, chevaux
cow: vache
pig: cochon
ewe: mouton
goat: chèvre
camel: chameau, dromadaire
chicken: poule
rooster: coq
duck: canard
frog: grenouille
snake: serpent
honeybee: abeille
butterfly: papillon
ant: fourmi
spider: araignée
dragon: dragon
sauropod: dinosaure
owl: hibou, chouette
eagle: aigle
bat: chauve souris
mouse: souris
giraffe: girafe
hedgehog: hérisson
snail: escargot
sunflower: fleur, tournesol
rose: rose rouge
deciduous-tree: arbre
seedling: plante, graine, pousse
leaf-fluttering-in-wind: feuille
mushroom: champignon
cactus: cactus
sun: soleil, lumière du soleil
crescent-moon: lune
star: étoile
ringed-planet: planète, saturne
globe-showing-europe-africa: terre, monde
rocket: fusée, vaisseau spatial
satellite: satellite
astronaut: astronaute
telescope: télescope
black-hole: trou noir
cloud: nuage
cloud-with-rain: pluie
high-voltage: éclair, foudre, électricité
snowflake: neige, flocon
rainbow: arc en ciel
fire: feu, flamme
droplet: eau, goutte
water-wave: vague
volcano: volcan
mountain: montagne
rock: pierre, rocher, caillou
gem-stone: diamant, bijou
bread: pain
baguette-bread: baguette
croissant: croissant
cooked-rice: riz
hot-beverage: café, thé
red-apple: pomme
banana: banane
lemon: citron
tomato: tomate
potato: pomme de terre
hot-pepper: piment
cheese-wedge: fromage
egg: oeuf, œuf
candy: bonbon, sucre
chocolate-bar: chocolat
glass-of-milk: lait
honey-pot: miel
salt: sel
wine-glass: vin
money-bag: argent, richesse
coin: pièce de monnaie, or
bank: banque
chart-increasing: économie, croissance
robot: robot, intelligence artificielle
laptop: ordinateur
mobile-phone: téléphone, portable
globe-with-meridians: internet, réseau
light-bulb: ampoule, idée, invention
battery: batterie, pile
magnet: aimant
gear: machine, moteur, engrenage
atom-symbol: atome
test-tube: chimie
microscope: microscope, laboratoire
scientist: scientifique, savant
books: livre
school: école
teacher: professeur, maître, maîtresse
student: élève, étudiant
pencil: crayon
musical-notes: musique, chanson
guitar: guitare
musical-keyboard: piano
soccer-ball: football, ballon
trophy: trophée, victoire, succès
person-running: coureur, course
automobile: voiture
locomotive: train, locomotive
airplane: avion
ship: navire, bateau, paquebot
sailboat: voilier
bicycle: vélo
house: maison
office-building: immeuble, gratte ciel
eiffel-tower: tour eiffel
castle: château
pyramid: pyramide
lighthouse: phare
hourglass-done: temps
alarm-clock: horloge, réveil, montre
bed: lit, dormir
thought-balloon: rêve
key: clé, clef
old-key: secret
locked: cadenas, sécurité
red-question-mark: question, mystère
warning: danger
crown: roi, reine, couronne
shield: guerre, soldat, chevalier
envelope: lettre, courrier
baby: bébé
child-standing: enfant
people: gens, personnes, humains
smiling-face-with-smiling-eyes: bonheur, joie, heureux
crying-face: triste, tristesse
angry-face: colère
astonished-face: surprise, étonnement
compass: boussole
camera: appareil photo
wrapped-gift: cadeau
party-popper: fête
scroll: histoire, parchemin
umbrella-with-rain-drops: parapluie
lotion-bottle: crème solaire, crème, lotion, shampooing
chess-pawn: échecs, pion, échiquier
fish: saumon, truite, thon
beaver: castor
luggage: valise, bagage, bagages
airplane: vol, avion, aéroport
volcano: lave
bread: levure, pâte, boulangerie, boulanger, boulangère
candy: sucre
fork-and-knife-with-plate: repas, dîner, déjeuner, plat, assiette
kitchen-knife: couteau
cooking: poêle
pot-of-food: soupe, marmite
oven: four
wine-glass: vin
birthday-cake: gâteau, anniversaire
door: porte
window: fenêtre
mirror: miroir
chair: chaise
couch-and-lamp: canapé
ladder: échelle
elevator: ascenseur, ascenseurs
package: colis, paquet, carton, cartons
wastebasket: poubelle, déchets
credit-card: carte bancaire, carte cadeau, cartes cadeaux, carte de crédit
dollar-banknote: dollar, dollars
euro-banknote: euro, euros
receipt: facture, reçu
laptop: ordinateur portable
mobile-phone: portable, téléphone, smartphone
envelope: courriel, message, messages, e mail
locked: mot de passe, cadenas
key: clé, clés, clef
television: télévision, télé
anchor: ancre
running-shoe: chaussure, chaussures
t-shirt: vêtement, vêtements, chemise
dress: robe
wedding: mariage, mariée, marié
ring: bague, anneau
office-worker: patron, patronne, employé
health-worker: infirmière, médecin, docteur
police-officer: policier, police
cook: cuisinier, chef
farmer: agriculteur, paysan
judge: juge, procès
artist: peintre, artiste
woman-standing: femme, mère
man-standing: homme, père
old-man: grand père
old-woman: grand mère
foot: pied, pieds
nose: nez, odeur
mouth: bouche, lèvres
face-screaming-in-fear: peur, panique
pensive-face: solitude, seul
skull: mort
ghost: fantôme, esprit
military-helmet: casque, casques
chart-increasing: bourse
office-building: gratte ciel, immeuble
lighthouse: phare
sauropod: dinosaure, dinosaures
high-voltage: foudre, éclair, tonnerre, électricité
hot-beverage: thé, café
soap: savon
toothbrush: brosse à dents
shower: douche
broom: balai
newspaper: journal
handshake: accord, contrat
balance-scale: loi, justice
world-map: carte du monde
rock: roche
bridge: pont
`;
