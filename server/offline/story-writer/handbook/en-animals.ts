import type { HandbookTopic } from './types.ts';

/** Animals, living and gone. */
export const ANIMALS: readonly HandbookTopic[] = [
  {
    id: 'octopus',
    title: 'Why octopuses have three hearts',
    summary: 'Two hearts for the gills, one for the body, and blue blood that makes it all necessary.',
    keywords: ['octopus', 'octopus heart', 'octopuses'],
    beside: 'three blue blood brain arm ocean sea eight smart many',
    beats: [
      [
        'An octopus has three hearts, and one of them stops when it swims.',
        'an octopus with three red hearts in the deep blue sea',
      ],
      [
        'Two of the hearts are small. Each one pushes blood through one gill to pick up oxygen.',
        'an octopus with two small hearts beside its gills, under water',
      ],
      [
        'The third is larger, and sends the fresh blood around the body and down all eight arms.',
        'an octopus that stretches its eight arms on a coral reef',
      ],
      [
        'Why so many? Because of its blood. It is blue, and it carries oxygen with copper in place of iron.',
        'a drop of blue blood beside a copper coin',
      ],
      [
        'In cold water copper does well. But such blood is thick, and carries less than ours.',
        'an octopus on the cold dark sea floor',
      ],
      [
        'So it takes high pressure to keep an active hunter supplied. Three pumps can do it.',
        'three water pumps beside an octopus in an aquarium',
      ],
      [
        'When an octopus swims, its main heart pauses. Swimming tires it, and so it would rather crawl.',
        'an octopus that crawls across rocks on the sea floor',
      ],
      [
        'And it does not do all its thinking in its head. Most of its nerve cells are in its arms.',
        'an octopus that opens a jar with its arms',
      ],
      [
        'It tastes with its suckers. To touch a crab is to know its flavour.',
        'an octopus arm with round suckers that touches a crab',
      ],
      [
        'Three hearts, nine places to think, and blue blood. The strangest mind on Earth lives in the sea.',
        'the eye of an octopus in close-up among corals',
      ],
    ],
  },
  {
    id: 'bees',
    core: [2, 3, 5],
    title: 'How bees give directions',
    summary: 'A dance in the dark hive tells the others which way to fly, and how far.',
    keywords: ['bee direction', 'bee dance', 'waggle dance', 'bee', 'honeybee', 'bees'],
    beside: 'honey give talk communicate find flower hive food',
    beats: [
      [
        'A bee can tell her sisters where the flowers are, in the dark, by dancing.',
        'a honeybee that dances on a golden honeycomb',
      ],
      [
        'She has found a field in bloom. Back home, she walks up the standing comb.',
        'a bee above a field of yellow flowers',
      ],
      [
        'She runs in a straight line and shakes her body. Then she circles back, and does it again.',
        'a bee on a honeycomb with a figure eight path drawn behind it',
      ],
      [
        'The angle is the direction. Straight up the comb means: fly toward the Sun.',
        'an arrow that points up beside a honeycomb and the sun',
      ],
      [
        'Thirty degrees right of straight up means thirty degrees right of the Sun.',
        'a compass beside a beehive in the sun',
      ],
      [
        'The length of the shaking run is the distance. Roughly one second for a kilometre.',
        'a stopwatch beside a beehive in a meadow',
      ],
      [
        'The Sun moves on while she dances. She corrects for that, in the dark.',
        'a clock and a sun that moves over a wooden beehive',
      ],
      [
        'The others follow her with their feelers, smell the flower on her, and fly out.',
        'several bees that leave a wooden beehive in the morning',
      ],
      [
        'Karl von Frisch worked all this out, and received a Nobel Prize in 1973.',
        'a scientist with a notebook beside a glass beehive',
      ],
      [
        'It is a map, drawn with a body, on a wall of wax.',
        'a golden honeycomb wall with one bee in the middle',
      ],
    ],
  },
  {
    id: 'penguins',
    title: 'How penguins propose with pebbles',
    summary: 'For an Adélie penguin, love is a stone, and a good stone is worth stealing.',
    keywords: ['penguin pebble', 'penguin propose', 'penguin stone', 'penguin love', 'penguin'],
    beside: 'pebble proposal rock nest mate marry partner antarctica',
    beats: [
      [
        'For some penguins, courtship comes down to a good stone.',
        'a penguin with a small pebble in its beak on a snowy beach',
      ],
      [
        'Adélie penguins arrive on bare Antarctic coasts in spring, and there is not a twig to build with.',
        'a colony of penguins on a rocky coast with ice',
      ],
      [
        'So they build with pebbles. A male picks a spot and starts to collect.',
        'a penguin beside a small ring of pebbles',
      ],
      [
        'When a female comes by, he may lay a stone at her feet, and bow.',
        'two penguins that bow to each other over a pebble',
      ],
      [
        'If she agrees, the two point their beaks at the sky and call, over and over.',
        'two penguins with their beaks raised to the sky',
      ],
      [
        'The stones are more than a gift. They keep two eggs above the meltwater.',
        'two penguin eggs on a nest of stones above melting snow',
      ],
      [
        'A higher nest means drier eggs. So pebbles are wealth, and wealth gets stolen.',
        'a penguin that sneaks a pebble away from another nest',
      ],
      [
        'Some birds walk to the neighbours, take a stone and stroll home as if nothing had happened.',
        'a penguin that walks through a colony with a stone',
      ],
      [
        'Gentoo penguins do it too. It is housekeeping and romance in one.',
        'a penguin family with a chick on a nest of pebbles',
      ],
      [
        'It is not the size of the stone. It is that somebody carried it to you.',
        'a small gray pebble on snow between two penguins at sunset',
      ],
    ],
  },
  {
    id: 'camels',
    core: [1, 4, 7],
    title: 'What is in a camel’s hump',
    summary: 'Not water. A camel’s tricks for the desert are stranger than that.',
    keywords: ['camel', 'camel hump'],
    beside: 'water desert store survive live drink fat long without',
    beats: [
      ['There is no water in a camel’s hump. Not a drop.', 'a camel with one hump in the desert sand'],
      [
        'The hump is fat, up to about thirty-five kilos of it, packed in one place.',
        'a camel beside a large weighing scale in the desert',
      ],
      [
        'That is clever. Spread all over the body, the fat would be a winter coat in the desert.',
        'a camel with a warm winter coat under a hot sun',
      ],
      [
        'When food is scarce the hump shrinks, and leans to one side.',
        'a thin camel whose hump leans to one side',
      ],
      [
        'The water trick is elsewhere. A camel lets its body warm up by several degrees before it sweats.',
        'a camel and a large thermometer in the noon sun',
      ],
      ['Its nose takes water back out of each breath on the way out.', 'the nose of a camel in close-up'],
      [
        'Its red blood cells are oval. They swell without bursting when it drinks at last.',
        'oval red blood cells under a microscope',
      ],
      [
        'And how it drinks: more than a hundred litres in about ten minutes.',
        'a camel that drinks from a well at an oasis with palms',
      ],
      [
        'Two rows of lashes and nostrils that close do the rest, when the sand comes.',
        'the long eyelashes of a camel in a sandstorm',
      ],
      [
        'The hump is only lunch. The rest of the camel is the miracle.',
        'a caravan of camels on a dune at sunset',
      ],
    ],
  },
  {
    id: 'cats',
    core: [2, 3, 5],
    title: 'Why cats purr',
    summary: 'A purr can mean contentment, hunger or hurt, and its making is still not fully settled.',
    keywords: ['cat purr', 'purring', 'cat', 'kitten purr'],
    beside: 'purring sound happy kitten',
    beats: [
      [
        'A cat that purrs is happy. Except when it is not.',
        'a striped cat that sleeps on a warm window sill',
      ],
      [
        'Purring happens both on the in-breath and the out-breath. That is why it never stops for air.',
        'a cat on a sofa with sound waves around it',
      ],
      [
        'It comes from the voice box, at about twenty-five pulses a second and up.',
        'a cat beside a sound wave on a screen',
      ],
      [
        'Just how is still argued over. Muscles twitch, but pads in the vocal folds may hum almost by themselves.',
        'a scientist with headphones who listens to a cat',
      ],
      [
        'Kittens start within days of birth. They cannot see yet, but they can feel their mother’s purr.',
        'a mother cat with small kittens in a basket',
      ],
      [
        'Grown cats purr at the vet, in pain, and even when dying. It may be how they calm themselves.',
        'a cat on the table of a vet',
      ],
      [
        'And some have a special purr for breakfast, with a thin cry hidden in it.',
        'a cat beside an empty food bowl in a kitchen',
      ],
      [
        'People who hear that purr find it urgent, even those who never had a cat.',
        'a sleepy person in bed with a cat on the pillow',
      ],
      [
        'Lions roar. Cheetahs, like your cat, purr. Hardly any animal does both.',
        'a cheetah that lies in the grass beside a small cat',
      ],
      ['So a purr is not just yes. It means: stay here.', 'a cat asleep on a lap under a warm lamp'],
    ],
  },
  {
    id: 'dogs',
    core: [1, 2, 4],
    title: 'Why dogs tilt their heads',
    summary: 'Sound, sight or attention: what may be behind the most charming move a dog has.',
    keywords: ['dog tilt head', 'dog head', 'dog', 'puppy'],
    beside: 'tilt head side listen love human friend puppy',
    beats: [
      [
        'Say a word it knows, and a dog may tip its head to one side. Why?',
        'a brown dog that tilts its head on a green lawn',
      ],
      [
        'The honest answer first: nobody is certain. But there are good guesses.',
        'a puppy with a question mark above its head',
      ],
      [
        'One is hearing. A tilt shifts the ears, and may help to place a sound.',
        'a dog with raised ears beside a radio',
      ],
      [
        'Another is sight. A long muzzle covers part of our face, the part with the mouth.',
        'the face of a dog with a long muzzle, seen from the front',
      ],
      [
        'In one study, dogs that could learn the names of toys tilted far more than the others did.',
        'a dog among many colourful toys on the floor',
      ],
      [
        'They did it when they heard the name, as if they were searching their memory.',
        'a dog that picks a red ball from a pile of toys',
      ],
      [
        'Each dog also had its own side, left or right, and kept to it.',
        'two dogs that tilt their heads to opposite sides',
      ],
      [
        'And of course we laugh, and reward them. Dogs notice what works.',
        'a person who gives a treat to a happy dog',
      ],
      [
        'Thousands of years beside us made them masters at one thing: reading people.',
        'a dog and a human beside a camp fire at night',
      ],
      [
        'So maybe the tilt says what we hope. Go on. I am listening.',
        'a dog that sits and looks up at its owner at sunset',
      ],
    ],
  },
  {
    id: 'sharks',
    title: 'What makes sharks so good at being sharks',
    summary: 'Older than trees, without a single bone, and able to feel a heartbeat in the sand.',
    keywords: ['shark'],
    beside: 'sense old bone ocean sea tooth teeth hunt good danger dangerous',
    beats: [
      [
        'There were sharks in the sea before there were trees on land.',
        'a shark that swims through sunbeams in the blue ocean',
      ],
      [
        'They have been here for more than four hundred million years, through five mass extinctions.',
        'a fossil shark tooth in the sand',
      ],
      [
        'A shark has no bones at all. Its skeleton is cartilage, the stuff of your ears.',
        'the light skeleton of a shark in a museum',
      ],
      [
        'Its teeth grow in rows. When one breaks, the next moves up, thousands in a lifetime.',
        'the open mouth of a shark with rows of white teeth',
      ],
      [
        'Its skin is made of tiny teeth too. They smooth the water that flows past.',
        'the rough gray skin of a shark in close-up',
      ],
      [
        'In its snout are small pits of jelly. With them it feels the electric field of a living thing.',
        'a hammerhead shark above a fish hidden in the sand',
      ],
      [
        'So a fish may hide in the sand and hold still. Its heartbeat gives it away.',
        'a flat fish in the sand with a small red heart',
      ],
      [
        'Sharks kill a handful of people in a year. People kill tens of millions of sharks.',
        'a fishing net with a shark fin above the sea',
      ],
      [
        'Four hundred million years of practice. The sea would be strange without them.',
        'a whale shark with white spots beside a small diver',
      ],
    ],
  },
  {
    id: 'whales',
    title: 'How whales sing across oceans',
    summary: 'Sound travels far in water, and whales have built a culture on it.',
    keywords: ['whale', 'whale song', 'blue whale', 'humpback'],
    beside: 'sing song singing ocean sound communicate talk big largest sea across',
    beats: [
      [
        'Somewhere in the ocean, a song is travelling that began hundreds of kilometres away.',
        'a blue whale under water with sound waves around it',
      ],
      [
        'Water carries sound more than four times as fast as air, and much farther.',
        'sound waves that spread through the deep blue sea',
      ],
      [
        'So where we look, whales listen. The deeper the note, the farther it goes.',
        'a humpback whale that listens in dark blue water',
      ],
      [
        'A blue whale’s call is so low that much of it is below our hearing.',
        'a huge blue whale beside a tiny diver',
      ],
      [
        'Male humpbacks sing in themes, in a fixed order, for hours on end.',
        'a humpback whale that jumps out of the sea',
      ],
      [
        'All males in one region sing the same song, and over the months, they change it together.',
        'a group of whales that swim together under the surface',
      ],
      [
        'In the Pacific, new songs have spread from Australia eastward, island by island, like a hit.',
        'a map of the Pacific Ocean with whales and music notes',
      ],
      [
        'Why they sing is not settled. It happens in mating season, so love is one guess.',
        'two whales that swim side by side with a heart of bubbles',
      ],
      [
        'Ships are loud and use the same low notes. To a whale, that is fog.',
        'a large container ship above a whale in the sea',
      ],
      [
        'Turn an engine off at sea, and someone’s song gets farther.',
        'a quiet sail boat on the ocean at sunset beside a whale tail',
      ],
    ],
  },
  {
    id: 'spider-silk',
    title: 'Why spider silk is so strong',
    summary: 'A liquid that becomes a thread in a blink, tougher than steel for its weight.',
    keywords: ['spider silk', 'spider web', 'spider thread', 'spider'],
    beside: 'web strong steel thread make made spin build',
    beats: [
      [
        'Weight for weight, a spider’s dragline can be as strong as steel. And it stretches.',
        'a spider web with dew drops in the morning sun',
      ],
      [
        'Inside the spider there is no thread at all. The silk is a liquid protein.',
        'a garden spider on a green leaf',
      ],
      [
        'It becomes solid on the way out, in a narrow duct, as it is pulled.',
        'a thin silver thread that comes out of a spider',
      ],
      [
        'Under the microscope, the thread has hard crystals, and between them, soft tangled chains.',
        'silk fibres with small crystals under a microscope',
      ],
      [
        'The crystals carry the load, and the tangle gives way. So it takes great force to break.',
        'a thin thread that holds a heavy weight',
      ],
      [
        'A spider has several glands, each for another silk: frame, sticky spiral, wrapping, egg case.',
        'a spider with several spools of thread',
      ],
      [
        'Many orb weavers eat their old web, and make a new one of it the next day.',
        'a spider in the middle of a round web at night',
      ],
      [
        'Young spiders let out threads and sail away on the wind. Some were met far out at sea.',
        'a tiny spider that sails on a thread in the sky',
      ],
      [
        'We still cannot farm it well, for spiders tend to eat each other.',
        'two spiders that face each other on a web',
      ],
      [
        'The best fibre engineer in your house works for free, in a corner, at room temperature.',
        'a small spider web in the corner of a window',
      ],
    ],
  },
  {
    id: 'dinosaurs',
    core: [1, 4, 5],
    title: 'What happened to the dinosaurs',
    summary: 'A rock from space, a dark year or more, and one branch of the family that flew through it.',
    keywords: ['dinosaur', 'dinosaur extinct', 'dinosaur die', 'asteroid dinosaur', 'dinosaur extinction'],
    beside: 'extinct extinction die died dead asteroid kill killed end disappear bird',
    beats: [
      [
        'One day, about sixty-six million years ago, the dinosaurs ran out of luck.',
        'a large dinosaur under a bright burning asteroid in the sky',
      ],
      [
        'A rock about ten kilometres wide came in, many times faster than a bullet.',
        'an asteroid in space that approaches the Earth',
      ],
      [
        'It struck at what is now Mexico and left a crater almost two hundred kilometres across.',
        'a giant crater on the coast with fire and smoke',
      ],
      [
        'Waves crossed the oceans, and hot debris rained back through the air.',
        'a huge wave that rolls toward a prehistoric coast',
      ],
      [
        'Then it went dark. Soot and dust shut out the Sun, for months or even years.',
        'a dark sky with ash over a dead forest',
      ],
      [
        'Plants failed, then those that ate plants, then those that ate them.',
        'a dinosaur skeleton on dry ground',
      ],
      [
        'A thin layer of clay all over the world still holds the proof: iridium, rare here and common in asteroids.',
        'layers of rock with one thin dark line and a hammer',
      ],
      [
        'About three quarters of all species died. Small animals that hid, or ate seeds, had a chance.',
        'a small furry mammal that looks out of a burrow',
      ],
      [
        'And one kind of dinosaur made it. You may have heard it this morning, outside your window.',
        'a small bird that sings on a branch beside a window',
      ],
    ],
  },
];
