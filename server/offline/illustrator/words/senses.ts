/**
 * English words with several senses: `word: motif if neighbour neighbour; motif if neighbour; motif`; verbs have a "to". The first sense that
 * has a neighbour (as lemma) anywhere in the text is meant, the last part without "if" otherwise; `nothing` draws none.
 */
export const SENSES = `
goal: soccer-ball if football soccer kick keeper goalkeeper league striker penalty score match; bullseye
oil: oil-drum if crude barrel petroleum drill opec tanker spill refinery field price; olive if olive; cooking if fry pan garlic cook heat burn hot burning; artist-palette if paint painting canvas; mechanic if engine car change motor; nothing
seal: seal if ice sea ocean fish breath beach swim arctic pup whale shark penguin fur water animal coast zoo clap dive hunt; nothing
direction: compass if map north south lost travel sail navigate compass walk; nothing
bank: nothing if river stream fish lake; bank
bat: bat if cave night fly wing vampire hang blood insect mammal echo dark roost; baseball if baseball ball hit swing cricket pitcher; nothing
mouse: computer-mouse if computer click keyboard web screen cursor wireless invent software desk desktop; mouse
spring: blossom if season flower bloom winter day garden plant bird april march may tree grow; nothing
match: fire if burn light fire strike stick friction flame candle box; soccer-ball if football soccer goal; tennis if tennis; trophy if win team play player game lose final champion; nothing
light: sun if sun day morning; star if star; vertical-traffic-light if traffic red green; light-bulb if bulb lamp switch turn electric room off; nothing
traffic light: vertical-traffic-light
apple: mobile-phone if iphone charger phone app; laptop if company stock mac software launch law sue steve job founder store device tech microsoft google; red-apple
crane: building-construction if lift building construction steel load wreck tower site build road operator hook; bird if feather wetland marsh bird wing nest migrate; nothing
watch: watch
current: water-wave if river ocean sea swim water boat drift; high-voltage if electric electrical electricity flow battery wire plus circuit volt ampere; nothing
present: wrapped-gift if wrap birthday christmas gift ribbon unwrap santa; nothing
cell: locked if prison jail prisoner inmate; mobile-phone if phone call signal; battery if battery fuel lithium solar; cell
star: star-struck if movie film hollywood pop fame famous rock celebrity; star
pitch: musical-notes if music voice note siren sing sound tone hear ear violin; baseball if baseball pitcher batter throw strike; soccer-ball if football soccer player match grass; tent if tent camp; briefcase if sale investor startup deck client; nothing
pitcher: baseball if baseball throw batter fast strike; nothing
rock: guitar if music band roll concert song guitar listen; rock
ring: telephone if phone call; boxing-glove if box boxer fight; ring if engagement wedding finger gold marry diamond propose marriage hand jewel; nothing
plant: factory if power chemical nuclear worker build coal treatment; potted-plant if water leaf house window indoor pot your balcony; seedling
palm: palm-tree if tree beach coconut tropical island; nothing
nail: hammer if hammer wall wood hang; nail-polish if polish finger manicure; nothing
jam: automobile if traffic; honey-pot if bread strawberry jar toast breakfast; nothing
trunk: elephant if elephant; deciduous-tree if tree bark; automobile if car; nothing
tank: tropical-fish if fish aquarium; fuel-pump if gas fuel petrol; nothing
letter: envelope if arrive deliver open post write mail send stamp envelope love read receive address; nothing
note: memo if study take write read lecture class reread notebook sticky; musical-notes if music sing sound song play piano silence; nothing
bill: receipt if pay electricity monthly restaurant cost rent utility; dollar-banknote if dollar; nothing
court: tennis if tennis; basketball if basketball; judge if rule judge law case trial justice lawyer supreme; nothing
bar: beer-mug if drink beer night bartender; chocolate-bar if chocolate; nothing
virus: laptop if computer software hacker; microbe
web: spider-web if spider fly; globe-with-meridians
bug: laptop if software code program computer fix; bug
shell: egg if egg; spiral-shell if sea beach snail turtle shore; nothing
wave: water-wave if sea ocean beach surf water storm ship shore; nothing
horn: trumpet if brass jazz play; automobile if car honk; nothing
coat: coat if wear winter wool warm buy button jacket; nothing
glass: glasses if read see wear; wine-glass if wine; droplet if water drink; nothing
iron: t-shirt if shirt; nothing
heart: broken-heart if break broken; anatomical-heart if whale animal organ big human beat blood attack pump rate doctor body cardiac disease artery lung stop; red-heart
foot: foot if shoe toe walk sock body wash; nothing
hand: raised-hand if shake tremble clap your his my wash raise soap; nothing
eye: cyclone if storm hurricane; eye
power: electric-plug if off socket plug switch electric; wind-turbine if wind; solar-panel if solar; factory if coal nuclear plant; nothing
party: classical-building if political vote election democrat republican; party-popper
record: musical-notes if vinyl music song album play; trophy if world break hold fastest; nothing
track: locomotive if train rail; musical-notes if song album; nothing
key: key
mirror: mirror
to breathe: lungs if oxygen air deep slow nose exhale lung; nothing
to save: money-bag if dollar money euro bank percent salary month paycheck; nothing
to charge: battery if percent battery phone overnight; nothing
to paint: paintbrush if wall ceiling house door room bridge fence; artist-palette if art artist canvas portrait picture museum masterpiece brush; nothing
to burn: nothing if calorie fat money candle bridge cash time; fire
to read: open-book if book page novel story letter newspaper bible diary poem; nothing
to drive: automobile
to plant: seedling
to clean: soap if hand wash; broom if house room floor kitchen; nothing
to wash: soap if hand face body hair clothes dish shirt skin; nothing
school: nothing if fish; school
degree: thermometer if celsius fahrenheit temperature water hot cold warm heat oven weather; graduation-cap if college university bachelor master student; nothing
chip: french-fries if fish potato salt; desktop-computer if computer silicon phone processor; nothing
port: ship if ship sea harbor container; nothing
fan: nothing
fire: fire
market: chart-increasing if stock crash invest; shopping-cart if buy fruit vegetable food fresh; nothing
stock: pot-of-food if soup broth bone simmer; chart-increasing if market invest price buy broker share; nothing
interest: chart-increasing if compound rate bank savings loan invest percent; nothing
charge: battery if battery phone electric; nothing
cloud: laptop if copy store data server upload backup file passport save; cloud
peak: snow-capped-mountain if mountain climb summit snow hike; nothing
summit: snow-capped-mountain if mountain climb snow hike; nothing
log: wood if fire wood forest burn tree cabin; nothing
bowl: steaming-bowl if soup rice eat; nothing
diamond: gem-stone
pen: fountain-pen
board: chess-pawn if chess pawn queen rook king; nothing
drill: hammer-and-wrench if bit wall hole wood screw; nothing
bit: nothing
head: nothing
headache: face-with-head-bandage
ball: baseball if baseball bat; basketball if basketball hoop; tennis if tennis racket; soccer-ball if football soccer kick; nothing
row: nothing
case: nothing
stage: performing-arts if actor theater play sing concert perform; nothing
rate: nothing
change: nothing
line: nothing
speech: megaphone if give crowd president; speech-balloon
body: nothing
model: robot if language ai; nothing
paper: nothing
film: movie-camera if watch movie director; camera if camera photo shoot exposure roll; nothing
shot: nothing
bell: bell
table: nothing
turkey: nothing
polish: nothing
cast: nothing
lead: nothing
tear: crying-face if cry eye face sad hour; nothing
date: calendar if calendar due deadline; nothing
page: open-book if book read turn; laptop if web site; nothing
scale: balance-scale if weigh weight; nothing
sign: nothing
temple: classical-building
tip: nothing
toast: clinking-glasses if wedding raise champagne; bread
trap: mouse-trap if mouse rat cheese; nothing
bulb: light-bulb if light lamp electric; tulip if plant garden flower; light-bulb
bow: bow-and-arrow if arrow; ribbon if gift ribbon; nothing
boot: hiking-boot
battery: battery
beam: nothing
bolt: high-voltage if lightning; nut-and-bolt if nut screw wrench; nothing
block: nothing
brush: toothbrush if tooth teeth minute; paintbrush if paint wall; nothing
button: nothing
camp: tent
class: student
club: nothing
cold: nothing if coffee drink tea food; snowflake if snow winter ice freeze frost; nothing
court of law: judge
cricket: cricket if insect chirp night grass; cricket-game
dish: fork-and-knife-with-plate if eat cook food; nothing
drop: droplet if water rain liquid; nothing
drum: drum if music beat play band drummer; nothing
fall: fallen-leaf if leaf autumn season tree; nothing
fly: fly
gear: gear if machine engine wheel clock; nothing
grain: sheaf-of-rice if wheat bread rice harvest field; nothing
habit: nothing
jar: honey-pot if honey jam; nothing
lamb: ewe
lime: lime
mark: nothing
mercury: thermometer if thermometer metal; ringed-planet if planet sun orbit; nothing
mint: herb if leaf tea fresh cook; nothing
mole: badger if garden dig underground; nothing
organ: anatomical-heart if transplant body donor donate; musical-keyboard if church music play; nothing
pie: pie
pipe: nothing
pool: person-swimming if swim; nothing
pound: pound-banknote if british sterling pay cost; nothing
pupil: eye if eye light dark; student
ram: ram if sheep horn animal mountain farm; nothing
root: nothing
saw: carpentry-saw if wood cut carpenter tool; nothing
season: nothing
screw: nut-and-bolt
signal: satellite-antenna if radio space antenna; nothing
sink: nothing
sound: musical-notes if music; nothing
space: ringed-planet if planet star rocket orbit galaxy universe; nothing
spell: magic-wand if magic witch wizard cast; nothing
steam: nothing
sun: sun
swift: bird
tap: droplet if water leak drip kitchen; nothing
temperature: thermometer
tie: necktie if wear shirt suit knot office; nothing
tire: wheel
tower: nothing
train: locomotive
trial: judge if court judge law lawyer; nothing
type: nothing
wheel: wheel
wind: wind-face
world: globe-showing-europe-africa
heat: nothing if low high medium fry cook turn; thermometer
breath: nothing if hold; lungs
dust: broom if clean sweep wipe vacuum shelf; nothing
code: nothing if phone share text message sms bank cell dna gene body dress building criminal law honor secret; laptop
waste: wastebasket if bin trash plastic recycle food; nothing
drink: hot-beverage if hot warm; beer-mug if beer alcohol drunk; cup-with-straw
paint: paintbrush if wall ceiling brush house door; artist-palette
tea: hot-beverage
dream: thought-balloon
cup: trophy if world win football; hot-beverage
bottle: baby-bottle if baby milk; wine-glass if wine; nothing
alarm: alarm-clock if wake morning ring sleep snooze early bed; police-car-light if fire smoke house burglar evacuate outside bank; nothing
screen: mobile-phone if phone scroll tap touch; desktop-computer
planet: ringed-planet if saturn jupiter orbit star solar system telescope ring mars venus mercury neptune uranus space sun gas moon rocky distant; globe-showing-europe-africa
chance: game-die if odds percent lottery dice probability luck roll casino; nothing
loss: chart-decreasing if stock market money company business quarter profit investor; nothing
decline: chart-decreasing if stock market sales economy business profit; nothing
deal: handshake if business contract sign negotiate company partner merger offer; nothing
race: person-running if run runner finish marathon track sprint athlete; racing-car if car driver formula lap; horse if horse jockey; nothing
flight: nothing if stair fight response; airplane
cable: nothing if bridge; electric-plug
spirit: ghost if haunt ghost dead house evil ghostly; nothing
fight: crossed-swords if sword knight gladiator samurai; boxing-glove if boxer ring punch box round; nothing
order: shopping-bags if online amazon delivery shop store package customer; nothing
sale: shopping-bags if shop store discount price black friday customer; nothing
raise: money-bag if salary boss ask pay work employer spend; nothing
right: balance-scale if human civil legal law vote constitution tenant worker; nothing
couple: nothing if of; people
impact: collision if asteroid crater comet meteor; nothing
plate: nothing if tectonic license metal steel continent earthquake; fork-and-knife-with-plate
blade: nothing if grass; kitchen-knife
engagement: ring if ring wedding propose diamond couple fiance; nothing
proposal: ring if marry marriage wedding knee diamond; nothing
scroll: scroll if ancient papyrus dead sea read parchment; mobile-phone if phone feed thumb endless app; nothing
shower: cloud-with-rain if rain thunder cloud; shower
sake: sake if drink rice japan japanese warm; nothing
vessel: nothing if blood; ship
nerve: neuron if body brain cell signal spine pain skin end nervous muscle doctor; nothing
spark: high-voltage if electric plug wire socket; fire if fire flame; nothing
angle: triangular-ruler if degree triangle right geometry math; nothing
measure: nothing
length: nothing
penalty: soccer-ball if kick goal goalkeeper football soccer; nothing
checkout: shopping-cart if store shop cart supermarket cashier; nothing
reception: antenna-bars if phone signal bar wifi; nothing
display: desktop-computer if computer screen pixel monitor resolution; nothing
probe: satellite if space planet mars jupiter nasa orbit launch; nothing
wish: nothing
future: crystal-ball if predict prediction fortune; nothing
reflection: mirror if mirror glass face window; nothing
stain: nothing
extinction: dodo if dodo; nothing
leak: nothing if data company document secret; droplet
queen: chess-pawn if chess board pawn rook checkmate bishop; honeybee if bee hive colony egg lay; princess
king: chess-pawn if chess board pawn rook checkmate bishop; person-with-crown
pawn: chess-pawn if chess board queen rook king piece opponent; nothing
rook: chess-pawn if chess board queen king pawn sacrifice move; nothing
opponent: chess-pawn if chess board move; boxing-glove if punch ring box; nothing
trust: handshake if handshake business partner; nothing
history: scroll if ancient empire century roman rewrite; nothing
pulse: anatomical-heart if heart beat wrist doctor rate; nothing
tide: nothing if turn; water-wave
ball of wax: nothing
piece of cake: nothing
storage: floppy-disk if disk data computer drive; nothing
balance: balance-scale if work life justice; nothing
wonder: nothing
pain: nothing
post: nothing if fence goal lamp; envelope if mail letter stamp; mobile-phone if instagram social media like follower share; nothing
feed: mobile-phone if scroll instagram social phone algorithm; nothing
bridge: nothing if nose tooth dental gap; bridge
bat signal: nothing
cap: billed-cap if baseball wear head; nothing
collar: nothing
skin: nothing
crown jewel: gem-stone
to order: pizza if pizza; shopping-bags if online amazon; nothing
to fly: airplane if airport plane pilot ticket airline jet passenger seat airplane; nothing
to cut: scissors if hair paper cloth fabric scissors; kitchen-knife if knife onion vegetable meat bread slice; nothing
to brush: toothbrush if tooth teeth; nothing
to shoot: bow-and-arrow if arrow bow; nothing
to call: telephone if phone desk police mother mom number ambulance; nothing
to run: person-running if mile marathon kilometer shoe race morning jog faster; nothing
to ring: telephone if phone; bell if bell; alarm-clock if alarm; nothing
to build: building-construction if house tower city brick skyscraper; nothing
to break: nothing
to ride: bicycle if bike bicycle; horse if horse; nothing
to vote: ballot-box-with-ballot
to hack: laptop
to type: keyboard
to knit: yarn
to sew: thread
to mine: pick if gold coal diamond silver
to dig: hammer-and-pick if ground hole soil earth tunnel grave bury; nothing
to bury: nothing
to bloom: blossom
to melt: ice if ice snow glacier; nothing
to freeze: ice if water ice river lake cold winter temperature; nothing
to heat: nothing
to code: laptop
to fish: fishing-pole
to knock: door
`;
