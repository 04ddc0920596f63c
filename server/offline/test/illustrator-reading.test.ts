import { expect } from 'chai';
import { readVisual } from '../illustrator/reading.ts';

const read = (visual: string) => readVisual(visual, []);
const names = async (visual: string): Promise<string[]> =>
  (await read(visual)).motifs.map(({ name }) => name);

describe('readVisual', () => {
  const heroes: readonly (readonly [visual: string, hero: string, setting: string])[] = [
    ['An octopus with three hearts underwater', 'octopus', 'underwater'],
    ['bread rising in an oven', 'bread', 'kitchen'],
    ['a bee dancing to show the way to flowers', 'honeybee', 'meadow'],
    ['a lighthouse at night with no keeper', 'lighthouse', 'coast'],
    ['an astronaut on the moon, Earth in the sky', 'astronaut', 'moon'],
    ['steam train in the mountains', 'locomotive', 'mountains'],
    ['a brain at night beside a bed, dreaming', 'brain', 'bedroom'],
    ['camel carrying mail in the desert', 'camel', 'desert'],
    ['rocket flying past Saturn', 'rocket', 'space'],
    ['a robot thinking', 'robot', 'digital'],
    ['DNA in a laboratory', 'dna', 'laboratory'],
    ['Five mice in a kitchen', 'mouse', 'kitchen'],
    ['Wolves in the forest', 'wolf', 'forest'],
    ['a fly on the wall', 'fly', 'room'],
    ['an octopus in the deep blue sea', 'octopus', 'underwater'],
    ['a whale that jumps out of the sea', 'spouting-whale', 'sea'],
    ['two people at a table by a window', 'two-people', 'room'],
    ['a crowd in a park', 'people', 'meadow'],
    ['a woman who sleeps in her bed', 'person-in-bed', 'bedroom'],
    ['a child under a wide sky', 'child-standing', 'hills'],
    ['a spider in the middle of its web', 'spider', 'forest'],
    ['El corazón humano late', 'anatomical-heart', 'body'],
    ['Un pulpo bajo el agua', 'octopus', 'underwater'],
    ['Los camellos en el desierto', 'camel', 'desert'],
    ['Die alte Dampflokomotive in den Bergen', 'locomotive', 'mountains'],
    ['Ein Bär und die Vögel im Wald', 'bear', 'forest'],
    ['Les oiseaux dans la forêt', 'bird', 'forest'],
    ['Une baguette dans la cuisine', 'baguette-bread', 'kitchen'],
    ['हाथी जंगल में', 'elephant', 'forest'],
    ['घोड़े खेत में', 'horse', 'farm'],
    ['قمر فوق الصحراء', 'crescent-moon', 'desert'],
    ['الجمل في الصحراء', 'camel', 'desert'],
    ['一只熊猫在竹林里吃竹子', 'panda', 'bamboo'],
    ['火箭飞向太空', 'rocket', 'space'],
    ['Os navios voltam depois de um mês', 'ship', 'sea'],
    ['A raposa que não dorme', 'fox', 'forest'],
    ['Старый слон стоит у дороги', 'elephant', 'hills'],
    ['Волки не спят', 'wolf', 'forest'],
    ['Стара собака чекає', 'dog', 'hills'],
    ['나비가 날아간다', 'butterfly', 'meadow'],
    ['ラクダは水を飲まない', 'camel', 'desert'],
    ['ช้างไม่เคยลืม', 'elephant', 'hills'],
    ['הפיל זוכר', 'elephant', 'hills'],
  ];
  for (const [visual, hero, setting] of heroes) {
    it(`finds ${hero} in ${setting}: ${visual}`, async () => {
      expect((await names(visual))[0]).to.equal(hero);
      expect((await read(visual)).setting).to.equal(setting);
    });
  }

  it('takes neither a metal nor a way to move for a thing', async () => {
    expect(await names('an octopus seen through a brass porthole')).to.not.include('trumpet');
    expect(await names('a child walking home in the rain')).to.not.include('running-shoe');
    expect(await names('a brass band in the park')).to.include('trumpet');
  });

  it('takes no everyday word for a motif', async () => {
    const everyday = [
      'We can fly there soon and come back on top',
      'They may bear it until the end',
      'You will like the new and free one',
      'It is ok, cool and up to you',
      'They rose to see them duck and train',
      'xyzzy quux',
      '',
    ];
    for (const visual of everyday) expect(await names(visual), visual).to.deep.equal([]);
  });

  it('takes no part of a phrase for a thing of the same name', async () => {
    expect(await names('a lightning bolt over a dark city')).to.not.include('nut-and-bolt');
    expect(await names('a long red wave on a dark background')).to.not.include('water-wave');
    expect(await names('a glowing orange ring in space')).to.not.include('ring');
    expect(await names('a quiet street in the morning')).to.not.include('alarm-clock');
    expect(await names('an arrow between the Earth and the Moon')).to.not.include('bow-and-arrow');
  });

  it('tells nouns from verbs', async () => {
    expect(await names('They bear the load')).to.not.include('bear');
    expect(await names('A bear eats')).to.include('bear');
    expect(await names('Birds fly south')).to.not.include('fly');
    expect(await names('Two big bears')).to.include('bear');
  });

  it('counts what the words count, up to five', async () => {
    const count = async (visual: string) => (await read(visual)).motifs[0]?.count;
    expect(await count('A fox')).to.equal(1);
    expect(await count('Three little pigs')).to.equal(3);
    expect(await count('100 balloons')).to.equal(5);
    expect(await count('Zwei Katzen')).to.equal(2);
    expect(await count('三只猫')).to.equal(3);
    expect(await count('penguin gives a pebble to another penguin')).to.equal(2);
  });

  it('reads the colour beside a motif, before or after it as the language does', async () => {
    const tint = async (visual: string) => (await read(visual)).motifs[0]?.tint;
    expect(await tint('a blue cat')).to.be.a('string');
    expect(await tint('un gato azul')).to.equal(await tint('a blue cat'));
    expect(await tint('eine blaue Katze')).to.equal(await tint('a blue cat'));
    expect(await tint('a cat under a blue sky')).to.equal(undefined);
    // Names of kinds, not of paint.
    expect(await tint('a red fox')).to.equal(undefined);
    expect(await tint('a blue whale')).to.equal(undefined);
  });

  it('tells the senses of a word by the words around it', async () => {
    const senses: readonly (readonly [visual: string, shown: string | undefined])[] = [
      ['My goal for the year is a quiet mind', 'bullseye'],
      ['The striker scored a goal', 'soccer-ball'],
      ['Drizzle oil over the olive salad', 'olive'],
      ['A barrel of crude oil', 'oil-drum'],
      ['Sign the form and press the seal', undefined],
      ['A bat hangs in the dark cave', 'bat'],
      ['Move the mouse and click', 'computer-mouse'],
      ['It stages a play that rates well', undefined],
      ['He does what a friend asks', 'person-standing'],
      ['They are tired of it', undefined],
      ['Book a room and water the lawn', undefined],
    ];
    for (const [visual, shown] of senses) expect((await names(visual))[0], visual).to.equal(shown);
  });

  it('draws the kind that a thing is of, and no name, figure of speech or comparison', async () => {
    const kinds: readonly (readonly [visual: string, shown: readonly string[]])[] = [
      ['The beagle barks', ['dog']],
      ['A kayak at dawn', ['canoe']],
      ['The guinea pig squeaks', []],
      ['The leopard seal dives under ice', ['seal', 'ice']],
      ['They met Rose again', []],
      ['It was a sea of faces', ['slightly-smiling-face']],
      ['It is as tall as a house and blue', ['house']],
      ['A toad bigger than a house', ['frog']],
      ['The plumber shrugged', ['person-standing']],
      ['It takes nine months', ['calendar']],
      ['A salmon swims home', ['fish']],
    ];
    for (const [visual, shown] of kinds) expect(await names(visual), visual).to.deep.equal(shown);
  });

  it('finds no word inside another, and the aside of a sentence that names no thing, in other languages', async () => {
    const cases: readonly (readonly [visual: string, shown: readonly string[]])[] = [
      ['各方面都很好', []],
      ['四面有墙', ['brick']],
      ['他吃了一碗面', ['steaming-bowl']],
      ['Ihr Gesicht wurde ganz rot', ['slightly-smiling-face']],
      ['El silencio lo dijo todo', ['shushing-face']],
      ['Niemand redet gern darüber', []],
      ['Le roi et le pion sont sur le même échiquier', ['chess-pawn']],
      ['毎日少しずつ続けよう', ['calendar']],
      ['पड़ोसी ने कुछ नहीं किया', ['person-standing']],
    ];
    for (const [visual, shown] of cases) expect(await names(visual), visual).to.deep.equal(shown);
  });

  it('takes no year, length of time, share or price for a number of things', async () => {
    for (const visual of [
      'In 1969 a rocket left',
      'A dog sleeps for twelve hours',
      'Ten percent of a pie',
      'Five euros for an apple',
      'A school bus stops',
      'A cat of nine years',
    ])
      for (const { name, count } of (await read(visual)).motifs)
        expect(count, `${visual}: ${name}`).to.equal(1);
    expect((await read('A school of fish')).motifs[0]?.count).to.equal(5);
  });

  it('feels what is dark, sad and bright, in every offline language', async () => {
    for (const visual of [
      'Something growls in the attic',
      'At 3 am a stranger stood in the hallway',
      'Un fantasma en la noche',
      'Ein Gespenst im Keller',
      'Un fantôme dans le couloir',
      '半夜有人在黑暗中尖叫',
      'रात में एक भूत',
      'شبح في الظلام',
    ])
      expect((await read(visual)).mood, visual).to.equal('dark');
    expect((await read('We said farewell at her funeral')).mood).to.equal('sad');
    expect((await read('A birthday full of laughter')).mood).to.equal('bright');
    expect((await read('Cut the onion')).mood).to.equal(undefined);
  });

  it('takes no little word of another language for a thing that is written alike', async () => {
    expect(await names('Nadie te lo dice hasta que es tarde')).to.deep.equal([]);
    expect(await names('Le client lit la lettre du voisin')).to.not.include('bed');
    expect(await names('Он почти ничего не сказал')).to.deep.equal([]);
    expect(await names('Die Vögel fliegen im Herbst nach Süden')).to.not.include('fly');
  });

  it('draws the subject in brackets only when the sentence shows nothing itself', async () => {
    expect(await names('Wash the carrots. (How a violin is made)')).to.deep.equal(['carrot']);
    expect(await names('It is older than that. (How a violin is made)')).to.deep.equal(['violin']);
  });

  it('leaves out what the words say is not there', async () => {
    expect(await names('A castle without a dragon')).to.not.include('dragon');
    expect(await names('A lighthouse with no cat')).to.deep.equal(['lighthouse']);
  });

  it('does not read foreign words in an English text', async () => {
    expect((await read('The four cats feel pain')).setting).to.not.equal('kitchen');
    expect((await read('The cat sees the mouse')).setting).to.not.equal('cafe');
  });

  it('reads time, stillness, speed and sleep', async () => {
    expect((await read('A fox at night')).time).to.equal('night');
    expect((await read('A ship at sunset')).time).to.equal('dusk');
    expect((await read('A fox')).time).to.equal(undefined);
    expect((await read('Its heart stops')).still).to.equal(true);
    expect((await read('A shark swims fast')).fast).to.equal(true);
    expect((await read('A cat asleep')).asleep).to.equal(true);
    expect((await read('Cat versus dog')).compared).to.equal(true);
  });
});
