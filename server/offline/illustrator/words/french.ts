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
`;
