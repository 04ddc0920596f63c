/** Spanish words and the motif that stands for each: `motif: word, word`. Accents are ignored. */
export const SPANISH = `
octopus: pulpo
squid: calamar
anatomical-heart: corazón humano, corazón, latido, pulso
red-heart: amor
drop-of-blood: sangre
brain: cerebro, mente, memoria
lungs: pulmón, pulmones, respiración
bone: hueso
eye: ojo
ear: oreja, oído
tooth: diente, muela
flexed-biceps: músculo, fuerza
cell: célula
dna: adn, gen, genética
microbe: bacteria, virus, microbio
pill: pastilla, medicina, medicamento
syringe: vacuna
stethoscope: médico, doctor
panda: oso panda, panda
dog: perro
cat: gato
bird: pájaro, ave
fish: pez, peces, pescado
shark: tiburón, tiburones
spouting-whale: ballena
dolphin: delfín, delfines
jellyfish: medusa
turtle: tortuga
penguin: pingüino
elephant: elefante
lion: león, leones
tiger: tigre
bear: oso
polar-bear: oso polar
wolf: lobo
fox: zorro
rabbit: conejo
monkey: mono
horse: caballo
cow: vaca
pig: cerdo
ewe: oveja
goat: cabra
camel: camello
chicken: gallina
rooster: gallo
duck: pato
frog: rana
snake: serpiente
honeybee: abeja
butterfly: mariposa
ant: hormiga
spider: araña
dragon: dragón
sauropod: dinosaurio
owl: búho, lechuza
eagle: águila
bat: murciélago
mouse: ratón, ratones
giraffe: jirafa
llama: llama andina, alpaca
sunflower: flor, girasol
rose: rosa roja
deciduous-tree: árbol
seedling: planta, semilla, brote
leaf-fluttering-in-wind: hoja
mushroom: seta, hongo
cactus: cactus
sun: sol, luz solar
crescent-moon: luna
star: estrella
ringed-planet: planeta, saturno
globe-showing-americas: tierra, mundo
rocket: cohete, nave espacial
satellite: satélite
astronaut: astronauta
telescope: telescopio
black-hole: agujero negro
cloud: nube
cloud-with-rain: lluvia
high-voltage: rayo, electricidad, relámpago
snowflake: nieve
rainbow: arcoíris, arco iris
fire: fuego, llama, incendio
droplet: agua, gota
water-wave: ola
volcano: volcán, volcanes
mountain: montaña
rock: roca, piedra
gem-stone: diamante, joya
bread: pan
cooked-rice: arroz
hot-beverage: café, té
red-apple: manzana
banana: plátano, banana
lemon: limón
tangerine: naranja
tomato: tomate
hot-pepper: chile, picante
cheese-wedge: queso
egg: huevo
candy: dulce, azúcar, caramelo
chocolate-bar: chocolate, cacao
glass-of-milk: leche
honey-pot: miel
salt: sal
money-bag: dinero, riqueza
coin: moneda, oro
bank: banco
chart-increasing: economía, crecimiento
robot: robot, inteligencia artificial
laptop: ordenador, computadora
mobile-phone: teléfono, móvil, celular
globe-with-meridians: internet, red
light-bulb: bombilla, idea, invento
battery: batería, pila
magnet: imán
gear: máquina, motor, engranaje
atom-symbol: átomo
test-tube: química
microscope: microscopio, laboratorio
scientist: científico, científica
books: libro
school: escuela
teacher: maestro, profesor, profesora
student: estudiante, alumno
pencil: lápiz
musical-notes: música, canción
guitar: guitarra
musical-keyboard: piano
soccer-ball: fútbol, balón
trophy: trofeo, victoria, éxito, campeón
person-running: corredor, carrera
automobile: coche, auto, carro
locomotive: tren
airplane: avión, aviones
ship: barco, buque
sailboat: velero
bicycle: bicicleta
house: casa
office-building: edificio, rascacielos
castle: castillo
pyramid: pirámide
lighthouse: faro
hourglass-done: tiempo
alarm-clock: reloj, despertador
bed: cama, dormir
thought-balloon: sueño
key: llave
old-key: secreto
locked: candado, seguridad
red-question-mark: pregunta, misterio
warning: peligro
crown: rey, reina, corona
shield: guerra, soldado, caballero
envelope: carta, correo
baby: bebé
child-standing: niño, niña
people: gente, personas, humanos
smiling-face-with-smiling-eyes: felicidad, feliz, alegría
crying-face: triste, tristeza
angry-face: enojo, ira
astonished-face: sorpresa, asombro
compass: brújula
camera: cámara, foto
wrapped-gift: regalo
party-popper: fiesta, celebración
scroll: historia, pergamino
umbrella-with-rain-drops: paraguas
wine-glass: vino
`;
