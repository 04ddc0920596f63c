import type { HandbookTopic } from './types.ts';

/** The Moon and beyond, and how we get there. */
export const SPACE: readonly HandbookTopic[] = [
  {
    id: 'moon',
    core: [2, 4, 6],
    title: 'What the Moon smells like',
    summary:
      'Nobody can sniff the Moon itself, but the astronauts who carried its dust indoors agreed on one smell.',
    keywords: ['moon smell', 'moon scent', 'moon dust smell', 'moon'],
    beside: 'dust odor astronaut apollo space like',
    beats: [
      [
        'Twelve people have walked on the Moon, and they came back with a smell to report.',
        'an astronaut in a white space suit on the gray Moon',
      ],
      [
        'Outside, nobody could smell a thing. There is no air there, and a helmet is a closed room.',
        'an astronaut helmet that reflects the Earth above the Moon',
      ],
      [
        'Moon dust clings. It stuck to boots, gloves and knees, and came along into the cabin.',
        'gray dusty astronaut boots on the Moon',
      ],
      [
        'The crew filled the cabin with air and took off their helmets. And there it was.',
        'astronauts without helmets inside a small lunar lander',
      ],
      [
        'Spent gunpowder, the astronauts said, like the air just after fireworks. Others thought of wet ashes.',
        'fireworks smoke in the night sky under the full moon',
      ],
      [
        'Moon dust is not gunpowder at all. It is mostly ground-up rock, and tiny beads of glass.',
        'gray moon rocks and glass beads under a microscope',
      ],
      [
        'Nobody is sure where the smell comes from. One idea is broken bonds on the grains, hungry for air.',
        'a question mark over a small heap of gray dust',
      ],
      [
        'On the Moon, with no air or water, freshly broken grains can stay raw for ages.',
        'craters and gray hills on the Moon under a black sky',
      ],
      [
        'By the time the samples were opened on Earth, the smell had gone.',
        'a scientist in gloves who opens a jar of moon rock in a laboratory',
      ],
      [
        'So the smell of the Moon exists in one place only: in a room that has just landed there.',
        'a small lunar lander on the Moon with the Earth in the sky',
      ],
    ],
  },
  {
    id: 'black-hole',
    title: 'What a black hole is',
    summary: 'Not a hole and not a vacuum cleaner: a place where gravity wins against light.',
    keywords: ['black hole', 'event horizon'],
    beside: 'space star form fall inside into light gravity',
    beats: [
      [
        'A black hole is not a hole. It is a great deal of stuff in almost no room.',
        'a black hole with a glowing orange ring in space',
      ],
      [
        'It starts with a big star. For millions of years, its own heat holds it up.',
        'a huge bright blue star in space',
      ],
      [
        'When the fuel runs out, nothing pushes back any more. The core falls in on itself.',
        'a supernova, a star that explodes in bright colours',
      ],
      [
        'To leave the Earth you need eleven kilometres a second. Squeeze a body smaller, and that speed goes up.',
        'a rocket that leaves the Earth',
      ],
      [
        'Squeeze it enough, and even light is too slow. That border is called the event horizon.',
        'rays of light that bend around a black sphere in space',
      ],
      [
        'To become one, the whole Earth would have to be pressed to the size of a marble.',
        'a glass marble painted like the Earth between two fingers',
      ],
      [
        'It does not suck things in. Replace our Sun with one of equal mass, and the planets would orbit as before.',
        'planets on their orbits around a small black sphere',
      ],
      [
        'We see them by what they heat. Gas that spirals in glows brighter than whole galaxies.',
        'a bright spiral of hot gas around a black centre',
      ],
      [
        'In 2019, telescopes across the world showed us the shadow of one, in the galaxy M87.',
        'radio telescopes in a desert under a starry sky',
      ],
      [
        'There, in the dark middle, is the place that light cannot leave.',
        'a dark circle in a ring of fire among the stars',
      ],
    ],
  },
  {
    id: 'rockets',
    core: [1, 2, 4],
    title: 'How rockets work',
    summary: 'A rocket pushes against nothing but its own exhaust, and most of it is fuel to lift fuel.',
    keywords: ['rocket', 'space rocket'],
    beside: 'fly space engine launch earth reach orbit',
    beats: [
      [
        'In space there is nothing to push against. So a rocket brings along its own.',
        'a white rocket in space above the blue Earth',
      ],
      [
        'Throw a ball from a boat, and the boat drifts back. A rocket throws hot gas.',
        'a person in a small boat who throws a ball',
      ],
      [
        'Fuel and oxygen burn in a chamber, and the gas has only one way out.',
        'a rocket engine with bright fire on a test stand',
      ],
      [
        'The nozzle narrows, then widens like a bell, and the gas leaves faster than sound.',
        'the bell shaped nozzle of a rocket engine',
      ],
      [
        'As the gas goes down, the rocket goes up. That is Newton’s third law, and it needs no air.',
        'a rocket that lifts off with smoke and fire',
      ],
      [
        'The trouble is weight. Around nine tenths of a rocket on its pad can be propellant.',
        'a tall rocket on a launch pad with fuel tanks',
      ],
      [
        'So rockets come in stages. When a tank is empty, it is dropped, and the rest flies lighter.',
        'a rocket stage that separates high above the Earth',
      ],
      [
        'Going up is not enough. To stay up it must race sideways, at nearly eight kilometres a second.',
        'a satellite in orbit around the Earth',
      ],
      [
        'Then it falls, and the round Earth curves away beneath it, for ever. That is an orbit.',
        'a curved path around the globe with a small spaceship',
      ],
      [
        'A rocket is a fall, aimed so well that it misses the ground.',
        'a space station above the Earth at sunrise',
      ],
    ],
  },
  {
    id: 'gravity',
    core: [2, 5, 1],
    title: 'What gravity is',
    summary: 'From a falling apple to bent space: what we know of gravity, and what we do not.',
    keywords: ['gravity', 'gravitation'],
    beside: 'force earth fall space time newton einstein apple pull',
    beats: [
      [
        'It has held you since your first day, and it is the weakest force we know.',
        'a red apple that falls from a tree',
      ],
      [
        'Weak? A small magnet lifts a paper clip against the pull of the whole Earth.',
        'a horseshoe magnet that lifts a paper clip from a table',
      ],
      [
        'Newton saw that the apple and the Moon obey one rule. Both fall toward the Earth.',
        'Isaac Newton under an apple tree with the moon in the sky',
      ],
      [
        'The Moon also moves sideways, so it keeps falling and keeps missing.',
        'the Moon on a round path around the Earth',
      ],
      [
        'In empty space a feather falls as fast as a hammer. An astronaut showed it on the Moon.',
        'an astronaut on the Moon who drops a hammer and a feather',
      ],
      [
        'Einstein went further. Mass bends space and time, he said, and things follow the bends.',
        'a heavy ball that bends a stretched sheet with a grid',
      ],
      [
        'Time itself runs slower the deeper you are. Satellite clocks have to allow for it.',
        'a clock on a mountain and a clock by the sea',
      ],
      [
        'When heavy stars collide, space ripples. In 2015 we felt such a wave for the first time.',
        'two neutron stars that circle each other with ripples in space',
      ],
      [
        'Gravity and the physics of the very small still do not fit together. Nobody knows how they will.',
        'a blackboard full of formulas with one large question mark',
      ],
      [
        'So each time you drop your keys, remember: that is an open question, falling.',
        'a bunch of keys that falls toward a wooden floor',
      ],
    ],
  },
];
