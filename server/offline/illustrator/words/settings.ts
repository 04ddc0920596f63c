/** English words that call a place: `place: word, word`. A place named in the text outweighs the home of its motif. */
export const PLACE_WORDS = `
underwater: underwater, under water, undersea, seabed, seafloor, sea floor, ocean floor, deep sea, reef, aquarium, swims, swimming, swim, dive, diving, abyss
sea: sea, ocean, at sea, sailing, pacific, atlantic, voyage
coast: coast, shore, beach, cliff, lighthouse, harbor, harbour, island
river: river, stream, lake, pond, waterfall, creek, canal
ice: snow, snowy, ice, arctic, antarctic, antarctica, polar, south pole, north pole, glacier, winter, frozen
storm: storm, thunderstorm, lightning, thunder, rain, raining, rainy, hurricane, tornado
hills: hill, hills, countryside, grassland, landscape, horizon
meadow: meadow, flower, flowers, garden, park, pasture
mountains: mountain, mountains, alps, himalaya, himalayas, andes, valley, railway
desert: desert, dune, dunes, sahara, sand, oasis
forest: forest, jungle, the woods, woodland, rainforest, rain forest
bamboo: bamboo
farm: farm, crop, crops, wheat, harvest, barn, farmer, agriculture
volcano: volcano, lava, eruption, magma, volcanic
underground: underground, cave, soil, tunnel, burrow, earthworm
space: space, outer space, galaxy, universe, cosmos, cosmic, solar system, planet, planets, saturn, jupiter, nebula, asteroid, black hole, milky way
moon: on the moon, moon landing, moon surface, lunar surface, lunar, apollo
mars: mars, martian, red planet, mars rover, rover
air: in the air, among clouds, cloud, clouds, aloft
globe: internet, continents, worldwide, world wide web, web page, web pages, website, satellite network
night: night sky, starry, stars, stargazing, constellation
city: city, street, town, skyline, skyscraper, downtown, traffic, urban, london, paris, tokyo, new york
road: road, highway
factory: factory, industry, industrial, assembly line, warehouse
columns: rome, roman, romans, greek, greece, temple, athens, pompeii, columns
castle: castle, great wall, medieval, knight, fortress, kingdom, middle ages
stadium: stadium, championship, olympics, olympic, soccer, football, basketball, athlete
room: room, wall, closet, hallway, staircase, stairs, corridor, attic, basement, sofa, couch, carpet, armchair, fireplace, window, living room, indoors
bedroom: bed, bedroom, asleep, sleep, sleeping, sleeps, pillow
kitchen: kitchen, oven, cook, cooking, baking, bake, bakery, bread, dough, stove
cafe: coffee, café, tea, restaurant, breakfast
laboratory: laboratory, lab, experiment, chemistry, microscope, test tube, research, dna, scientist
classroom: classroom, school, lesson, student, students, teacher, math, mathematics, blackboard
office: office, career
library: library, books, archive
party: party, celebration, birthday, festival, celebrate
body: body, human heart, vein, artery, organ, stomach, muscle, immune
digital: computer, digital, artificial intelligence, robot, software, algorithm, cyber
money: money, economy, savings, inflation, finance
love: love, in love, romance, valentine, romantic
abstract: abstract, idea, ideas, concept, feeling, feelings, emotion, emotions, question, mystery, secret
versus: versus, vs, compared, comparison, difference between
`;

