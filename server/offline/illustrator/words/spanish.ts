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
lotion-bottle: crema, protector solar, champú, loción, crema solar
chess-pawn: ajedrez, peón, tablero
fish: salmón, trucha, atún
beaver: castor
elephant: elefanta
luggage: maleta, equipaje
airplane: vuelo, avión, aeropuerto
volcano: lava
bread: levadura, masa, panadería
candy: azúcar
fork-and-knife-with-plate: comida, cena, almuerzo, plato
kitchen-knife: cuchillo
cooking: sartén
pot-of-food: sopa, olla
oven: horno
wine-glass: vino
birthday-cake: pastel, tarta, cumpleaños
door: puerta
window: ventana
mirror: espejo
chair: silla
couch-and-lamp: sofá
ladder: escalera de mano
elevator: ascensor, ascensores, elevador
package: paquete, caja, cajas
wastebasket: basura
credit-card: tarjeta, tarjeta de crédito
dollar-banknote: dólar, dólares
euro-banknote: euro, euros
receipt: factura, recibo
laptop: portátil, ordenador
mobile-phone: móvil
envelope: correo, mensaje, mensajes
telephone: llamada, teléfono
locked: contraseña, candado
key: llave, llaves
television: televisor, televisión
anchor: ancla
running-shoe: zapato, zapatos
t-shirt: ropa, camisa
dress: vestido
wedding: boda, novia, novio
ring: anillo
office-worker: jefe, jefa, empleado
health-worker: enfermera, médico, médica, doctor
police-officer: policía
cook: cocinero, chef
farmer: agricultor, granjero, campesino
judge: juez, juicio
artist: pintor, artista
woman-standing: mujer, madre
man-standing: hombre, padre
old-man: abuelo
old-woman: abuela
foot: pie, pies
nose: nariz, olor
mouth: boca, labios
tongue: lengua
face-screaming-in-fear: miedo, pánico
pensive-face: soledad
skull: muerte
ghost: fantasma, espíritu
chart-increasing: bolsa, acciones
office-building: rascacielos, edificio
lighthouse: faro
sauropod: dinosaurio, dinosaurios
cloud-with-rain: tormenta, lluvia
high-voltage: relámpago, rayo, trueno, electricidad
soap: jabón
toothbrush: cepillo de dientes
shower: ducha
broom: escoba
newspaper: periódico
handshake: acuerdo, contrato, trato
balance-scale: ley, justicia
world-map: mapa
tomato: tomate, tomates
hot-beverage: té, café
bridge: puente
`;
