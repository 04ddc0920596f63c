import type { HandbookTopic } from './types.ts';

/** What we eat and drink. */
export const FOOD: readonly HandbookTopic[] = [
  {
    id: 'bread',
    core: [1, 3, 4],
    title: 'Why bread rises',
    summary: 'A living thing breathes out, a net of gluten holds its breath, and heat makes it last.',
    keywords: ['bread rise', 'bread', 'dough rise', 'yeast'],
    beside: 'yeast dough rise rising bake baking gluten',
    beats: [
      [
        'Every loaf of bread has been breathing. It is full of little breaths that never got out.',
        'a fresh loaf of bread that steams on a wooden table',
      ],
      [
        'The breath comes from yeast, a living fungus too small to see. A spoonful holds billions.',
        'a wooden spoon with dry yeast above a bowl of flour',
      ],
      [
        'Flour and water make sugars, as enzymes cut the starch apart. That is dinner for yeast.',
        'flour and water that are mixed in a bowl in a bakery',
      ],
      [
        'Yeast eats the sugar, and gives off a gas, carbon dioxide, and a little alcohol.',
        'bubbles that rise from yeast in a glass of warm water',
      ],
      [
        'Kneading links the proteins of the flour to a stretchy net called gluten. It holds the gas like a balloon.',
        'two hands that knead dough on a floured table',
      ],
      [
        'Warmth speeds it up, and cold slows it down. A slow night in the fridge gives more flavour.',
        'a bowl of dough in a refrigerator at night',
      ],
      [
        'In the oven the gas swells, water turns to steam, and the loaf makes one last jump.',
        'a loaf of bread in a glowing oven',
      ],
      [
        'Then the yeast dies, the starch sets, and each bubble becomes a hole in the crumb.',
        'a slice of bread with many round holes',
      ],
      [
        'The crust browns where sugars meet proteins. That is where the smell comes from.',
        'a golden bread crust in close-up with steam',
      ],
      [
        'Flour, water, salt, and patience. Something alive did the rest.',
        'a baker with a basket of bread at dawn',
      ],
    ],
  },
  {
    id: 'coffee',
    core: [1, 3, 4],
    title: 'How coffee wakes you up',
    summary: 'Caffeine gives you no energy. It only hides how tired you are, and the bill comes later.',
    keywords: ['coffee', 'caffeine'],
    beside: 'wake awake up tired energy brain cup bean morning',
    beats: [
      [
        'Coffee gives you no energy at all. It only keeps you from noticing that you are tired.',
        'a cup of hot coffee on a table in the morning sun',
      ],
      [
        'All day, a substance called adenosine builds up in your brain. The more of it there is, the sleepier you feel.',
        'a sleepy person at a desk with small falling grains',
      ],
      [
        'It works like a key. It fits into locks on your nerve cells, and turns them down.',
        'a golden key and a lock',
      ],
      [
        'Caffeine has almost the same shape as adenosine. It slips into the locks, but does not turn them.',
        'a wrong key that is stuck in a lock beside a coffee bean',
      ],
      [
        'So the message of tiredness is not delivered. Meanwhile, it keeps piling up outside.',
        'a mailbox that overflows with letters',
      ],
      [
        'When the caffeine wears off, all that waiting adenosine gets in. That is the crash.',
        'a tired person asleep beside an empty coffee cup',
      ],
      [
        'After about five hours, half of the caffeine is still in you. An afternoon cup can still be there at bedtime.',
        'a clock beside a cup of coffee and a bed at night',
      ],
      [
        'The plant does not make it for us. Caffeine keeps insects off its leaves.',
        'a coffee plant with red berries and a beetle',
      ],
      [
        'Coffee drinking as we know it spread from Yemen, more than five hundred years ago.',
        'an old coffee pot in a market in Yemen',
      ],
      [
        'So enjoy the cup. You are not paying the debt of sleep, you are moving it.',
        'a person who holds a warm cup at a window at dawn',
      ],
    ],
  },
  {
    id: 'chocolate',
    title: 'How chocolate is made',
    summary: 'A bitter bean, a week of rot, and a crystal that melts just below your own temperature.',
    keywords: ['chocolate', 'cocoa', 'cacao'],
    beside: 'make made bean melt sweet',
    beats: [
      [
        'The bean that chocolate comes from is bitter, and it has to rot before it tastes of anything.',
        'a split cacao pod with white beans',
      ],
      [
        'Cacao pods grow straight out of the trunk of the tree, in the warm belt around the equator.',
        'a cacao tree with orange pods on its trunk',
      ],
      [
        'Inside are a few dozen seeds in sweet white pulp. People pile them up and let microbes at them.',
        'a heap of cacao beans under banana leaves',
      ],
      [
        'After about a week the seeds have died, turned brown, and made the first traces of flavour.',
        'brown cacao beans that dry in the sun',
      ],
      [
        'Then they are dried, roasted, shelled, and ground until they flow.',
        'a stone mill with flowing dark chocolate',
      ],
      [
        'For centuries people drank it, spiced and bitter. The Maya and the Aztecs raised it to foam.',
        'an old clay cup with foaming cocoa beside a Maya temple',
      ],
      [
        'Bars came only in the nineteenth century, when more cocoa butter was pressed out and added.',
        'a bar of dark chocolate on paper',
      ],
      [
        'That butter can set in six crystal forms. One of them snaps and shines. To hit it is called tempering.',
        'a chocolatier who spreads shiny chocolate on marble',
      ],
      [
        'It melts at about thirty-four degrees. You are at thirty-seven.',
        'a piece of chocolate that melts on a hand',
      ],
      ['Chocolate is a solid, made to end in your mouth.', 'a box of chocolates with a red ribbon'],
    ],
  },
  {
    id: 'honey',
    title: 'Why honey never spoils',
    summary: 'Too dry, too sour and a little poisonous to germs: honey can outlast the jar.',
    keywords: ['honey', 'honey spoil', 'honey last'],
    beside: 'never spoil last forever old bee food go bad expire',
    beats: [
      [
        'There is a food in your kitchen that can outlive you. It needs no fridge.',
        'a jar of golden honey with a wooden dipper',
      ],
      [
        'Keep honey closed and dry, and nothing will grow in it, for decades or longer.',
        'an old dusty jar of honey on a shelf',
      ],
      ['It starts as nectar, which is mostly water and would ferment within days.', 'a bee on a pink flower'],
      [
        'Bees pass it from mouth to mouth, spread it in the comb, and fan it with their wings.',
        'many bees on a golden honeycomb',
      ],
      [
        'They stop when less than a fifth is water. Then they seal it with wax.',
        'a honeycomb closed with white wax',
      ],
      [
        'Now it is so dry that it pulls water out of any germ that lands in it.',
        'a shrivelled germ in a drop of honey',
      ],
      [
        'It is sour too, about like orange juice. You only taste the sugar.',
        'a lemon beside a spoon of honey',
      ],
      [
        'And an enzyme from the bee makes traces of hydrogen peroxide, which you know from first aid.',
        'a first aid box beside a jar of honey',
      ],
      [
        'If it goes hard, that is only sugar crystals. Warm water brings it back.',
        'a honey jar in a bowl of warm water',
      ],
      [
        'Only one warning: no honey for babies under one year. For the rest of us, it keeps.',
        'a slice of bread with honey on a breakfast table',
      ],
    ],
  },
  {
    id: 'salt',
    title: 'How salt shaped the world',
    summary: 'A mineral that we eat, that kept food alive through winter, and that left its name in our pay.',
    keywords: ['salt'],
    beside: 'history world important sea shape shaped food need body taste',
    beats: [
      ['It is the only rock that we eat every day.', 'a pile of white salt crystals on a dark table'],
      [
        'You cannot do without it. Nerves and muscles run on the sodium in it.',
        'a running person with sparks in the muscles',
      ],
      [
        'A grain of table salt is a tiny cube. Sodium and chlorine take turns inside, row by row.',
        'a cube of salt under a magnifying glass',
      ],
      [
        'Alone, one is a metal that burns in water, and the other a poisonous gas.',
        'a metal that burns on water beside a green gas in a flask',
      ],
      [
        'Salt draws the water out of meat and fish, and out of germs. So food lasted through the winter.',
        'salted fish that hang on a wooden rack',
      ],
      [
        'Before fridges, that was power. Cities grew on it, and kings taxed it.',
        'an old city gate with carts full of white sacks',
      ],
      [
        'Salzburg means salt castle, and our word salary has the Latin word for salt in it.',
        'the castle of Salzburg on a hill',
      ],
      [
        'In 1930, Gandhi walked nearly four hundred kilometres to the sea to pick up salt without paying the tax.',
        'a man in white with a walking stick on a beach in India',
      ],
      [
        'Now it costs less than almost anything in the shop. We even throw it on roads.',
        'a truck that spreads salt on a snowy road',
      ],
      [
        'A pinch of it is a pinch of old sea, and of history.',
        'a hand that drops a pinch of salt into a pot',
      ],
    ],
  },
];