/** The same for Spanish, German, French, Chinese, Arabic and Hindi; never read in an English text ("pain" is bread). */
export const PLACE_WORDS_ABROAD = `
underwater: submarino, bajo el agua, fondo del mar, unterwasser, meeresboden, sous l'eau, sous marin, fond de la mer, 海底, 水下, 水里, 深海, تحت الماء, قاع البحر, पानी के नीचे, समुद्र तल
sea: mar, océano, meer, ozean, mer, océan, 海, 海洋, 大海, البحر, بحر, محيط, समुद्र, सागर, 海, 海洋
coast: costa, playa, faro, küste, strand, leuchtturm, côte, plage, phare, 海岸, 海滩, 灯塔, شاطئ, ساحل, منارة, तट, 海岸, 灯台, phare
river: río, lago, fluss, see, rivière, fleuve, lac, 河, 河流, 湖, 江, نهر, بحيرة, नदी, झील, 川, 湖, 池, सरोवर, charca, étang
ice: nieve, hielo, invierno, schnee, eis, neige, glace, hiver, 雪, 冰, 冬天, 南极, 北极, ثلج, جليد, बर्फ, सर्दी, 冬, 氷
storm: tormenta, lluvia, sturm, regen, gewitter, orage, tempête, pluie, 暴风雨, 雨, 闪电, عاصفة, مطر, तूफान, बारिश, 嵐, 雨, 暴雨
hills: colina, cielo, hügel, himmel, colline, ciel, 天空, 山丘, 草原, سماء, السماء, تل, आसमान, आकाश, पहाड़ी, 丘
meadow: pradera, jardín, flores, wiese, garten, blumen, prairie, jardin, fleurs, 草地, 花园, 花, حديقة, مرج, زهور, बगीचा, फूल, 庭, 公園, parque, parc, पार्क, 公园
mountains: montaña, montañas, berg, berge, montagne, montagnes, 山, 高山, 山脉, جبل, جبال, पहाड़, पर्वत, 山, 山脈
desert: desierto, arena, wüste, désert, sable, 沙漠, 沙, صحراء, الصحراء, رمال, रेगिस्तान, मरुस्थल, 砂漠
forest: bosque, selva, wald, dschungel, forêt, bois, 森林, 丛林, 树林, غابة, जंगल, वन, 森, 森林
bamboo: bambú, bambus, bambou, 竹林, 竹子, 竹, خيزران, बांस
farm: granja, campo, cosecha, bauernhof, feld, ernte, ferme, champ, récolte, 农场, 田, 农田, مزرعة, حقل, खेत, 畑, 農場
volcano: volcán, vulkan, volcan, 火山, بركان, ज्वालामुखी, lava, lave, 火山灰, 火山, 溶岩
underground: subterráneo, cueva, höhle, tunnel, boden, souterrain, grotte, 地下, 洞穴, 土壤, كهف, تحت الأرض, गुफा, भूमिगत
space: espacio, galaxia, universo, weltraum, weltall, galaxie, universum, espace, univers, 太空, 宇宙, 银河, 星系, الفضاء, فضاء, الكون, مجرة, अंतरिक्ष, ब्रह्मांड, 宇宙
moon: en la luna, auf dem mond, sur la lune, 月球, 月球上, على القمر, चाँद पर, चंद्रमा पर
mars: marte, 火星, المريخ, मंगल
air: vuela, volando, nube, nubes, fliegt, wolke, wolken, vole, nuage, nuages, 飞, 飞翔, 云, غيوم, يطير, طيران, उड़, बादल
globe: red mundial, netzwerk, réseau, 互联网, 网络, إنترنت, الإنترنت, شبكة, इंटरनेट
night: estrellas, sternenhimmel, étoiles, 星空, 星星, نجوم, तारे
city: ciudad, calle, stadt, straße, ville, rue, 城市, 街, 街道, مدينة, شارع, शहर, सड़क, rascacielos, gratte ciel, wolkenkratzer, dorf, pueblo, village, 街, 都市, 町, 東京
road: carretera, camino, straße, autobahn, route, chemin, 公路, 路, طريق, रास्ता, 道路, 高速道路
factory: fábrica, fabrik, usine, 工厂, مصنع, कारखाना, फैक्टरी, 工場
columns: columnas, philosopher, senate, roma, romano, grecia, templo, antiguo, rom, römer, römisch, griechisch, tempel, antike, romain, grec, temple, 罗马, 希腊, 神庙, 古代, روما, معبد, اليونان, रोम, मंदिर
castle: castillo, muralla, burg, mauer, château, muraille, 长城, 城堡, قلعة, سور, किला, 城
stadium: estadio, stadion, stade, 体育场, 足球, ملعب, स्टेडियम, 競技場
room: habitación, casa, zimmer, haus, chambre, maison, 房间, 家, 屋, غرفة, بيت, कमरा, घर, 部屋, 階段, saal, sala, salle, treppe, escalera, escaleras, escalier, 楼梯, सीढ़ी, सीढ़ियां, कमरे, 会場
bedroom: cama, dormir, duerme, sueño, bett, schlaf, schläft, traum, dort, sommeil, rêve, 床, 睡觉, 睡眠, 梦, سرير, نوم, حلم, बिस्तर, नींद, सपना, 寝室, 眠り, 睡眠
kitchen: cocina, horno, pan, küche, ofen, brot, cuisine, four, pain, 厨房, 烤箱, 面包, مطبخ, فرن, خبز, रसोई, रोटी, kühlschrank, backofen, herd, nevera, cocina, frigo, réfrigérateur, cuisinière, 冰箱, फ्रिज, 冷蔵庫, 台所, キッチン, オーブン
cafe: té, kaffee, tee, thé, 咖啡, 茶, 餐厅, قهوة, شاي, कॉफ़ी, चाय
laboratory: laboratorio, experimento, labor, experiment, laboratoire, expérience, 实验室, 实验, مختبر, تجربة, प्रयोगशाला
classroom: escuela, clase, matemáticas, schule, unterricht, mathematik, école, classe, mathématiques, 学校, 教室, 数学, مدرسة, فصل, स्कूल, कक्षा, 教室, 学校
office: oficina, empresa, büro, firma, bureau, entreprise, 办公室, 公司, مكتب, شركة, कार्यालय, 会社, オフィス
library: biblioteca, libros, bibliothek, bücher, bibliothèque, livres, 图书馆, مكتبة, पुस्तकालय, 図書館
party: fiesta, cumpleaños, geburtstag, feier, fête, anniversaire, 派对, 生日, 节日, حفلة, عيد, जन्मदिन, त्योहार, 誕生日, मंच, bühne
body: cuerpo, sangre, corazón, körper, blut, herz, corps, sang, coeur, cœur, 身体, 血, 心脏, 细胞, جسم, دم, قلب, शरीर, खून, दिल, हृदय, 体内
digital: ordenador, computadora, inteligencia artificial, computer, künstliche intelligenz, ordinateur, intelligence artificielle, 电脑, 计算机, 人工智能, 机器人, 数据, حاسوب, روبوت, ذكاء اصطناعي, कंप्यूटर, रोबोट
money: dinero, banco, economía, geld, wirtschaft, argent, banque, économie, 钱, 银行, 经济, 金钱, مال, بنك, اقتصاد, पैसा, बैंक
love: amor, liebe, amour, 爱, 爱情, حب, प्यार, प्रेम
abstract: abstracto, idea, emoción, gefühl, idee, idée, émotion, 想法, 感觉, 问题, فكرة, شعور, سؤال, विचार, भावना, प्रश्न
versus: comparado, vergleich, comparé, 对比, 相比, مقارنة, बनाम, तुलना
`;

