/** Arabic words and the motif that stands for each: `motif: word, word`. The article is stripped before a look-up. */
export const ARABIC = `
octopus: أخطبوط
anatomical-heart: قلب, نبض
red-heart: حب
drop-of-blood: دم
brain: دماغ, مخ, عقل, ذاكرة
lungs: رئة, تنفس
bone: عظم, عظام
eye: عين, عيون
ear: أذن
tooth: سن, أسنان
flexed-biceps: عضلة, عضلات, قوة
cell: خلية, خلايا
dna: جين, جينات, وراثة
microbe: بكتيريا, فيروس, جرثومة
pill: دواء
syringe: لقاح
stethoscope: طبيب, طب
panda: باندا
dog: كلب
cat: قط, قطة
bird: طائر, عصفور, طيور
fish: سمك, سمكة
shark: قرش
spouting-whale: حوت
dolphin: دلفين
jellyfish: قنديل البحر
turtle: سلحفاة
penguin: بطريق
elephant: فيل
lion: أسد
tiger: نمر
bear: دب
wolf: ذئب
fox: ثعلب
rabbit: أرنب
monkey: قرد
horse: حصان, خيل
cow: بقرة
ewe: خروف, غنم
goat: ماعز
camel: جمل, إبل, جمال
chicken: دجاجة, دجاج
duck: بطة
frog: ضفدع
snake: ثعبان, أفعى
honeybee: نحلة, نحل
butterfly: فراشة
ant: نملة, نمل
spider: عنكبوت
sauropod: ديناصور
owl: بومة
eagle: نسر, صقر
mouse: فأر
giraffe: زرافة
scorpion: عقرب
sunflower: زهرة, زهور, وردة
deciduous-tree: شجرة, أشجار
palm-tree: نخلة, نخيل
seedling: نبات, نبتة, بذرة
leaf-fluttering-in-wind: ورقة
mushroom: فطر
cactus: صبار
sun: شمس, ضوء الشمس
crescent-moon: قمر, هلال
star: نجم, نجمة, نجوم
ringed-planet: كوكب, زحل
globe-showing-europe-africa: أرض, عالم
rocket: صاروخ, مركبة فضائية
satellite: قمر صناعي
astronaut: رائد فضاء
telescope: تلسكوب
black-hole: ثقب أسود
cloud: سحابة, غيمة
cloud-with-rain: مطر
high-voltage: برق, كهرباء
snowflake: ثلج
rainbow: قوس قزح
fire: نار
droplet: ماء, قطرة
water-wave: موجة, أمواج
volcano: بركان
mountain: جبل, جبال
rock: صخرة, حجر
gem-stone: ألماس, جوهرة
bread: خبز
cooked-rice: أرز
hot-beverage: قهوة, شاي
red-apple: تفاحة, تفاح
banana: موز
lemon: ليمون
tangerine: برتقال
hot-pepper: فلفل
cheese-wedge: جبن
egg: بيضة, بيض
candy: حلوى, سكر
chocolate-bar: شوكولاتة
glass-of-milk: حليب
honey-pot: عسل
salt: ملح
money-bag: مال, أموال, نقود
coin: عملة, ذهب
bank: بنك
chart-increasing: اقتصاد, نمو
robot: روبوت, ذكاء اصطناعي
laptop: حاسوب, كمبيوتر
mobile-phone: هاتف, جوال
globe-with-meridians: إنترنت, شبكة
light-bulb: مصباح, فكرة, اختراع
battery: بطارية
magnet: مغناطيس
gear: آلة, ترس
atom-symbol: ذرة
test-tube: كيمياء
microscope: مجهر, مختبر
scientist: عالم الأحياء, علماء
books: كتاب, كتب
school: مدرسة
teacher: معلم
student: طالب
pencil: قلم
musical-notes: موسيقى, أغنية
soccer-ball: كرة القدم, كرة
trophy: كأس, فوز, نجاح
person-running: عداء, جري
automobile: سيارة
locomotive: قطار
airplane: طائرة
ship: سفينة
sailboat: قارب
bicycle: دراجة
house: بيت, منزل
office-building: برج, ناطحة سحاب
castle: قلعة
pyramid: هرم, أهرام, أهرامات
lighthouse: منارة
mosque: مسجد
hourglass-done: وقت, زمن
alarm-clock: ساعة
bed: سرير, نوم
thought-balloon: حلم, أحلام
key: مفتاح
old-key: سر, أسرار
locked: قفل, أمان
red-question-mark: سؤال, لماذا
warning: خطر
crown: تاج, ملك
shield: حرب, جندي
envelope: رسالة, بريد
baby: رضيع
child-standing: طفل, أطفال
people: ناس, بشر
smiling-face-with-smiling-eyes: سعادة, فرح
crying-face: حزن, بكاء
angry-face: غضب
astonished-face: مفاجأة, دهشة
compass: بوصلة
camera: كاميرا, صورة
wrapped-gift: هدية
party-popper: عيد, احتفال
scroll: تاريخ
umbrella-with-rain-drops: مظلة
`;
