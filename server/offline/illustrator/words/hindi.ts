/** Hindi words and the motif that stands for each: `motif: word, word`. */
export const HINDI = `
octopus: ऑक्टोपस, अष्टबाहु
anatomical-heart: दिल, हृदय, धड़कन
red-heart: प्यार, प्रेम
drop-of-blood: खून, रक्त
brain: दिमाग, मस्तिष्क, याददाश्त
lungs: फेफड़ा, साँस
bone: हड्डी
eye: आँख, आंख
ear: कान
tooth: दाँत, दांत
flexed-biceps: मांसपेशी, ताकत, शक्ति
cell: कोशिका
dna: जीन, डीएनए
microbe: जीवाणु, बैक्टीरिया, वायरस
pill: दवा, दवाई
syringe: टीका
stethoscope: डॉक्टर, चिकित्सक
panda: पांडा
dog: कुत्ता
cat: बिल्ली
bird: पक्षी, चिड़िया
fish: मछली
shark: शार्क
spouting-whale: व्हेल
dolphin: डॉल्फिन
turtle: कछुआ
penguin: पेंगुइन
elephant: हाथी
lion: शेर, सिंह
tiger: बाघ
bear: भालू
wolf: भेड़िया
fox: लोमड़ी
rabbit: खरगोश
monkey: बंदर
horse: घोड़ा
cow: गाय
goat: बकरी
ewe: भेड़
camel: ऊँट, ऊंट
chicken: मुर्गी
duck: बत्तख
frog: मेंढक
snake: साँप, सांप
honeybee: मधुमक्खी
butterfly: तितली
ant: चींटी
spider: मकड़ी
sauropod: डायनासोर
owl: उल्लू
peacock: मोर
eagle: बाज, चील
mouse: चूहा
giraffe: जिराफ
sunflower: फूल, सूरजमुखी
lotus: कमल
rose: गुलाब
deciduous-tree: पेड़, वृक्ष
seedling: पौधा, बीज
leaf-fluttering-in-wind: पत्ता, पत्ती
mushroom: मशरूम
sun: सूरज, सूर्य, धूप
crescent-moon: चाँद, चांद, चंद्रमा
star: तारा, सितारा
ringed-planet: ग्रह, शनि
globe-showing-asia-australia: पृथ्वी, धरती, दुनिया
rocket: रॉकेट, अंतरिक्ष यान
satellite: उपग्रह
astronaut: अंतरिक्ष यात्री
telescope: दूरबीन
black-hole: ब्लैक होल
cloud: बादल
cloud-with-rain: बारिश, वर्षा
high-voltage: बिजली
snowflake: बर्फ
rainbow: इंद्रधनुष
fire: आग
droplet: पानी, बूँद, जल
water-wave: लहर
volcano: ज्वालामुखी
mountain: पहाड़, पर्वत
rock: पत्थर, चट्टान
gem-stone: हीरा, रत्न
bread: रोटी, ब्रेड
cooked-rice: चावल
hot-beverage: चाय, कॉफ़ी, कॉफी
red-apple: सेब
banana: केला
mango: आम
lemon: नींबू
hot-pepper: मिर्च
cheese-wedge: पनीर
egg: अंडा
candy: मिठाई, चीनी
chocolate-bar: चॉकलेट
glass-of-milk: दूध
honey-pot: शहद
salt: नमक
money-bag: पैसा, धन, रुपया
coin: सिक्का, सोना
bank: बैंक
chart-increasing: अर्थव्यवस्था, विकास
robot: रोबोट
laptop: कंप्यूटर, लैपटॉप
mobile-phone: फोन, मोबाइल
globe-with-meridians: इंटरनेट
light-bulb: बल्ब, विचार, आविष्कार
battery: बैटरी
magnet: चुंबक
gear: मशीन
atom-symbol: परमाणु
test-tube: रसायन
microscope: सूक्ष्मदर्शी, प्रयोगशाला
scientist: वैज्ञानिक
books: किताब, पुस्तक
school: स्कूल, विद्यालय
teacher: शिक्षक, अध्यापक
student: छात्र
pencil: पेंसिल
musical-notes: संगीत, गाना
cricket-game: क्रिकेट
soccer-ball: फुटबॉल
trophy: जीत, सफलता
person-running: दौड़
automobile: कार, गाड़ी
locomotive: रेलगाड़ी, ट्रेन
airplane: हवाई जहाज, विमान
ship: जहाज
sailboat: नाव
bicycle: साइकिल
house: घर, मकान
office-building: इमारत
castle: किला
pyramid: पिरामिड
lighthouse: प्रकाशस्तंभ
hourglass-done: समय
alarm-clock: घड़ी
bed: बिस्तर, नींद
thought-balloon: सपना
key: चाबी
old-key: रहस्य, राज
locked: ताला, सुरक्षा
red-question-mark: सवाल, प्रश्न, क्यों
warning: खतरा
crown: राजा, मुकुट
shield: युद्ध, सैनिक
envelope: चिट्ठी, पत्र
baby: शिशु
child-standing: बच्चा
people: लोग, मनुष्य, इंसान
smiling-face-with-smiling-eyes: खुशी
crying-face: दुख, आँसू
angry-face: गुस्सा
astonished-face: आश्चर्य, हैरान
camera: कैमरा
wrapped-gift: उपहार
diya-lamp: दीपावली, दिवाली, दीया
party-popper: त्योहार, उत्सव
scroll: इतिहास
kite: पतंग
umbrella-with-rain-drops: छाता
`;
