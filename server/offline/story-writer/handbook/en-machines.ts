import type { HandbookTopic } from './types.ts';

/** What people have built and set going. */
export const MACHINES: readonly HandbookTopic[] = [
  {
    id: 'trains',
    title: 'How trains stay on the track',
    summary: 'It is not the flanges. It is the shape of the wheel, and it steers by itself.',
    keywords: ['train', 'train track', 'railway', 'train stay track'],
    beside: 'track rail stay wheel turn curve steer',
    beats: [
      [
        'A train has no steering wheel. So who steers it through the bend?',
        'a red train in a curve between green mountains',
      ],
      [
        'Most people say: the rims on the inside of the wheels. They are only the safety net.',
        'the iron wheel of a train on a rail',
      ],
      [
        'Look closely, and a train wheel is a cone. It is a little thicker on the inside.',
        'two cone shaped train wheels on an axle',
      ],
      [
        'Both wheels sit on one stiff axle, and so they must turn at the same speed.',
        'an axle with two wheels on a pair of rails',
      ],
      [
        'In a bend the axle slides outward. Now the outer wheel rolls on a thick part, the inner on a thin one.',
        'a train that leans into a curve, seen from the front',
      ],
      [
        'The thick side goes farther each turn. So the axle steers itself back to the middle.',
        'an arrow that shows wheels rolling through a curve',
      ],
      [
        'Try it with two paper cups taped together, on two sticks. It rolls straight, every time.',
        'two paper cups that roll on two sticks',
      ],
      [
        'Steel on steel hardly rubs. That is why one engine can pull a hundred loaded cars.',
        'a locomotive with a very long freight train',
      ],
      [
        'It is also why trains need so long to stop. A fast one may take more than a kilometre.',
        'a train that brakes before a red signal',
      ],
      [
        'So nobody steers. The wheel has known the way for two hundred years.',
        'a train that crosses a high bridge at sunset',
      ],
    ],
  },
  {
    id: 'internet',
    core: [1, 3, 4],
    title: 'What the internet really is',
    summary: 'Not a cloud: glass threads under the sea, and a post office for very small parcels.',
    keywords: ['internet'],
    beside: 'cable sea web invented network cloud data physically where',
    beats: [
      [
        'The internet is not in the sky. Most of what crosses an ocean lies at the bottom of it.',
        'a cable on the sea floor with fish above it',
      ],
      [
        'There are hundreds of these cables. In deep water they are about as thick as a garden hose.',
        'a ship that lays a cable into the ocean',
      ],
      [
        'In the middle are threads of glass, and in the glass is light that blinks, billions of times a second.',
        'glass fibres with glowing ends',
      ],
      [
        'What you send is cut up into packets. Each carries an address, like a small parcel.',
        'many small parcels on a conveyor belt',
      ],
      [
        'Routers read the address and pass it on, each one only to the next. No one knows the whole way.',
        'a signpost with many arms and small parcels',
      ],
      [
        'Packets may take different roads and arrive out of order. Your device puts them back in line.',
        'a computer that puts small parcels in order',
      ],
      [
        'If one is lost, it is asked for again. You notice it only as a moment of waiting.',
        'a lost parcel beside a road and a waiting person',
      ],
      [
        'It began in 1969 with a few computers. The first message was to be login, and broke off after two letters.',
        'an old large computer with blinking lights',
      ],
      [
        'The web is younger. Tim Berners-Lee thought it up in 1989 at CERN, so that scientists could share notes.',
        'a scientist at an old computer with a web of pages',
      ],
      [
        'This very video came in pieces. You never saw the seams.',
        'a phone that shows a video made of puzzle pieces',
      ],
    ],
  },
  {
    id: 'airplanes',
    core: [2, 3, 5],
    title: 'How airplanes fly',
    summary: 'The story about the longer way over the wing is wrong. Here is what lifts four hundred tonnes.',
    keywords: ['airplane', 'plane', 'aircraft', 'airplane fly', 'flight'],
    beside: 'fly wing air lift stay sky flying',
    beats: [
      [
        'Four hundred tonnes of metal, people and luggage, hanging in the air. What is holding it?',
        'a large airplane above the clouds',
      ],
      [
        'You may have learned that air over the wing must hurry to meet the air below. It need not, and it does not.',
        'a blackboard with a wing crossed out in red',
      ],
      [
        'A wing turns air downward. It does so with its tilt, and with its curved shape.',
        'a wing in a wind tunnel with lines of smoke',
      ],
      [
        'Push air down, and the air pushes you up. That is Newton’s third law.',
        'an airplane wing with arrows up and down',
      ],
      [
        'At the same time pressure above the wing drops, and below it rises. Both tell the same story.',
        'a wing with blue above and red below',
      ],
      [
        'Feel it yourself. Hold your flat hand out of a car window, and tilt it a little.',
        'a hand out of a car window in the wind',
      ],
      [
        'Tilt too much, and the flow tears off. The lift is gone, and that is called a stall.',
        'a paper plane that falls to the ground',
      ],
      [
        'The engines do not lift. They keep the plane moving so that the wings can.',
        'a jet engine under a wing in close-up',
      ],
      [
        'The Wright brothers first did it with an engine in 1903. It lasted twelve seconds.',
        'the first airplane of the Wright brothers on a beach',
      ],
      [
        'Now more than a million people may be up there at once, resting on moving air.',
        'many airplanes in an evening sky above a city',
      ],
    ],
  },
  {
    id: 'compound-interest',
    core: [2, 4, 3],
    title: 'How compound interest works',
    summary:
      'Interest on interest is slow, boring, and stronger than almost anything else you can do with money.',
    keywords: ['compound interest', 'interest compound', 'compounding', 'compound'],
    beside: 'interest money save saving savings invest grow work',
    beats: [
      [
        'Would you take a million today, or one cent that doubles every day for thirty days?',
        'one copper coin beside a suitcase of money',
      ],
      [
        'Take the cent. On day thirty it is more than five million. On day ten, it was about five.',
        'a chessboard with growing piles of coins',
      ],
      [
        'Interest is what your money earns. Compound interest is what those earnings earn.',
        'a small tree in a pot with coins for leaves',
      ],
      [
        'There is a rule for it. Divide seventy-two by the rate, and you have about the years it takes to double.',
        'the number seventy-two on a blackboard with a calculator',
      ],
      [
        'At six percent, a thousand becomes two thousand in about twelve years, four in twenty-four, eight in thirty-six.',
        'three piles of coins, each twice as high as the last',
      ],
      [
        'You did nothing in the last twelve years but wait. They brought half of it all.',
        'a person who sleeps in a hammock beside a growing tree',
      ],
      [
        'So the strongest number in the formula is not the rate. It is time.',
        'an hourglass with golden sand',
      ],
      [
        'Debt grows the same way. On a credit card it works for someone else.',
        'a credit card that casts a large shadow',
      ],
      [
        'No one promises you six percent, and prices rise too. The arithmetic stays the same.',
        'a graph with a red and a green line',
      ],
      ['It begins slowly, and then it does not. Start early.', 'a child who puts a coin into a piggy bank'],
    ],
  },
];
