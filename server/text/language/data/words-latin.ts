/**
 * Common words of languages in Latin letters, lower case: articles, pronouns, prepositions, question words, and what
 * stands in titles ("how", "best", "tips"). A word that several languages share stands with each of them and counts less.
 */
export const LATIN_WORDS: Readonly<Record<string, string>> = {
  es: `el la los las de del que y por qué para cómo como es un una unos unas en se no con su al lo más pero cuando cuándo quién
    dónde donde son está están tu mi hay porque si sí muy este esta estos esta tiene tienen ser sin sobre también ya todo todos nada
    cada hacer hace haz puedes mejor mejores consejos receta recetas fácil fáciles historia misterio vida casa día días años tiempo
    trucos secretos rápido rápida dormir dinero ahorrar niños agua gatos perros mundo cosas ejercicios razones`,
  pt: `o os a as e é não uma um uns do da dos das de por como que em são para com no na nos nas se mais você vocês quando onde quem
    porque seu sua seus ao aos à às foi tem têm sem sobre também já tudo todo nada cada fazer faz pode melhor melhores dicas receita
    receitas fácil história vida casa dia dias anos tempo dormir dinheiro crianças água gatos mundo coisas exercícios isso este esta
    muito depois até segredos`,
  gl: `o os a as e é non unha un do da dos das de por como que en son para con no na nos nas se máis cando onde quen porque seu súa
    ao aos ás foi ten teñen sen sobre tamén xa todo nada cada facer fai pode mellor mellores receita vida casa día días anos tempo
    durmir diñeiro cartos nenos auga isto moito despois ata consellos xente lingua cociña aforrar historia`,
  ca: `el la els les de del dels que i per què com és un una uns unes en es no amb seu al als més però quan qui on són està hi ha
    perquè si molt aquest aquesta té tenen sense sobre també ja tot tots res cada fer fa pot millor millors consells recepta
    història vida casa dia dies anys temps dormir diners nens aigua gats món coses l d estalviar a`,
  fr: `le la les des de du et est pourquoi comment un une que qui dans sont en au aux pas pour ce cette ces il elle nous vous on
    avec sur ne se plus quand où quoi je tu son sa ses leur leurs ont sans aussi tout tous toute rien chaque faire fait peut mieux
    meilleur meilleurs meilleure astuces conseils recette recettes facile histoire vie maison jour jours ans temps dormir argent
    enfants eau chats monde choses c d l qu j n s notre votre mes mon ma trois à dix cinq trucs`,
  it: `il lo la i gli le e è ed perché come un uno una di che non sono del dello della dei degli delle in si con per nel nella nei
    quando dove chi cosa più anche questo questa ha hanno da dal al alla ai agli a senza su sul tutto tutti niente ogni fare fa può
    meglio migliore migliori consigli ricetta ricette facile facili storia vita casa giorno giorni anni tempo dormire soldi
    bambini acqua gatti mondo cose segreti mio tuo suo essere ecco`,
  ro: `și si de la în pe cu nu este e sunt un o una unei ale al a cum ce care pentru din mai că să se când unde cine despre fără
    este au are fi cel cea cei cele foarte tot toate nimic fiecare face poate bun bune sfaturi rețetă rețete istoria viața casă
    zi zile ani timp somn bani copii apă pisici lume lucruri lui ei lor te ne îți economisești`,
  de: `der die das und ist warum wieso wie ein eine einen einem einer nicht den dem des von zu zum zur mit was wir ich es im in auf
    für sich sind wer wo wenn auch als an werden wird haben hat aus bei nach sie er man so ohne über unter gegen alles nichts
    jeder jede jeden machen macht kann besser beste besten tipps rezept rezepte einfach geschichte leben haus tag tage jahre zeit
    schlafen schlaf geld sparen kinder wasser katzen welt dinge fünf drei zehn am vom dein deine mein meine`,
  nl: `de het een en van waarom hoe is niet dat wat zijn op te voor met je we ik ze er aan ook als bij naar om uit door over wordt
    worden deze dit die heeft hebben maar zonder alles niets elke elk maken maakt kan beter beste tips recept recepten makkelijk
    geschiedenis leven huis dag dagen jaar tijd slapen slaap geld kinderen water katten wereld dingen jouw jij mijn onze zo in
    wie waar wanneer`,
  af: `die van en is nie wat hoe om te vir met jou ons ek hulle sy hy dit daar hierdie aan as by na op uit deur oor word het
    sonder alles niks elke maak kan beter beste wenke resep maklik geskiedenis lewe huis dag dae jaar tyd slaap geld kinders
    katte wêreld dinge hoekom waarom so in wie waar wanneer sê jy my was nuwe bietjie baie
    opsy mens mense kry`,
  sv: `och att det är som en ett på varför hur inte av för med den till har vi de jag kan om när från du din ditt dina utan över
    under allt inget varje göra gör bättre bästa tips recept lätt historia livet hus dag dagar år tid sova sömn pengar barn
    vatten katter världen saker i så blir vad vem var också eller men man mer fem sätt`,
  nb: `og å det er som en et på hvorfor hvordan ikke av for med den til har vi de jeg kan om når fra du din ditt dine uten over
    under alt ingenting hver gjøre gjør bedre beste råd tips oppskrift enkel historie historien livet hus dag dager år tid sove
    søvn penger barn vann katter verden ting i så blir hva hvem hvor også eller men slik etter mer fem måter bli`,
  da: `og at det er som en et på hvorfor hvordan ikke af for med den til har vi de jeg kan om når fra du din dit dine uden over
    under alt intet hver gøre gør bedre bedste råd tips opskrift let historie historien livet hus dag dage år tid sove søvn penge
    børn vand katte verden ting i så bliver hvad hvem hvor også eller men sådan efter mere fem måder blive mig dig`,
  is: `og að það er sem á af hverju hvernig ekki fyrir með til hefur við ég getur um þegar frá þú þinn án yfir undir allt ekkert
    hver gera gerir betri bestu ráð uppskrift saga sögu líf hús dagur ár tími sofa svefn peninga börn vatn kettir heimur í
    hvað hvar eða en ef eru þetta sinn`,
  fi: `ja on ei se että miksi miten kuinka mikä mitä kuka missä milloin kun jos tai mutta myös ilman yli kaikki jokainen tehdä
    tekee paras parhaat parempi parempaan vinkit vinkkejä resepti helppo historia tarina elämä talo päivä päivää vuosi vuotta
    aika nukkua uni rahaa lapset lapsille vesi kissat maailma asiat ovat oli sen hän minä sinä me te he voi näin`,
  et: `ja on ei see et miks kuidas mis kes kus millal kui või aga ka ilma üle kõik iga teha teeb parim parimad parem paremaks
    nõuanded nõuandeid retsept lihtne ajalugu lugu elu maja päev päeva aasta aeg magada uni raha lapsed vesi kassid maailm
    asjad olid oli selle tema mina sina meie teie saab nii`,
  hu: `a az és hogy nem is egy van miért hogyan mi mit ki hol mikor ha vagy de meg csak már még ez azt nélkül minden semmi csinál
    jobb legjobb tippek recept könnyű története történet élet ház nap év idő aludni alvás alváshoz pénz pénzt gyerekek víz
    macskák világ dolgok nak nek ban ben lehet így mert öt`,
  lt: `ir yra ne kaip kodėl kas ką kur kada jei ar bet taip pat be per visi viskas kiekvienas daryti geriausias geriausi geresnis
    geresniam patarimai receptas lengvas istorija gyvenimas namas diena dienos metai laikas miegoti miegas miegui pinigai pinigų
    vaikai vanduo katės pasaulis dalykai su iš į už apie nuo iki tai jis ji mes jūs gali`,
  lv: `un ir nav kā kāpēc kas ko kur kad ja vai bet arī bez par visi viss katrs darīt labākais labākie labāks labākam padomi
    recepte viegli vēsture dzīve māja diena dienas gads laiks gulēt miegs miegam nauda naudu bērni ūdens kaķi pasaule lietas ar
    no uz pie līdz tas viņš viņa mēs jūs var`,
  pl: `i w we nie na się jest że dlaczego jak co to z ze do są czy dla po od ma przez ale tak o u za kto gdzie kiedy jeśli albo
    bez nad pod wszystko nic każdy robić robi może lepszy lepiej najlepsze najlepszy porady sposoby przepis przepisy łatwy
    historia życie dom dzień dni rok lat czas spać sen pieniądze pieniędzy dzieci woda koty świat rzeczy oraz jego jej ich
    być pięć trzy`,
  cs: `a v ve ne na se je že proč jak co to z ze do jsou zda pro po od má ale tak o u za kdo kde kdy jestli nebo bez nad pod
    všechno nic každý dělat dělá může lepší lépe nejlepší tipy recept recepty snadný historie život dům den dny rok let čas spát
    spánek peníze peněz děti voda kočky svět věci který která být pět tři si jsem byl při`,
  sk: `a v vo ne na sa je že prečo ako čo to z zo do sú či pre po od má ale tak o u za kto kde kedy ak alebo bez nad pod všetko
    nič každý robiť robí môže lepší lepšie najlepší najlepšie tipy recept recepty ľahký história život dom deň dni rok rokov čas
    spať spánok peniaze peňazí deti voda mačky svet veci ktorý ktorá byť päť tri si som bol pri`,
  sl: `in v na se je da zakaj kako kaj to z s do so ali za po od ima pa tudi o pri kdo kje kdaj če brez nad pod vse nič vsak
    delati lahko boljši bolje najboljši najboljše nasveti recept recepti zgodovina zgodba življenje hiša dan dni leto let čas
    spati spanec denar denarja otroci voda mačke svet stvari ki ne ni biti pet tri ter kot ste smo`,
  hr: `i u na se je da zašto kako što to s sa do su li za po od ima ali o pri tko gdje kada ako ili bez nad pod sve ništa svaki
    raditi može bolji bolje najbolji najbolje savjeti recept recepti povijest priča život kuća dan dana godina vrijeme spavati
    san novac novca djeca voda mačke svijet stvari koji koja biti pet tri nije te kao ne lijepo tisuća kruh vlak tjedan kava
    mjesec mjeseca mjesto dio riječ vjera prije poslije ovdje uvijek ljeto svakog`,
  bs: `i u na se je da zašto kako šta što to s sa do su li za po od ima ali o pri ko gdje kada ako ili bez nad pod sve ništa svaki
    raditi može bolji bolje najbolji najbolje savjeti recept recepti historija priča život kuća dan dana godina vrijeme spavati
    san novac novca djeca voda mačke svijet stvari koji koja biti pet tri nije te kao ne kahva kafa hiljada hljeb voz sedmica
    trebate mjesec mjeseca mjesto dio riječ vjera prije poslije ovdje uvijek ljeto svakog`,
  'sr-Latn': `i u na se je da zašto kako šta to s sa do su li za po od ima ali o pri ko gde kada ako ili bez nad pod sve ništa
    svaki raditi može bolji bolje najbolji najbolje saveti recept recepti istorija priča život kuća dan dana godina vreme spavati
    san novac novca deca voda mačke svet stvari koji koja biti pet tri nije te kao ne lepo hiljada hleb voz nedelja kafa mleko
    mesec meseca mesto deo reč vera pre posle ovde uvek leto svakog`,
  sq: `dhe të e i në një për me që nga si pse çfarë kush ku kur nëse ose por pa mbi gjithçka asgjë çdo bën bëjnë mund më mirë
    mira mirë këshilla këshillat recetë historia jeta shtëpi dita ditë vit vjet koha fle gjumë para paratë fëmijët uji macet bota
    gjërat është janë kanë ka nuk së do shumë kjo ky ju`,
  mt: `il l u ta li fi ma għal minn biex kif għaliex x xi min fejn meta jekk jew imma mingħajr fuq kollox xejn kull tagħmel jista
    aħjar l-aħjar pariri riċetta storja istorja ħajja dar jum jiem sena snin ħin irqad flus tfal ilma qtates dinja affarijiet
    huwa hija huma dan din mhux tal bil fil mill għandek int`,
  tr: `ve bir bu neden nasıl ne için ile de da mı mi mu olan gibi çok daha var yok değil en ya veya ama kim nerede zaman eğer
    sonra her şey hiçbir yapmak yapılır yapar iyi ipuçları tarif tarifi tarifleri kolay tarihi hikayesi hayat ev gün yıl uyku
    uyumak para çocuklar su kediler dünya şeyler ben sen biz siz olur nedir kadar beş`,
  az: `və bir bu niyə necə nə üçün ilə də da mı olan kimi çox daha var yox deyil ən ya amma kim harada zaman əgər sonra hər şey
    heç etmək olar edir yaxşı məsləhətlər resept asan tarixi həyat ev gün il yuxu yatmaq pul uşaqlar su pişiklər dünya mən sən
    biz siz olur nədir qədər beş`,
  uz: `va bir bu nega qanday nima uchun bilan ham mi bo'lgan kabi juda yana bor yo'q emas eng yoki lekin kim qayerda qachon agar
    keyin har hech qilish mumkin qiladi yaxshi maslahatlar retsept oson tarixi hayot uy kun yil uyqu uxlash pul pulni bolalar suv
    mushuklar dunyo men sen biz siz bo'ladi qadar besh oʻzbek uni`,
  eo: `la kaj estas de en al kun por kiel kial kio kiu kie kiam ĉu se aŭ sed sen super ĉio nenio ĉiu fari faras povas pli plej bona
    bonaj konsiloj recepto facila historio vivo domo tago tagoj jaro tempo dormi dormo mono monon infanoj akvo katoj mondo aĵoj
    ne oni mi vi li ŝi ni ili tiu ĉi pri el`,
  eu: `eta da ez bat nola zergatik zer nor non noiz baina ere edo gabe buruz guztiak ezer egin egiten dute du dira hobe hobeto
    onena onenak aholkuak errezeta erraza historia istorioa bizitza etxe etxean egun urte denbora lo egiteko dirua haurrak ur
    katuek katuak mundua gauzak hau hori bere gure zure izan bost`,
  cy: `y yr a i o yn ar am mae sut pam beth pwy ble pryd os neu ond heb dros popeth dim pob gwneud gall gwell gorau cyngor awgrymiadau
    rysáit hawdd hanes stori bywyd tŷ dydd diwrnod blwyddyn amser cysgu cwsg arian plant dŵr cathod byd pethau gyda gan yw ydy
    bod wedi eich fy ei gyfer canu`,
  ga: `agus an na is tá níl go ag ar le do i conas cén cad cé cá cathain má nó ach gan faoi gach déanamh féidir níos fearr is
    leideanna oideas éasca stair scéal saol teach lá laethanta bliain am codladh airgead páistí uisce cait domhan rudaí sé sí
    mé tú sin seo fáth bíonn a mbíonn chun`,
  id: `dan yang di ke dari untuk dengan ini itu adalah cara kenapa mengapa apa siapa mana kapan jika atau tapi tetapi juga tanpa
    tentang semua setiap membuat bisa lebih baik terbaik tips resep mudah sejarah cerita hidup rumah hari tahun waktu tidur uang
    anak air kucing dunia hal tidak bukan saya kamu kita anda akan sudah menghemat karena agar saat gratis gampang ampuh nyenyak
    sehat cokelat bahwa`,
  ms: `dan yang di ke dari daripada untuk dengan ini itu adalah ialah cara kenapa mengapa apa siapa mana bila jika atau tetapi juga
    tanpa tentang semua setiap membuat boleh lebih baik terbaik petua resipi mudah sejarah cerita hidup rumah hari tahun masa
    tidur wang duit anak air kucing dunia perkara tidak bukan saya awak kita anda akan sudah menjimatkan kerana agar percuma
    lena sihat coklat bahawa tak`,
  sw: `na ya wa kwa ni katika za la cha vya kwamba jinsi kwanini nini nani wapi lini kama au lakini pia bila juu yote kila kufanya
    inaweza bora zaidi vizuri vidokezo mapishi rahisi historia hadithi maisha nyumba siku mwaka wakati kulala usingizi pesa fedha
    watoto maji paka dunia mambo hii hiyo yako yangu wetu si kuwa tano`,
  tl: `ang ng sa mga at na ay para paano bakit ano sino saan kailan kung o pero din rin walang tungkol lahat bawat gawin pwede mas
    mabuti pinakamahusay tip resipe madali kasaysayan kwento buhay bahay araw taon oras matulog tulog pera bata tubig pusa mundo
    bagay hindi ako ikaw tayo kayo ito iyan may`,
  vi: `và của là có cho không được một những các này khi với để vì sao tại thế nào cách gì ai đâu nếu hoặc nhưng cũng về mọi mỗi
    làm nhất hơn tốt mẹo công thức dễ lịch sử câu chuyện nhà ngày năm thời gian ngủ ngon tiền trẻ em nước mèo điều trong bạn tôi
    ra vào từ đi lên`,
};
