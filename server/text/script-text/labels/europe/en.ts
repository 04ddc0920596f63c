import type { ScriptWords } from '../script-words.ts';

export const en: ScriptWords = {
  numbered: 'scene, shot, slide, part, clip, frame, panel, segment, section, act, cut, take, chapter',
  part: `hook, intro, introduction, outro, cta, call to action, body, main, main content, main body, main part, opening, opening scene, closing, closing scene, final scene, ending, conclusion, climax, transition, hook line, opening hook, intro hook, end card, end screen, scene start, scene end, intro music, outro music, fade in, fade out, cut to, cut to black, fade to black, smash cut, script, full script, video script, short script, narration script, voiceover script, teaser, punchline, payoff, closing line, setup`,
  end: 'end, the end, start, begin, credits',
  speech: `narrator, narration, voiceover, voice over, vo, v o, narrator vo, narrator voiceover, narrator voice over,
    voiceover text, voiceover script, narration text, spoken, spoken text, spoken words, spoken line, say, dialogue,
    audio, speaker, host, presenter, speech, line, voice over text, vo script, off screen voice`,
  visual: `visual, visuals, visual cue, visual description, visual prompt, b roll, broll, image, images, image prompt,
    image idea, image description, ai image prompt, picture, footage, stock footage, video prompt, video, camera,
    camera shot, shot description, scene description, setting, screen, on screen, show, animation, illustration, graphic,
    graphics, background, background visual, action, visual suggestion, suggested visual, suggested visuals, photo`,
  screen: `on screen text, onscreen text, text on screen, text overlay, overlay text, overlay, screen text, super,
    title card, lower third, caption, captions, subtitle, subtitles, text on the screen, bold text on screen`,
  sound: `music suggestion, music suggestions, suggested music, recommended music, music recommendation, background music suggestion, suggested background music, sound suggestion, suggested sound, audio suggestion, suggested audio, trending audio, trending sound, music idea, music style, music vibe, music mood, background track, suggested track, music, background music, sfx, sound, sound effect, sound effects, sounds, sound fx, audio cue, music cue, bgm,
    soundtrack, applause, whoosh, beat drop, jingle, ambient sound, sound design, laugh track, upbeat music`,
  text: 'text',
  hashtags: 'hashtags, hashtag, tags, suggested hashtags, suggested tags, recommended hashtags',
  title: `title, video title, script title, title idea, suggested title, youtube title, tiktok script, shorts script,
    youtube shorts script, youtube short script, reel script, video script title, short title`,
  description: `description, video description, post caption, suggested caption, caption for the post, post text,
    youtube description`,
  about: `thumbnail idea, thumbnail suggestion, thumbnail concept, best time to post, posting time, reading time, speaking time, estimated time, estimated word count, content type, hook type, niche, series, font, fonts, color palette, colour palette, editing style, editing tip, editing tips, editing note, production tip, production tips, filming tip, filming tips, delivery notes, voice style, voice tone, speaking style, duration, total duration, length, video length, total length, runtime, total runtime, estimated runtime, estimated
    length, estimated duration, target length, target audience, audience, tone, platform, word count, total words, aspect
    ratio, format, style, visual style, topic, genre, time, timing, timestamp, notes, note, production notes,
    director's note, editing notes, pacing, mood, keywords, thumbnail, thumbnail text, scene number, timecode`,
  seconds: 's, sec, secs, second, seconds, min, mins, minute, minutes',
  numbers: 'one, two, three, four, five, six, seven, eight, nine, ten, first, last, final',
  here: `here's, here’s, here is, here are, below is, below you'll find, i've written, i’ve written, i wrote, i've put
    together, i’ve put together, this is a, here you go, here it is`,
  work: `script, scripts, voiceover, storyboard, narration, short video, video idea, 30 second, 60 second, 15 second, 45
    second, second video, minute video, reel, tiktok, youtube short, here you go, here it is, version, draft`,
  offer: `want me to, would you like me to, do you want me to, let me know if you'd like, let me know if you’d like, let me
    know if you want, let me know if you need, i can also, feel free to adjust, feel free to edit, feel free to tweak,
    feel free to modify, feel free to customize, if you'd like i can, if you’d like i can, if you want i can, shall i
    make, shall i write, should i make, should i write, i hope this helps, hope this helps, would you like any changes,
    would you like a different`,
  pointer: `read more, learn more, find out more, more at, more info, see, visit, check out, check it out, go to, click,
    source, sources, link, links, full article, download, sign up, order, find us, follow us, more information, or, and,
    available, details, watch`,
  before:
    'at, on, from, via, in, under, to, or, and, is, here, with, by, of, visit, see, through, for, the, our, my',
  keepsHyphen: `well, self, half, ex, non, vice, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, mother,
    father, brother, sister, all, so, good, hard, cross, left, right, part, full, old, long, low, brand, state, up, check,
    follow, real, user, eye, open, old, data, world`,
  afterHyphen:
    'and, or, to, in, of, the, aged, based, free, friendly, old, known, term, level, like, made, scale, year',
};
