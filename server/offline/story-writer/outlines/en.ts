import type { OutlineText } from './types.ts';

export const EN: OutlineText = {
  quotes: ['“', '”'],
  stop: '.',
  summary:
    'An outline on {topic} to edit: written offline by template, without a language model, so it asks and states no facts.',
  forms: {
    why: {
      hooks: [
        'One question, and a minute to take it seriously. {topic}',
        'Children ask this, and grown-ups change the subject. {topic}',
        'Say your answer aloud before this video ends. {topic}',
      ],
      steps: [
        'A why is a chain. Behind the first because there is always another one waiting.',
        'Separate what causes it from what merely comes along with it. That is where most answers slip.',
      ],
    },
    howto: {
      hooks: [
        'You do not need talent for the first step. {topic}',
        'Most people stop before they begin. Today we begin. {topic}',
      ],
      steps: [
        'Start with the version you could finish today. Small and done teaches more than large and planned.',
        'Put the steps in order, then ask which of them you could skip. Often it is one.',
      ],
    },
    how: {
      hooks: [
        'We use the answer without knowing it. {topic}',
        'Imagine you could open it up and look inside. {topic}',
        'Could you explain this with a pencil and no internet? {topic}',
      ],
      steps: [
        'Name the parts first. You cannot see how something works while it is one big blur.',
        'Now take one part away in your mind. Whatever breaks first shows you what that part was for.',
      ],
    },
    list: {
      hooks: [
        'Everybody makes this list. Few say how they chose. {topic}',
        'Before you read anyone’s list, write down your own. {topic}',
      ],
      steps: [
        'Decide what earns a place. A list without a rule is only a pile.',
        'Ask what is missing. The thing nobody lists is often the one worth a look.',
      ],
    },
    versus: {
      hooks: [
        'Two sides, and a friend who is sure about one. {topic}',
        'Picking a side is easy. Comparing fairly is the hard part. {topic}',
      ],
      steps: [
        'Choose what you measure before you choose a winner. The yardstick decides more than you think.',
        'Ask when each side would be right. The best answer may depend on who is asking, and when.',
      ],
    },
    question: {
      hooks: [
        'It sounds simple until you try to answer it. {topic}',
        'Ten seconds. Try to answer without looking it up. {topic}',
      ],
      steps: [
        'Look at the words first. Half of all arguments are about what one of them means.',
        'Then ask how anyone could find out. A question you can test is half answered.',
      ],
    },
    statement: {
      hooks: [
        'Agree or disagree, but do it slowly. {topic}',
        'A bold sentence deserves a careful look. {topic}',
      ],
      steps: [
        'Ask what would have to be true for this to hold. Write down three things, then check one.',
        'Find the best argument against it, from somebody who means it. That is how a view gets strong.',
      ],
    },
    thing: {
      hooks: [
        'You have heard the name. How much do you really know? {topic}',
        'One subject, one minute, and better questions than yesterday. {topic}',
        'Let us look at something as if for the first time. {topic}',
      ],
      steps: [
        'Begin with what you have seen with your own eyes. It is less than you think, and it is yours.',
        'Then ask where it begins and where it ends. The edges of a subject are where it gets interesting.',
      ],
    },
  },
  general: [
    'Before you search for anything, make a guess. A wrong guess makes the real answer stick.',
    'Ask the smallest question you can. Small questions have answers that you can check.',
    'Find one real example close to where you live. One example beats ten opinions.',
    'Ask somebody who knows this first-hand. Doing it teaches what no summary can.',
    'When you meet a number, ask who counted it, and how. Somebody had to.',
    'Watch for the words always and never. They are where careful people slow down.',
    'Ask what would change your mind. If nothing could, you are not asking yet.',
    'Draw it on one sheet of paper. The part you cannot draw is the part to learn.',
    'Explain it to a friend in thirty seconds. You will hear the gap yourself.',
  ],
  closes: [
    'Write down one question tonight, and find its answer tomorrow.',
    'Go and find out, and come back knowing one thing more.',
    'The answer is out there. Now you know how to ask for it.',
  ],
};
