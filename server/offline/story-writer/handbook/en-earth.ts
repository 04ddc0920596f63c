import type { HandbookTopic } from './types.ts';

/** Sky, weather and places. */
export const EARTH: readonly HandbookTopic[] = [
  {
    id: 'sky',
    core: [1, 4, 5],
    title: 'Why the sky is blue',
    summary:
      'Sunlight holds every colour, and air throws the blue around most. That is why the sky is blue, and why sunsets are not.',
    keywords: ['sky blue', 'sky color', 'blue sky', 'sky'],
    beside: 'light day sunset red',
    beats: [
      [
        'The sky is blue, and the air in it has no colour. So where does the blue come from?',
        'a child who looks up at a wide blue sky over green hills',
      ],
      [
        'It comes from the Sun. Sunlight looks white, but every colour of the rainbow is mixed inside it.',
        'white sunlight that passes through a glass prism and becomes a rainbow',
      ],
      [
        'Light travels as a wave. Red waves are long, and blue waves are short and tight.',
        'a long red wave above a short blue wave on a dark background',
      ],
      [
        'On its way down, sunlight meets the gases of the air, whose molecules are far smaller than any of its waves.',
        'sunbeams that enter the air around the Earth, seen from space',
      ],
      [
        'The molecules of the air throw light in all directions, and short blue waves far more than long red ones.',
        'blue rays that scatter in all directions from tiny molecules in the air',
      ],
      [
        'So blue light bounces to your eye from every part of the sky, while red mostly flies straight on.',
        'an eye that looks up while blue light arrives from all over the sky',
      ],
      [
        'Violet is scattered even more. But the Sun sends less of it, and our eyes hardly notice it.',
        'a violet flower beside a blue flower in sunlight',
      ],
      [
        'At sunset the light crosses far more air. The blue is lost on the way, and the reds are left over.',
        'a red and orange sunset over the sea',
      ],
      [
        'On Mars it is the other way round. Dust makes the daytime sky yellowish brown, and the sunset blue.',
        'a rover on Mars under a dusty brown sky with a small blue sunset',
      ],
      [
        'So when you look up, you are seeing sunlight that took the long way round.',
        'a person on a hill with arms open under the blue sky and the sun',
      ],
    ],
  },
  {
    id: 'rainbow',
    title: 'What makes a rainbow',
    summary:
      'A rainbow is sunlight bent and mirrored by falling drops, and no two people ever see the same one.',
    keywords: ['rainbow'],
    beside: 'color form rain make made',
    beats: [
      [
        'You have never seen the same rainbow as the person beside you. Nobody has.',
        'two people under one umbrella who point at a rainbow over a meadow',
      ],
      [
        'A rainbow needs two things: sun behind you, and raindrops in front of you.',
        'the sun on one side and a rain cloud on the other side of a field',
      ],
      [
        'A ray of light enters a drop and bends, because light is slower in water than in air.',
        'a ray of white light that bends as it enters a round drop of water',
      ],
      [
        'Each colour bends by a slightly different amount, so the white ray opens like a fan.',
        'a drop of water that spreads light into a fan of rainbow colours',
      ],
      [
        'At the back of the drop the light is mirrored, and it bends once more on its way out.',
        'light that is reflected inside a water drop and leaves in colours',
      ],
      [
        'Red leaves at about forty-two degrees, violet at about forty. That small gap paints the bands.',
        'a protractor beside a rainbow with red above and violet below',
      ],
      [
        'Each drop sends you only one colour. It takes millions of them, falling, to build the arc.',
        'millions of raindrops that glow in different colours in the sky',
      ],
      [
        'From an airplane you may see all of it, because a rainbow is really a full circle.',
        'a full circle rainbow below an airplane above the clouds',
      ],
      [
        'Take one step, and other drops take over. Every rainbow is made for one pair of eyes.',
        'a lone walker on a hill in front of a bright rainbow',
      ],
    ],
  },
  {
    id: 'lightning',
    title: 'What lightning really is',
    summary:
      'Ice, collisions and a channel of air hotter than the surface of the Sun: a flash of lightning, step by step.',
    keywords: ['lightning', 'thunder', 'thunderstorm'],
    beside: 'storm strike cause form sky made',
    beats: [
      [
        'For an instant, a lightning bolt is hotter than the surface of the Sun.',
        'a bright lightning bolt over a dark city at night',
      ],
      [
        'It begins with ice. High in a storm cloud, small crystals and soft hail bump into each other.',
        'ice crystals and hail inside a tall storm cloud',
      ],
      [
        'Each bump moves a little electric charge, and the wind carries the two kinds apart.',
        'a storm cloud with plus signs at the top and minus signs below',
      ],
      [
        'Soon the bottom of the cloud is negative, and the ground under it is pulled positive.',
        'a dark cloud over a field with a lone tree',
      ],
      [
        'Air resists, until it cannot. A faint channel steps down from the cloud, in jerks.',
        'a faint branching spark that comes down from a cloud',
      ],
      [
        'When it meets a spark rising from the ground, the circuit closes, and the channel blazes.',
        'lightning that strikes a tall tower at night',
      ],
      [
        'The air around it explodes outward. That shock wave is what we call thunder.',
        'a shock wave that spreads from a lightning bolt in rain',
      ],
      [
        'Light arrives at once, and sound needs about three seconds a kilometre. So count, and you know the distance.',
        'a child at a window who counts seconds during a thunderstorm',
      ],
      [
        'If you can hear the thunder, the storm is close enough. Go inside.',
        'a house with warm windows under a thunder cloud',
      ],
    ],
  },
  {
    id: 'tides',
    title: 'Why the sea has tides',
    summary:
      'The Moon pulls one side of the Earth harder than the other, and the ocean shows it twice a day.',
    keywords: ['tide', 'high tide', 'ocean tide'],
    beside: 'sea ocean moon low cause water rise fall',
    beats: [
      [
        'Twice a day the sea walks up the beach and away again. Something far off is pulling it.',
        'a wide beach at low tide with a stranded boat',
      ],
      [
        'It is the Moon. Its gravity reaches across nearly four hundred thousand kilometres of space.',
        'the full moon above the ocean at night',
      ],
      [
        'Gravity fades with distance, so the side of the Earth that faces the Moon is pulled hardest.',
        'the Earth and the Moon in space with arrows between them',
      ],
      [
        'Water there gathers in a gentle bulge. And on the far side, there is a second one.',
        'the Earth with two bulges of ocean, seen from space',
      ],
      [
        'The far water bulges because the Moon pulls the solid Earth more than it pulls that distant sea.',
        'a globe that is pulled toward the Moon and leaves water behind',
      ],
      [
        'The Earth turns under both bulges. So most coasts meet high water twice a day.',
        'a harbour with fishing boats at high tide',
      ],
      [
        'The Sun pulls too, a little less than half as much. At full and new moon, they pull together.',
        'the Sun, the Moon and the Earth in one line in space',
      ],
      [
        'In Canada’s Bay of Fundy, the sea can rise higher than a four-storey house.',
        'tall rocks on a muddy shore in a bay with a tiny person',
      ],
      [
        'So a walk along the beach is a walk through the Moon’s reach.',
        'footprints on a wet beach under the moon',
      ],
    ],
  },
  {
    id: 'volcano',
    title: 'How volcanoes work',
    summary: 'Hot rock rises because it is light, and gas decides whether it flows or explodes.',
    keywords: ['volcano', 'volcanic eruption', 'lava', 'magma'],
    beside: 'erupt eruption mountain earth form fire',
    beats: [
      [
        'Under your feet, the Earth is hot enough to melt stone. In a few places, it gets out.',
        'a volcano that erupts with red lava at night',
      ],
      [
        'Most of the mantle is solid, yet it creeps, as slowly as fingernails grow.',
        'a cut through the Earth with its glowing layers',
      ],
      [
        'Where plates part, or one dives under another, some of that rock melts. The melt is called magma.',
        'two plates of the Earth’s crust that collide above red magma',
      ],
      [
        'Magma is lighter than the rock around it, so it rises and collects in chambers.',
        'a chamber of red magma under a mountain',
      ],
      [
        'It carries dissolved gas, mostly steam, like the fizz in a closed bottle.',
        'a bottle of soda with bubbles beside a volcano',
      ],
      [
        'Near the surface the pressure drops, and the gas comes out in bubbles. Now the bottle is open.',
        'hot bubbles in glowing lava near the top of a crater',
      ],
      [
        'Runny magma lets its gas go and flows, as in Hawaii. Sticky magma holds on, and then explodes.',
        'a river of lava that flows into the ocean in Hawaii',
      ],
      [
        'Ash is not soot. It is stone and glass, torn into pieces finer than sand.',
        'a gray ash cloud above a volcano and a village',
      ],
      [
        'In time the ash becomes rich soil, and people farm the slopes again.',
        'green vineyards on the slope of a quiet volcano',
      ],
      ['A volcano is the Earth, still being made.', 'a new volcanic island that steams in the blue sea'],
    ],
  },
  {
    id: 'deserts',
    title: 'What makes a desert',
    summary: 'Deserts are made by dry air, not by heat, and the largest one is covered in ice.',
    keywords: ['desert', 'sahara'],
    beside: 'dry hot cold sand form largest made make',
    beats: [
      [
        'The largest desert in the world has almost no sand in it. It is made of ice.',
        'the white ice desert of Antarctica under a pale sun',
      ],
      [
        'A desert is not a hot place. It is a dry one, and Antarctica hardly sees rain or snow.',
        'a penguin on an endless plain of ice',
      ],
      [
        'The Sahara comes about through air that rises at the equator and rains out over the forests there.',
        'rain clouds over a green jungle at the equator',
      ],
      [
        'High up, that air drifts north and south, and sinks again. Sinking air warms up, and clouds dissolve.',
        'a cloudless blue sky over sand dunes',
      ],
      [
        'Other deserts hide behind mountains. The windward side takes the rain, and nothing is left for the rest.',
        'a mountain range with rain on one side and desert on the other',
      ],
      [
        'Without clouds for a blanket, a desert night can be as cold as its day was hot.',
        'a camp fire in the desert under many stars',
      ],
      [
        'Only about a fifth of the world’s deserts are sand. Most are gravel, rock and salt.',
        'a stony desert plain with a cactus',
      ],
      [
        'Seeds may wait for years in that ground. One good rain, and the desert flowers.',
        'a desert in bloom with yellow and purple flowers',
      ],
      ['It was never empty. It was waiting.', 'a small green plant that grows out of a sand dune'],
    ],
  },
  {
    id: 'rainforest',
    title: 'How a rainforest makes its own rain',
    summary:
      'A rainforest is a pump of water, a house of many floors, and home to about half of all land species.',
    keywords: ['rainforest', 'rain forest', 'amazon', 'amazon rainforest', 'jungle'],
    beside: 'tropical make rain tree',
    beats: [
      [
        'A rainforest does not only wait for rain. It makes a good part of its own.',
        'a tropical rainforest with mist above the trees',
      ],
      [
        'Each big tree lifts hundreds of litres of water a day from its roots to its leaves.',
        'a giant jungle tree with large roots',
      ],
      [
        'The leaves breathe that water out as vapour, and above the trees it becomes clouds.',
        'clouds that rise from a green forest',
      ],
      [
        'Over the Amazon, those clouds drift like rivers in the sky and rain out far away.',
        'a winding river through the Amazon rainforest, seen from above',
      ],
      [
        'Inside, the forest is a house with floors. Most of its life is up in the canopy.',
        'monkeys and parrots in the canopy of a jungle',
      ],
      [
        'Down on the ground it is dim. Only a few percent of the sunlight gets that far.',
        'a jaguar in the dark green shade of the jungle floor',
      ],
      [
        'Rainforests cover a small part of the land, yet about half of its species live there.',
        'a colourful tree frog on a wet leaf',
      ],
      [
        'Their soil is often poor. The riches are in the living things, passed on from leaf to root.',
        'mushrooms and fallen leaves on a forest floor',
      ],
      [
        'Cut the trees, and you lose the shade, and then the rain.',
        'a tree stump at the edge of a green rainforest',
      ],
    ],
  },
  {
    id: 'everest',
    core: [1, 2, 4],
    title: 'Why Mount Everest is still growing',
    summary: 'The highest place on Earth is made of old sea floor, and it has not finished rising.',
    keywords: ['everest', 'mount everest', 'highest mountain'],
    beside: 'mountain tallest climb world grow himalaya earth high',
    beats: [
      [
        'The top of Mount Everest is made of sea floor.',
        'the snowy summit of Mount Everest under a deep blue sky',
      ],
      [
        'Its highest rock is limestone, and in it are bits of creatures that lived in a warm, shallow ocean.',
        'fossils of sea shells in a gray rock',
      ],
      [
        'Then India, carried north on its plate, ran into Asia about fifty million years ago.',
        'a map of India that drifts north toward Asia',
      ],
      [
        'Neither side would sink. So the edge of both crumpled upward, and that is the Himalaya.',
        'folded layers of rock in the Himalaya mountains',
      ],
      [
        'India is still pushing, by a few centimetres a year. The mountain still rises, a few millimetres.',
        'a mountain climber beside a measuring pole on the snow',
      ],
      [
        'Today it stands eight thousand eight hundred and forty-nine metres above the sea.',
        'a flag on a snowy mountain peak above the clouds',
      ],
      [
        'Up there, each breath holds about a third of the oxygen that it would hold on a beach.',
        'a mountaineer with an oxygen mask in a snow storm',
      ],
      [
        'Tenzing Norgay and Edmund Hillary reached the top in May 1953, and came back down.',
        'two climbers on a rope below the summit of Everest',
      ],
      [
        'They had climbed higher than anyone, and were standing on an ancient ocean.',
        'two climbers on a peak above a sea of clouds at sunrise',
      ],
    ],
  },
  {
    id: 'leaves',
    core: [1, 3, 4],
    title: 'Why leaves change colour',
    summary: 'Yellow was in the leaf all summer. Autumn only takes the green away.',
    keywords: [
      'leaf color',
      'leaf change',
      'autumn leaf',
      'fall leaf',
      'leaf turn',
      'leaf fall',
      'leaf red',
      'leaf yellow',
    ],
    beside: 'autumn fall tree color change turn red yellow orange drop',
    beats: [
      [
        'The yellow of autumn is in the leaves all summer. You just cannot see it.',
        'a maple tree with green and yellow leaves in a park',
      ],
      [
        'In summer a leaf is full of chlorophyll, the green stuff that catches sunlight and helps make sugar.',
        'a green leaf with sunlight shining through it',
      ],
      [
        'Chlorophyll wears out in the light, so the tree keeps making more, every day.',
        'a sunny green forest in summer',
      ],
      [
        'When days grow short and cool, the tree stops making it, and pulls what is useful back into its wood.',
        'a tree in the cool morning mist of autumn',
      ],
      [
        'The green fades, and the yellow and orange that were always there step out.',
        'yellow and orange autumn leaves on a branch',
      ],
      [
        'Red is another story. Many trees make it fresh in autumn, out of sugar left in the leaf.',
        'a bright red maple leaf in sunlight',
      ],
      [
        'Why they bother is still argued about. It may shield the leaf while the tree empties it.',
        'a scientist with a magnifying glass over a red leaf',
      ],
      [
        'At last a layer of cork closes the stem, and the next wind does the rest.',
        'leaves that fall in the wind in an autumn park',
      ],
      [
        'A leaf does not die in a blaze. It is carefully unpacked.',
        'a path covered in red and yellow leaves',
      ],
    ],
  },
];
