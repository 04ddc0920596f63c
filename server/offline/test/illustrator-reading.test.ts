import { expect } from 'chai';
import { readVisual } from '../illustrator/reading.ts';

const read = (visual: string) => readVisual(visual, []);
const names = (visual: string): string[] => read(visual).motifs.map(({ name }) => name);

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
  ];
  for (const [visual, hero, setting] of heroes) {
    it(`finds ${hero} in ${setting}: ${visual}`, () => {
      expect(names(visual)[0]).to.equal(hero);
      expect(read(visual).setting).to.equal(setting);
    });
  }

  it('takes neither a metal nor a way to move for a thing', () => {
    expect(names('an octopus seen through a brass porthole')).to.not.include('trumpet');
    expect(names('a child walking home in the rain')).to.not.include('running-shoe');
    expect(names('a brass band in the park')).to.include('trumpet');
  });

  it('takes no everyday word for a motif', () => {
    const everyday = [
      'We can fly there soon and come back on top',
      'They may bear it until the end',
      'You will like the new and free one',
      'It is ok, cool and up to you',
      'She rose to watch them duck and train',
      'xyzzy quux',
      '',
    ];
    for (const visual of everyday) expect(names(visual), visual).to.deep.equal([]);
  });

  it('takes no part of a phrase for a thing of the same name', () => {
    expect(names('a lightning bolt over a dark city')).to.not.include('nut-and-bolt');
    expect(names('a long red wave on a dark background')).to.not.include('water-wave');
    expect(names('a glowing orange ring in space')).to.not.include('ring');
    expect(names('a quiet street in the morning')).to.not.include('alarm-clock');
    expect(names('an arrow between the Earth and the Moon')).to.not.include('bow-and-arrow');
  });

  it('tells nouns from verbs', () => {
    expect(names('They bear the load')).to.not.include('bear');
    expect(names('A bear eats')).to.include('bear');
    expect(names('Birds fly south')).to.not.include('fly');
    expect(names('Two big bears')).to.include('bear');
  });

  it('counts what the words count, up to five', () => {
    const count = (visual: string) => read(visual).motifs[0]?.count;
    expect(count('A fox')).to.equal(1);
    expect(count('Three little pigs')).to.equal(3);
    expect(count('100 balloons')).to.equal(5);
    expect(count('Zwei Katzen')).to.equal(2);
    expect(count('三只猫')).to.equal(3);
    expect(count('penguin gives a pebble to another penguin')).to.equal(2);
  });

  it('reads the colour beside a motif, before or after it as the language does', () => {
    const tint = (visual: string) => read(visual).motifs[0]?.tint;
    expect(tint('a blue cat')).to.be.a('string');
    expect(tint('un gato azul')).to.equal(tint('a blue cat'));
    expect(tint('eine blaue Katze')).to.equal(tint('a blue cat'));
    expect(tint('a cat under a blue sky')).to.equal(undefined);
    // Names of kinds, not of paint.
    expect(tint('a red fox')).to.equal(undefined);
    expect(tint('a blue whale')).to.equal(undefined);
  });

  it('leaves out what the words say is not there', () => {
    expect(names('A castle without a dragon')).to.not.include('dragon');
    expect(names('A lighthouse with no cat')).to.deep.equal(['lighthouse']);
  });

  it('does not read foreign words in an English text', () => {
    expect(read('The four cats feel pain').setting).to.not.equal('kitchen');
    expect(read('The cat sees the mouse').setting).to.not.equal('cafe');
  });

  it('reads time, stillness, speed and sleep', () => {
    expect(read('A fox at night').time).to.equal('night');
    expect(read('A ship at sunset').time).to.equal('dusk');
    expect(read('A fox').time).to.equal(undefined);
    expect(read('Its heart stops').still).to.equal(true);
    expect(read('A shark swims fast').fast).to.equal(true);
    expect(read('A cat asleep').asleep).to.equal(true);
    expect(read('Cat versus dog').compared).to.equal(true);
  });
});