/** Where a motif is at home when the words name no place. */
export const HOMES = `
underwater: octopus, squid, fish, tropical-fish, blowfish, shark, spouting-whale, whale, dolphin, jellyfish, coral, spiral-shell, lobster, crab, shrimp, oyster, diving-mask, submarine, sponge, bubbles, turtle
sea: ship, sailboat, canoe, passenger-ship, ferry, speedboat, motor-boat, anchor, water-wave, ring-buoy, person-rowing-boat, person-surfing, fishing-pole, desert-island
coast: lighthouse
river: bridge, frog, duck, swan, beaver, otter, crocodile, hippopotamus, flamingo, goose, dodo, person-swimming
ice: penguin, polar-bear, seal, snowflake, snowman, snowman-without-snow, ice, ice-skate, skis, skier, snowboarder, sled, mammoth, iceberg, moose, snow-capped-mountain
storm: cloud-with-rain, high-voltage, umbrella, umbrella-with-rain-drops, tornado, closed-umbrella, cyclone, wind-face
meadow: honeybee, butterfly, bug, lady-beetle, sunflower, tulip, rose, blossom, hibiscus, bouquet, cherry-blossom, rabbit, snail, ant, beetle, cricket, caterpillar, hedgehog, mouse, hyacinth, wilted-flower, honey-pot, seedling
hills: sun, rainbow, cow, horse, sheep, ewe, goat, ram, dog, kite, house, hut, windmill, wind-turbine, solar-panel, bicycle, person-biking, person-running, person-walking, unicorn, deciduous-tree, feather, t-rex, sauropod, golf, potted-plant, herb, child-standing, person-standing, woman-standing, man-standing, two-people, people, people-hugging, llama, kangaroo, zebra, giraffe, elephant, rhinoceros, lion, cat, poodle
mountains: mountain, mount-fuji, locomotive, railway-car, mountain-railway, aerial-tramway, eagle, tent, person-climbing, hiking-boot, compass, backpack, train, high-speed-train, bullet-train
desert: camel, two-hump-camel, cactus, scorpion, pyramid, lizard, moai, snake
forest: bear, fox, wolf, deer, owl, badger, raccoon, squirrel, chipmunk, evergreen-tree, mushroom, brown-mushroom, monkey, gorilla, orangutan, tiger, leopard, parrot, sloth, koala, spider, spider-web, fallen-leaf, maple-leaf, leaf-fluttering-in-wind, wood, axe, boar, peacock, skunk, mosquito, palm-tree
bamboo: panda
farm: cow-face, pig, chicken, rooster, hatching-chick, baby-chick, turkey, ox, water-buffalo, tractor, farmer, sheaf-of-rice, ear-of-corn, nest-with-eggs, donkey
volcano: volcano
underground: worm, rat, amphora, hammer-and-pick, pick, hole, sauropod-fossil
space: rocket, satellite, ringed-planet, comet, flying-saucer, alien, alien-monster, black-hole, full-moon, shooting-star, glowing-star, star, globe-showing-europe-africa, globe-showing-americas, globe-showing-asia-australia, satellite-antenna
mars: rover
moon: astronaut, man-astronaut, woman-astronaut
night: crescent-moon, telescope, bat, ghost, jack-o-lantern, owl, zzz
air: airplane, small-airplane, helicopter, balloon, parachute, bird, dove, blackbird, cloud, airplane-departure, airplane-arrival, phoenix-bird, dragon, wing
globe: globe-with-meridians, wireless
city: bus, taxi, automobile, police-car, ambulance, fire-engine, metro, tram, office-building, hospital, hotel, department-store, bank, statue-of-liberty, eiffel-tower, tokyo-tower, police-officer, firefighter, construction-worker, building-construction, motor-scooter, stop-sign, delivery-truck, postbox, church, mosque
road: racing-car, motorcycle, sport-utility-vehicle, pickup-truck, articulated-lorry, fuel-pump, motorway, roller-skate, skateboard, kick-scooter, running-shoe, footprints, vertical-traffic-light, minibus, wheel
factory: factory, gear, nut-and-bolt, hammer, hammer-and-wrench, wrench, oil-drum, factory-worker, mechanic, clamp, screwdriver
columns: classical-building, person-with-crown, scroll
castle: castle, dragon-face, princess, prince, bow-and-arrow, japanese-castle, dagger
stadium: soccer-ball, basketball, american-football, baseball, tennis, volleyball, stadium, rugby-football, goal-net, person-playing-handball, cricket-game, field-hockey, ice-hockey, badminton, whistle
room: couch-and-lamp, chair, window, television, telephone, radio, potted-plant, door, mirror, teddy-bear, cat-face, dog-face, yarn, bathtub, toilet, shower, broom, video-game, alarm-clock, mantelpiece-clock, candle, basket, person-in-lotus-position, guitar, violin, musical-keyboard, framed-picture, old-man, old-woman, wastebasket
bedroom: baby, bed, person-in-bed, sleeping-face
kitchen: bread, baguette-bread, cooking, pot-of-food, egg-cooking, cook, oven, cheese-wedge, tomato, onion, garlic, salt, butter, pizza, spaghetti, hamburger, french-fries, meat-on-bone, poultry-leg, pancakes, pie, cookie, croissant, hot-pepper, cooked-rice, sushi, green-salad, hot-dog, taco, burrito, dumpling, steaming-bowl, banana, red-apple, lemon, grapes, strawberry, watermelon, chocolate-bar, ice-cream, doughnut, avocado, broccoli, cucumber, eggplant, mango, pineapple, peach, pear, cherries, bell-pepper, kiwi-fruit, candy, waffle, sandwich, jar, canned-food, glass-of-milk, spoon, kitchen-knife, popcorn, peanuts, beans, tangerine, coconut, blueberries, fish-cake-with-swirl, ginger-root, pretzel, olive, melon, leafy-green, pea-pod, chestnut
cafe: hot-beverage, teapot, teacup-without-handle, cupcake, shortcake, wine-glass, beer-mug, cocktail-glass, tropical-drink, bubble-tea, cup-with-straw, mate, bottle-with-popping-cork, clinking-glasses, sake
laboratory: dna, microscope, test-tube, alembic, petri-dish, scientist, microbe, magnet, atom-symbol, goggles, lab-coat, syringe, pill, radioactive, biohazard, prism, x-ray, health-worker, stethoscope, thermometer
classroom: school, pencil, triangular-ruler, straight-ruler, abacus, graduation-cap, teacher, student, crayon, notebook, backpack-school
office: briefcase, laptop-office, office-worker, chart-increasing, chart-decreasing, bar-chart, printer, handshake, paperclip, file-cabinet, clipboard, card-index
library: books, open-book, closed-book, fountain-pen, newspaper, candle-old
party: party-popper, birthday-cake, christmas-tree, santa-claus, confetti-ball, fireworks, piata, mirror-ball, singer, circus-tent, clown-face, drum, trumpet, saxophone, red-paper-lantern, diya-lamp, menorah
body: anatomical-heart, lungs, brain, drop-of-blood, blood-cell, cell, tooth, ear, eye, nose, tongue, mouth, flexed-biceps, neuron, adhesive-bandage
digital: robot, laptop, desktop-computer, mobile-phone, keyboard, computer-mouse, floppy-disk, locked, electric-plug, antenna-bars, optical-disk, joystick
money: money-bag, money-with-wings, dollar-banknote, coin, credit-card, heavy-dollar-sign, euro-banknote, yen-banknote, pound-banknote, shopping-cart
love: red-heart, two-hearts, love-letter, wedding, ring, broken-heart, heart-with-arrow, smiling-face-with-hearts
`;
