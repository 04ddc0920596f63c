import type { HandbookTopic } from './types.ts';

/** People, and what they built and counted. */
export const HISTORY: readonly HandbookTopic[] = [
  {
    id: 'pompeii',
    title: 'Pompeii’s last morning',
    summary:
      'A market day in the year 79, a cloud shaped like a pine, and a city that was kept by what killed it.',
    keywords: ['pompeii', 'vesuvius', 'pompeii last morning', 'pompeii last day'],
    beside:
      'last morning day volcano eruption roman city destroyed buried happened 79 vesuvius fall destruction',
    beats: [
      [
        'In Pompeii, in the year 79, a morning begins with bread in the ovens.',
        'a Roman street at sunrise with a bakery and a volcano behind it',
      ],
      [
        'The city lies below Vesuvius. To the people there it is just a green mountain with good wine.',
        'a green mountain with vineyards above a Roman city',
      ],
      [
        'The ground has shaken for days. It often does here.',
        'a cracked clay jar on the floor of a Roman house',
      ],
      [
        'Around midday the mountain opens. A column of ash goes up, higher than any airliner flies today.',
        'a huge ash cloud above Vesuvius and Pompeii',
      ],
      [
        'Across the bay a young man, Pliny, sees it, and later writes that it was shaped like a pine tree.',
        'a young Roman who writes a letter by the sea with a volcano far off',
      ],
      [
        'Then it rains stones, light as foam. Roofs fill up, and begin to give way.',
        'gray stones that fall on the roofs of a Roman city',
      ],
      [
        'Many run, and many of those live. Others wait in their houses for it to end.',
        'people with pillows on their heads who run through a Roman street',
      ],
      [
        'Next morning the column collapses. Clouds of hot gas and ash race down the slope, and there is no more time.',
        'a gray cloud that rolls down a mountain toward a city',
      ],
      [
        'The city lay under metres of ash for more than sixteen centuries. Loaves were still in the ovens.',
        'a round black loaf of bread from Pompeii in a museum',
      ],
      [
        'What ended Pompeii also kept it. It is still that morning there.',
        'an empty Roman street in ruins in the evening sun',
      ],
    ],
  },
  {
    id: 'lighthouse',
    title: 'The lighthouse with no keeper',
    summary: 'How the light on the coast learned to tend itself, and what went with the people who used to.',
    keywords: ['lighthouse', 'lighthouse keeper', 'lighthouse no keeper'],
    beside: 'no keeper alone without sea light lamp empty abandoned automatic last automated',
    beats: [
      [
        'The lamp still turns every night. Nobody has climbed the stairs to light it.',
        'a white lighthouse with a bright beam over a stormy sea at night',
      ],
      [
        'For centuries there was a keeper up here, and each night was work.',
        'an old lighthouse keeper with a lantern on spiral stairs',
      ],
      [
        'First it was open fire, then oil. Wicks had to be trimmed, and glass wiped clean of soot.',
        'an oil lamp and a cloth on a wooden table',
      ],
      [
        'In the 1820s a Frenchman, Augustin Fresnel, made a lens from rings of glass. Then one lamp reached the horizon.',
        'a large glass lens with rings in a lighthouse',
      ],
      [
        'Each tower got a rhythm of its own. Sailors counted flashes, and knew where they were.',
        'a sailor on a ship who counts the flashes of a lighthouse',
      ],
      [
        'Fog hid the light, so there were bells and horns, all night if need be.',
        'a lighthouse and a bell in thick fog',
      ],
      [
        'A Swede, Gustaf Dalén, built a valve that let the daylight turn off the gas. Now a lamp could tend itself.',
        'a gas lamp beside the rising sun on a rocky coast',
      ],
      [
        'Electric light did the rest. One by one the keepers packed, and locked the door behind them.',
        'a man with a suitcase who leaves a lighthouse in the morning',
      ],
      [
        'Today most ships steer by satellite. Many towers shine on, in case that fails.',
        'a satellite above a lighthouse on an island',
      ],
      [
        'No one is home. The light is on for you all the same.',
        'a lighthouse on a cliff at dusk with a small boat',
      ],
    ],
  },
  {
    id: 'great-wall',
    core: [1, 3, 5],
    title: 'What the Great Wall of China really is',
    summary: 'Not one wall, not built at one time, and not to be seen from the Moon.',
    keywords: ['great wall', 'great wall china', 'chinese wall'],
    beside: 'china chinese built build long space seen visible old',
    beats: [
      ['The most famous wall in the world is not one wall.', 'the Great Wall of China on green mountains'],
      [
        'It is many, raised by different rulers over some two thousand years, side by side and one on another.',
        'several old walls and watchtowers in a mountain landscape',
      ],
      [
        'More than two thousand two hundred years ago, the first emperor, Qin Shi Huang, had older walls joined.',
        'a Chinese emperor in red robes before a map',
      ],
      [
        'Much of that was rammed earth: soil, tamped in layers between boards until it was hard.',
        'workers who ram earth between wooden boards',
      ],
      [
        'The stone wall of the postcards is far younger. The Ming dynasty built it.',
        'a stone watchtower on the Great Wall in the snow',
      ],
      [
        'Sticky rice went into the mortar of that time. It still holds.',
        'a bowl of rice beside bricks and mortar',
      ],
      [
        'With smoke by day and fire by night, the towers passed on news faster than any horse.',
        'a signal fire on a watchtower at night',
      ],
      [
        'Add up all the branches, and a survey found more than twenty-one thousand kilometres.',
        'a long wall that winds over hills to the horizon',
      ],
      [
        'From the Moon you cannot see it. It is long, but hardly wider than a road.',
        'the Earth seen from the Moon with a magnifying glass',
      ],
      [
        'It never was the end of the world. It was a very long conversation about where one begins.',
        'a quiet gate in the Great Wall at sunrise',
      ],
    ],
  },
  {
    id: 'pyramids',
    title: 'How the pyramids were built',
    summary: 'Not by aliens, and probably not by slaves: bread, beer, boats and wet sand.',
    keywords: ['pyramid', 'egypt pyramid', 'great pyramid', 'giza'],
    beside: 'egypt egyptian built build who ancient giza built',
    beats: [
      [
        'Nobody lost the secret of the pyramids. The builders left us their lunch.',
        'the pyramids of Giza in the golden sun',
      ],
      [
        'The Great Pyramid is about four thousand five hundred years old, and holds over two million blocks.',
        'a huge pyramid with tiny people before it',
      ],
      [
        'Beside it we found the town of the builders: bakeries, breweries, and the bones of a lot of cattle.',
        'clay bread moulds and jars in an ancient Egyptian bakery',
      ],
      [
        'Those who died at work were given graves near their king. That is not how you bury slaves.',
        'an ancient tomb in the desert with paintings',
      ],
      [
        'Most of the stone was cut next door. You can still stand in the quarry.',
        'an old stone quarry in the desert',
      ],
      [
        'The fine white casing came by boat, over the Nile. A foreman named Merer kept a diary of the trips.',
        'a boat with white stones on the river Nile',
      ],
      [
        'On land, sledges carried the blocks. A wall painting shows a man who pours water before one.',
        'men who pull a stone statue on a sledge over sand',
      ],
      [
        'Damp sand does not pile up in front of a sledge. It takes about half the pull.',
        'a jar of water that is poured on sand before a sledge',
      ],
      [
        'Then ramps, of which traces are left. Just how they ran is still discussed.',
        'a long ramp of earth beside a half-built pyramid',
      ],
      [
        'No magic. Thousands of people, well fed and very well organized.',
        'a crowd of workers at sunset before a pyramid',
      ],
    ],
  },
  {
    id: 'vikings',
    title: 'What we get wrong about the Vikings',
    summary: 'No horned helmets, clean hair, and a ship that reached America before Columbus.',
    keywords: ['viking'],
    beside: 'helmet horn wrong ship myth america real',
    beats: [
      [
        'No Viking is known to have worn a helmet with horns.',
        'a Viking with a plain iron helmet and a red beard',
      ],
      [
        'We got that picture mostly from the nineteenth century, and from costumes for an opera.',
        'an opera singer on a stage with a horned helmet',
      ],
      [
        'Viking was less a people than a job. Most Norse people farmed.',
        'a wooden farm house with sheep beside a fjord',
      ],
      [
        'Their graves are full of combs, tweezers and ear spoons. They were proud of their hair.',
        'an old comb of bone and a pair of tweezers',
      ],
      [
        'What made them great was the ship: light, supple, and at home in a shallow river as at sea.',
        'a Viking ship with a striped sail on the sea',
      ],
      [
        'A crew could row up to a town before anyone raised the alarm, and could carry the boat past rapids.',
        'Vikings who carry a long ship through a forest',
      ],
      [
        'They did raid. They also traded as far as Baghdad, and left silver coins with Arabic script in Swedish soil.',
        'silver coins and a set of scales on a cloth',
      ],
      [
        'And about the year 1000 they lived for a while in Newfoundland, five centuries before Columbus.',
        'a house with a grass roof on a green coast',
      ],
      [
        'Some guarded the emperor of Constantinople. One seems to have scratched his name in Hagia Sophia.',
        'runes scratched into a marble wall',
      ],
      [
        'No horns. They had something better to put on the front: a dragon.',
        'the carved dragon head of a Viking ship in fog',
      ],
    ],
  },
  {
    id: 'printing',
    title: 'How the printing press changed everything',
    summary: 'Gutenberg’s small metal letters, who had them before, and what happened when books got cheap.',
    keywords: ['printing press', 'gutenberg', 'book printing', 'print press'],
    beside: 'press invention invented change changed world everything history book',
    beats: [
      [
        'Before about 1450, a book in Europe cost months of somebody’s life.',
        'a monk who writes a book by candle light',
      ],
      [
        'Printing itself was old. In China people had printed from carved wood for centuries.',
        'a carved wooden printing block with red ink',
      ],
      [
        'Bi Sheng made single letters of clay there, around 1040. Korea later cast them in metal.',
        'small clay blocks with Chinese characters',
      ],
      [
        'In Mainz, Johannes Gutenberg put it all together: metal type, oily ink, and a press like those for wine.',
        'Johannes Gutenberg beside a wooden printing press',
      ],
      [
        'His trick was a hand-held mould that cast one letter after the other, all of one height.',
        'metal letters in a wooden case',
      ],
      [
        'He printed about a hundred and eighty Bibles. Then he lost his workshop to the man who had lent him money.',
        'an old open Bible with painted letters',
      ],
      ['By 1500 there were millions of printed books in Europe.', 'towers of old books in a town square'],
      [
        'Mistakes could now be corrected for everyone at once. And lies could travel just as far.',
        'a paper with news that flies over roofs',
      ],
      [
        'Maps, sermons, star tables, jokes: whatever someone knew, a stranger could own.',
        'people who read papers in front of a shop',
      ],
      ['You are looking at its grandchild, in your hand.', 'a mobile phone beside an old book'],
    ],
  },
  {
    id: 'money',
    title: 'A short history of money',
    summary: 'From barley to shells to numbers on a screen: money has always been a promise.',
    keywords: ['money', 'money history', 'history money', 'currency'],
    beside: 'invented invention invent coin paper come origin cash bank where',
    beats: [
      [
        'Money is the most successful story ever told. It works because you believe that I believe it.',
        'a gold coin with a smiling face on a table',
      ],
      [
        'In early cities, scribes kept accounts in barley and silver. Nobody needed a coin.',
        'a clay tablet with small signs and ears of barley',
      ],
      [
        'In other places cowrie shells were money: pretty, tough, easy to count and hard to fake.',
        'white cowrie shells in an open hand',
      ],
      [
        'The first true coins came from Lydia, in today’s Turkey, more than two and a half thousand years ago.',
        'an ancient gold coin with the head of a lion',
      ],
      ['A stamp on metal meant: you need not weigh this, the king has.', 'a hammer and a stamp on a coin'],
      [
        'Paper money began in China, about a thousand years ago, since coins were heavy to carry.',
        'an old Chinese banknote on a silk cloth',
      ],
      [
        'For a long time you could trade notes for gold. In 1971 the dollar’s last link to it was cut.',
        'a stack of gold bars behind a locked door',
      ],
      [
        'Today most money is neither metal nor paper. It is a number that a bank has written down.',
        'a card and a phone beside a cash register',
      ],
      [
        'When people stop believing in it, prices run away, and notes become wallpaper.',
        'a wheelbarrow full of banknotes in a street',
      ],
      [
        'Look at a note. It is paper, and a promise among strangers.',
        'a banknote that is handed from one hand to another',
      ],
    ],
  },
  {
    id: 'time-zones',
    core: [1, 2, 4],
    title: 'Why we have time zones',
    summary: 'Every town had its own noon until trains made that impossible.',
    keywords: ['time zone'],
    beside: 'world train railway clock different invented time',
    beats: [
      ['Once, every town had its own time. And nobody minded.', 'a church clock above a small old town'],
      [
        'It was noon when the Sun stood highest. Bristol’s clocks ran about ten minutes behind London’s.',
        'a sundial in a garden at noon',
      ],
      [
        'Then came the railway. A timetable cannot work if each station has its own noon.',
        'a steam train at a station under a large clock',
      ],
      [
        'So in the 1840s, British railways began to carry London time along their lines.',
        'a railway guard with a pocket watch',
      ],
      [
        'On one Sunday in 1883, the railways of America cut the continent into zones. Many towns had noon twice.',
        'two clocks with different times on a station wall',
      ],
      [
        'The year after, delegates met in Washington and chose Greenwich as the zero line.',
        'a brass line on the ground of an old observatory',
      ],
      [
        'The Earth turns fifteen degrees an hour, so twenty-four zones would be tidy. It did not stay tidy.',
        'a globe with coloured stripes from pole to pole',
      ],
      [
        'India is half an hour off, Nepal three quarters. China, wide as it is, keeps one single time.',
        'a map of Asia with several clocks',
      ],
      ['In the Pacific, you can sail into yesterday.', 'a sail boat that crosses a dotted line on the sea'],
      ['The Sun never agreed to any of it. Your clock is a treaty.', 'the sun behind a large clock face'],
    ],
  },
];
