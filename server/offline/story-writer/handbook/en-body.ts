import type { HandbookTopic } from './types.ts';

/** Ourselves: body, sleep and habits. */
export const BODY: readonly HandbookTopic[] = [
  {
    id: 'sleep',
    core: [2, 3, 7],
    title: 'Why we sleep and dream',
    summary:
      'A third of life with the eyes shut: what the brain does in that time, and what nobody knows yet.',
    keywords: ['sleep', 'dream', 'sleep dream', 'dreaming'],
    beside: 'night brain body human rem sleeping',
    beats: [
      [
        'You will spend about a third of your life asleep. Your brain never takes that time off.',
        'a person who sleeps in a bed under the moon and stars',
      ],
      [
        'Sleep comes in rounds of about ninety minutes. Each runs from light to deep, and on to dreams.',
        'a wave line above a person who sleeps in a bed',
      ],
      [
        'In deep sleep, the body repairs itself and releases growth hormone.',
        'a sleeping child with a growth chart on the wall',
      ],
      [
        'At the same time the brain replays the day, and files away what is worth keeping.',
        'a library with a glowing brain among the shelves',
      ],
      [
        'Fluid seems to wash through the sleeping brain and carry waste away. How much is still being studied.',
        'clear water that flows through a brain',
      ],
      [
        'Then the eyes begin to dart about. The brain is as busy as by day, and the muscles are switched off.',
        'the closed eye of a sleeper in close-up at night',
      ],
      [
        'That is when the most vivid dreams come. You are held still, so that you do not act them out.',
        'a sleeper who dreams of flying over a city',
      ],
      [
        'Why we dream is an open question. To practise, to settle feelings, or for no reason at all.',
        'a cloud with a question mark above a pillow',
      ],
      [
        'After short nights we learn less, catch colds more easily and lose our temper sooner.',
        'a tired person with a coffee cup at a desk',
      ],
      [
        'No animal we have studied closely does without rest. Whatever sleep is for, it is worth the danger.',
        'a fox that sleeps curled up in the forest',
      ],
      [
        'So tonight you are not switching off. You are changing shifts.',
        'a bedside lamp that is switched off in a dark bedroom',
      ],
    ],
  },
  {
    id: 'heart',
    core: [1, 3, 5],
    title: 'What your heart does all day',
    summary: 'A hundred thousand beats a day, made by a muscle with a clock of its own.',
    keywords: ['heart', 'human heart', 'heartbeat', 'heart beat'],
    beside: 'human body blood beat beating pump day',
    beats: [
      [
        'In the next minute your heart will beat about seventy times. You may not notice one of them.',
        'a red human heart with a pulse line',
      ],
      [
        'In a day that makes about a hundred thousand beats. In a long life, some three billion.',
        'a counter with many digits beside a heart',
      ],
      [
        'It is about as large as your fist, and sits almost in the middle of your chest.',
        'a fist beside a human heart',
      ],
      [
        'It is two pumps in one. The right sends blood to the lungs, the left to everywhere else.',
        'a heart in red and blue with arrows to the lungs and the body',
      ],
      [
        'The sound is not the muscle. It is valves, closing like doors, one pair after the other.',
        'a doctor with a stethoscope',
      ],
      [
        'The beat starts in the heart itself. A small patch of cells fires about once a second.',
        'an electric spark on a red heart',
      ],
      [
        'So a heart can go on beating for a while outside the body. It needs no orders from the brain.',
        'a heart in a glass box in a laboratory',
      ],
      [
        'All your blood passes through it about once a minute.',
        'a network of red blood vessels in a human body',
      ],
      [
        'Each time you run, sleep or fall in love, it changes its pace without asking you.',
        'a runner in a park with a red heart on the shirt',
      ],
      ['It rests as well: in the gap between two beats.', 'a calm pulse line beside a sleeping person'],
    ],
  },
  {
    id: 'brain',
    title: 'What is going on in your brain',
    summary: 'Eighty-six billion cells, the power of a dim bulb, and no truth in the ten percent story.',
    keywords: ['brain', 'human brain'],
    beside: 'human neuron ten percent mind memory think body 10',
    beats: [
      [
        'You use far more than ten percent of your brain. That story was never true.',
        'a glowing human brain on a dark background',
      ],
      [
        'Scans show that, over a day, practically all of it is at work, even in sleep.',
        'a colourful brain scan on a screen',
      ],
      [
        'It holds about eighty-six billion nerve cells, and each may talk to thousands of others.',
        'a network of nerve cells with glowing sparks',
      ],
      [
        'They talk with small electric pulses, and hand them on with chemicals across a tiny gap.',
        'two nerve cells with a spark between them',
      ],
      [
        'To learn is to change those links. Use a path, and it gets easier to walk.',
        'a footpath that becomes a road across a meadow',
      ],
      [
        'The brain is about two percent of your weight, yet burns a fifth of your energy at rest.',
        'a brain on a scale beside a plate of food',
      ],
      [
        'All that runs on about twenty watts, less than many light bulbs.',
        'a light bulb with a small brain inside',
      ],
      [
        'It sits in the dark and never touches the world. It guesses, from signals, what is out there.',
        'a head with a small theatre inside',
      ],
      [
        'It feels no pain itself. Surgeons can work on it while the patient talks.',
        'a surgeon in a mask under a bright lamp',
      ],
      [
        'And now it has spent a minute thinking about itself. Nothing else we know can do that.',
        'a person who looks into a mirror with stars inside',
      ],
    ],
  },
  {
    id: 'vaccines',
    core: [1, 3, 5],
    title: 'How vaccines work',
    summary: 'A rehearsal for the immune system: the enemy’s picture without the enemy.',
    keywords: ['vaccine', 'vaccination', 'immunization'],
    beside: 'immune system body virus protect disease',
    beats: [
      ['A vaccine does not fight a disease. It teaches you to.', 'a syringe and a small bottle of vaccine'],
      [
        'Your body keeps millions of kinds of immune cells, each ready for one shape that it may never meet.',
        'many colourful round immune cells',
      ],
      [
        'When a new germ arrives, the few cells that fit it need days to multiply. Those days are the illness.',
        'a sick person in bed with a thermometer',
      ],
      [
        'A vaccine shows the shape in advance: a weak or killed germ, a piece of one, or the plan for a piece.',
        'a poster with the picture of a virus, like a wanted poster',
      ],
      [
        'With some, your own cells make the piece for a short while, from a message called mRNA.',
        'a paper message with a code beside a cell',
      ],
      [
        'The right cells multiply, make antibodies, and some of them stay on as memory.',
        'round cells with small shields in a row',
      ],
      ['So a sore arm is often that rehearsal. It passes.', 'a child with a plaster on the arm'],
      [
        'When the real germ comes, the answer comes much faster, often before you notice.',
        'a shield that stops a virus',
      ],
      [
        'If enough people are protected, the germ runs out of paths, and so the newborn are safer too.',
        'a crowd of people around a baby',
      ],
      [
        'In 1980 the world was declared free of smallpox. It had been killed by a memory.',
        'a globe with a green check mark',
      ],
    ],
  },
  {
    id: 'onions',
    core: [2, 3, 4],
    title: 'Why onions make you cry',
    summary: 'An onion keeps two things apart until the knife brings them together.',
    keywords: ['onion', 'onion cry', 'onion tear'],
    beside: 'cry tear make cut eye kitchen crying cutting',
    beats: [
      [
        'An onion does not want to be eaten. So it keeps a chemical trap, armed and ready.',
        'a brown onion on a wooden cutting board',
      ],
      [
        'It grows underground, where many things would like to bite it.',
        'onions in a garden bed with a mouse',
      ],
      [
        'In its cells are compounds with sulphur. In a separate pocket of each, there is an enzyme.',
        'onion cells under a microscope',
      ],
      [
        'Your knife breaks the walls between them. The two meet, and the trap springs.',
        'a knife that cuts an onion in half',
      ],
      [
        'The result is a gas. It drifts up, and dissolves in the wet film on your eye.',
        'a small cloud of gas between an onion and an eye',
      ],
      [
        'It stings. Nerves report it, and your eye does what it does with smoke: it rinses.',
        'a person with tears in the kitchen',
      ],
      ['So these are not sad tears. They are a car wash.', 'a large blue tear drop beside an eye'],
      [
        'A sharp knife helps, because it crushes fewer cells. A cold onion helps, because less gas gets out.',
        'an onion in a refrigerator beside a sharp knife',
      ],
      ['Heat destroys the enzyme, and what is left turns sweet.', 'golden onions in a frying pan'],
      ['You cried. But you won, and it is soup.', 'a bowl of hot onion soup on a table'],
    ],
  },
  {
    id: 'habits',
    title: 'How habits are made',
    summary: 'A cue, an action, a reward, and more patience than the posters promise.',
    keywords: ['habit', 'good habit', 'habit loop'],
    beside: 'build make made form change break bad new brain start',
    beats: [
      [
        'Much of today, you did not decide. You did what you did yesterday.',
        'a person who brushes teeth in front of a mirror',
      ],
      [
        'A habit has three parts. Something sets it off, you do it, and it pays.',
        'three arrows in a circle on a blackboard',
      ],
      [
        'Repeat that in the same place, and your brain begins to run it on its own.',
        'a toy train that runs in a circle on its track',
      ],
      [
        'It saves effort. You can unlock your door while you think about dinner.',
        'a hand with a key at a front door',
      ],
      [
        'How long does it take? In a well-known study, about two months on average.',
        'a calendar with many red crosses',
      ],
      [
        'But people ranged from under three weeks to most of a year. And one missed day did little harm.',
        'a calendar with one empty day and a snail',
      ],
      ['So make it small, and hang it on something that you already do.', 'a book that lies on a pillow'],
      [
        'After coffee, one page. After shoes, one walk around the block.',
        'a pair of running shoes beside a door',
      ],
      [
        'For a bad habit, move the cue. It is easier to hide the biscuits than to be a hero.',
        'a jar of cookies on a high shelf',
      ],
      [
        'You do not need more will. You need a better Tuesday.',
        'a sunny morning kitchen with a calendar on the wall',
      ],
    ],
  },
];
