/**
 * What a text of another language speaks of beside its point, drawn only where it names no thing (see ../asides.ts): for each
 * language `motif: word, word`, the words as they are written; a motif that stands further up is taken first.
 */
export const ASIDES_ABROAD: Readonly<Record<string, string>> = {
  de: `
raised-hand: hand, hände
slightly-smiling-face: gesicht
person-curly-hair: haar, haare
person-standing: haut, körper, rücken, schulter, schultern, nacken, knie, mensch, nachbar, nachbarin, fremder, fremde, kollege, kollegin, kunde, kundin, gast, gäste, freund, freundin, anfänger, experte, gewinner, verlierer, betrüger, jemand, erwachsene
money-bag: gehalt, lohn, preis, kosten, miete, gebühr, vermögen, rente, kostet, bezahlt, bezahlen, zahlt, zahlen, spart, sparen
shushing-face: stille, schweigen
speech-balloon: gespräch, rat, antwort, lob, ausrede, lüge, wort, worte, wörter, stimme, sprich, spricht, sprechen, sag, sage, sagt, sagen, fragt, fragen, frag, erzählt, erzählen, antwortet, flüstert, redet, reden
eyes: blick, schau, schaut, schauen, starrt, starren, blinzeln, beobachtet, beobachten
ear: hör, hört, hören, zuhören
brain: erinnere, erinnert, erinnern, erinnerung, vergisst, vergessen, denkt, denken
memo: liste, regel, plan, notiz, schreib, schreibe, schreibt, schreiben
person-walking: spaziergang, schritt, schritte, geh, gehe, gehst, spaziert
person-running: renn, rennt, rennen
books: lern, lerne, lernst, lernt, lernen, wissen
shopping-bags: kauf, kaufe, kaufst, kauft, kaufen, einkaufen
hourglass-done: warte, wartet, warten, jahrzehnt, jahrzehnte, jahrhundert, jahrhunderte
megaphone: ruft, schreit, schreien, werbung
person-lifting-weights: hebe, hebt, heben, trainiert, training
calendar: tag, tage, woche, wochen, monat, monate, jahr, jahre, wochenende, montag, freitag, sonntag
alarm-clock: stunde, stunden, minute, minuten
stopwatch: sekunde, sekunden
people: alle, jeder, menge, publikum, mannschaft, familie, gruppe
`,
  es: `
raised-hand: mano, manos
slightly-smiling-face: cara, rostro
person-curly-hair: pelo, cabello
person-standing: piel, cuerpo, espalda, hombro, hombros, cuello, rodilla, vecino, vecina, vecinos, desconocido, extraño, amigo, amiga, colega, cliente, huésped, experto, principiante, ganador, ganadores, estafador, alguien, adulto
money-bag: sueldo, salario, precio, coste, costo, alquiler, tarifa, fortuna, pensión, cuesta, cuestan, pagar, paga, pagas, pagan, ahorra, ahorrar
shushing-face: silencio
speech-balloon: conversación, consejo, respuesta, elogio, excusa, mentira, palabra, palabras, voz, habla, hablan, hablar, di, dice, dicen, decir, pregunta, preguntar, responde, susurra, susurró
eyes: mirada, mira, miran, mirar, observa, observan, parpadea, parpadear
ear: oye, oír, escucha, escuchan, escuchar
brain: recuerda, recuerdan, recordar, recuerdo, olvida, olvidar, piensa, pensar
memo: lista, regla, plan, nota, escribe, escriben, escribir
person-walking: paseo, pasos, camina, caminan, caminar
person-running: corre, corren, correr
books: aprende, aprenden, aprender
shopping-bags: compra, compran, comprar
hourglass-done: espera, esperan, esperar, década, décadas, siglo, siglos
megaphone: grita, gritan, gritar, anuncio, publicidad
person-lifting-weights: levanta, levantar, entrena, entrenar
calendar: día, días, semana, semanas, mes, meses, año, años, lunes, viernes, domingo
alarm-clock: hora, horas, minuto, minutos
stopwatch: segundo, segundos
people: todos, público, multitud, equipo, familia, grupo, gente
`,
  fr: `
raised-hand: main, mains
slightly-smiling-face: visage
person-curly-hair: cheveux, cheveu
person-standing: peau, corps, dos, épaule, épaules, cou, genou, genoux, voisin, voisine, voisins, inconnu, étranger, ami, amie, collègue, client, cliente, invité, expert, débutant, gagnant, gagnants, escroc, quelqu un, adulte, gardien
money-bag: salaire, prix, coût, loyer, frais, fortune, retraite, coûte, coûtent, payer, paie, paient, économise, économiser
shushing-face: silence
speech-balloon: conversation, conseil, réponse, compliment, excuse, mensonge, mot, mots, voix, parle, parlent, parler, parlez, dis, dit, disent, dire, demande, demander, raconte, répond, chuchote
eyes: regard, regarde, regardent, regarder, regardez, observe, cligne
ear: écoute, écoutent, écouter, écoutez, entend, entendre
brain: souviens, souvient, souvenir, oublie, oublient, oublier, pense, penser, mémoire
memo: liste, règle, plan, note, écris, écrit, écrire, écrivez
person-walking: promenade, marche, marchent, marcher, marchez
person-running: courir, courez
books: apprend, apprendre, apprenez
shopping-bags: achète, achètent, acheter, achetez
hourglass-done: attend, attendre, attendez, décennie, décennies, siècle, siècles
megaphone: crie, crient, crier, publicité
person-lifting-weights: soulève, soulever, entraîne, entraîner
calendar: jour, jours, semaine, semaines, mois, an, ans, année, années, lundi, vendredi, dimanche
alarm-clock: heure, heures, minute, minutes
stopwatch: seconde, secondes
people: foule, monde, public, équipe, famille, groupe, gens, gagnants
`,
  hi: `
raised-hand: हाथ
slightly-smiling-face: चेहरा, चेहरे
person-curly-hair: बाल, बालों
person-standing: त्वचा, शरीर, पीठ, कंधे, कंधा, गर्दन, घुटने, घुटना, पड़ोसी, अजनबी, दोस्त, मित्र, ग्राहक, मेहमान, विजेता, इंसान, आदमी, व्यक्ति
money-bag: वेतन, तनख्वाह, कीमत, खर्च, किराया, किराए, बचत, फीस
shushing-face: खामोशी, चुप्पी, मौन
speech-balloon: बात, बातें, बातचीत, सलाह, जवाब, तारीफ, बहाना, झूठ, शब्द, शब्दों, आवाज़, आवाज, बोलता, बोलते, बोलिए, बोलना, बोलो, कहता, कहते, कहना, पूछिए, पूछना, बताइए, बताता
eyes: नज़र, नजर, देखिए, देखता, देखते, देखना, देख
ear: सुनिए, सुनना, सुनता, सुनते
brain: याद, भूलता, भूलना, सोचता, सोचते, सोचना
memo: सूची, नियम, योजना, लिखिए, लिखना, लिखता
person-walking: कदम, टहलना, टहलिए, चलिए, चलना, चलता
person-running: दौड़ना, दौड़ता, दौड़िए
books: सीखिए, सीखना, सीखता
shopping-bags: खरीदिए, खरीदना, खरीदता
hourglass-done: इंतज़ार, इंतजार, दशक, सदी, सदियों
megaphone: चिल्लाता, चिल्लाना, विज्ञापन
calendar: दिन, दिनों, हफ्ते, हफ्ता, सप्ताह, महीने, महीना, साल, वर्ष
alarm-clock: घंटे, घंटा, मिनट
stopwatch: सेकंड
people: भीड़, परिवार, टीम, समूह
`,
  zh: `
raised-hand: 手, 双手
slightly-smiling-face: 脸, 面孔
person-curly-hair: 头发
person-standing: 皮肤, 身体, 后背, 肩膀, 脖子, 膝盖, 邻居, 陌生人, 朋友, 同事, 客户, 顾客, 客人, 专家, 新手, 赢家, 输家, 骗子, 有人, 别人, 成年人, 看守人
money-bag: 工资, 薪水, 价格, 报价, 费用, 成本, 房租, 养老金, 付钱, 花费, 存钱, 省钱
shushing-face: 安静, 沉默, 寂静
speech-balloon: 谈话, 对话, 建议, 回答, 赞美, 借口, 谎言, 词语, 声音, 说话, 告诉, 说, 讲, 问, 聊天, 开口
eyes: 目光, 盯着, 看着, 注视, 眨眼, 观察, 看
ear: 听, 倾听, 听到
brain: 记住, 记得, 回忆, 忘记, 思考
memo: 清单, 规则, 计划, 笔记, 写, 写下
person-walking: 散步, 步伐, 脚步, 走路
person-running: 奔跑
books: 学习, 学会
shopping-bags: 买, 购买, 购物
hourglass-done: 等待, 十年, 世纪
megaphone: 喊, 大喊, 广告
person-lifting-weights: 搬, 举起, 锻炼, 健身
calendar: 每天, 天, 星期, 周, 月, 年, 周末, 明天, 昨天
alarm-clock: 小时, 分钟
stopwatch: 秒, 秒钟
man-standing: 他
woman-standing: 她
people: 人群, 大家, 家人, 家庭, 团队, 观众, 全场
`,
  ja: `
raised-hand: 手, 両手
slightly-smiling-face: 顔
person-curly-hair: 髪, 髪の毛
person-standing: 肌, 皮膚, 体, 背中, 肩, 首, 膝, 隣人, 隣の人, 他人, 友達, 友人, 同僚, 客, 専門家, 初心者, 勝者, 詐欺師, 誰か, 大人, 人間, 人
money-bag: 給料, 年収, 値段, 価格, 費用, 家賃, 料金, 年金, 貯金, 節約
shushing-face: 静寂, 沈黙, 静か
speech-balloon: 会話, 助言, 答え, 褒め言葉, 言い訳, 嘘, 言葉, 声, 話す, 話し, 話, 言う, 言っ, 言え, 言わ, 聞い, 尋ね, 教え
eyes: 視線, 見る, 見, 見つめ, 眺め, 観察
ear: 聞く, 聞き, 聞こえ, 耳を傾け
brain: 覚え, 忘れ, 記憶, 考え, 考える
memo: リスト, ルール, 計画, 予定, メモ, 書く, 書い, 書き
person-walking: 散歩, 歩く, 歩い, 歩き, 一歩
person-running: 走る, 走っ, 走り
books: 学ぶ, 学ん, 学び, 勉強
shopping-bags: 買う, 買っ, 買い, 買い物
hourglass-done: 待つ, 待っ, 待ち, 十年, 世紀
megaphone: 叫ぶ, 叫ん, 広告
person-lifting-weights: 持ち上げ, 鍛え, 運動
calendar: 毎日, 日, 週間, 月, 年, 週末, 明日, 昨日
alarm-clock: 時間, 分
stopwatch: 秒
man-standing: 彼
woman-standing: 彼女
people: 群衆, 家族, みんな, 観客, チーム, 会場
`,
  pt: `
raised-hand: mão, mãos
slightly-smiling-face: rosto, cara
person-curly-hair: cabelo, cabelos
person-standing: pele, corpo, costas, ombro, ombros, pescoço, joelho, vizinho, vizinha, vizinhos, estranho, desconhecido, amigo, amiga, colega, cliente, hóspede, vencedor, alguém, adulto
money-bag: salário, preço, custo, aluguel, taxa, fortuna, aposentadoria, custa, custam, pagar, paga, economiza, economizar
shushing-face: silêncio
speech-balloon: conversa, conselho, resposta, elogio, desculpa, mentira, palavra, palavras, voz, fala, falam, falar, diz, dizem, dizer, pergunta, perguntar, responde, sussurra, sussurrou
eyes: olhar, olha, olham, observa, observar, pisca
ear: ouve, ouvir, escuta, escutar
brain: lembra, lembrar, lembrança, esquece, esquecer, pensa, pensar
memo: lista, regra, plano, nota, escreve, escrever
person-walking: passeio, passos, caminha, caminhar, anda, andar
person-running: corre, correm, correr
books: aprende, aprender
shopping-bags: compra, compram, comprar
hourglass-done: espera, esperar, década, décadas, século, séculos
calendar: dia, dias, semana, semanas, mês, meses, ano, anos
alarm-clock: hora, horas, minuto, minutos
stopwatch: segundo, segundos
people: todos, público, multidão, equipe, família, grupo, gente
`,
  it: `
raised-hand: mano, mani
slightly-smiling-face: viso, faccia
person-curly-hair: capelli, capello
person-standing: pelle, corpo, schiena, spalla, spalle, collo, ginocchio, vicino, vicina, sconosciuto, amico, amica, collega, cliente, ospite, vincitore, qualcuno, adulto
money-bag: stipendio, prezzo, costo, affitto, tassa, pensione, costa, costano, pagare, paga, risparmia, risparmiare
shushing-face: silenzio
speech-balloon: conversazione, consiglio, risposta, complimento, scusa, bugia, parola, parole, voce, parla, parlano, parlare, dice, dicono, dire, domanda, chiedi, chiedere, sussurra
eyes: sguardo, guarda, guardano, guardare, osserva
ear: ascolta, ascoltare, sente, sentire
brain: ricorda, ricordare, ricordo, dimentica, dimenticare, pensa, pensare
memo: lista, elenco, regola, piano, scrive, scrivere, scrivi
person-walking: passeggiata, passi, cammina, camminare
person-running: corre, corrono, correre
books: impara, imparare
shopping-bags: compra, comprano, comprare
hourglass-done: aspetta, aspettare, decennio, secolo, secoli
calendar: giorno, giorni, settimana, settimane, mese, mesi, anno, anni
alarm-clock: ora, ore, minuto, minuti
stopwatch: secondo, secondi
people: tutti, pubblico, folla, squadra, famiglia, gruppo, gente
`,
  ru: `
raised-hand: рука, руки, руку, рук, руках
slightly-smiling-face: лицо, лица
person-curly-hair: волосы, волос
person-standing: кожа, тело, спина, спину, плечи, шея, колено, сосед, соседка, соседи, незнакомец, друг, подруга, коллега, клиент, гость, победитель, человек, взрослый
money-bag: зарплата, зарплаты, цена, стоимость, аренда, пенсия, стоит, платит, платить, экономит
shushing-face: тишина, молчание
speech-balloon: разговор, совет, ответ, комплимент, ложь, слово, слова, голос, говорит, говорят, говорить, сказать, скажи, спроси, спрашивает, прошептал, шёпот
eyes: взгляд, смотрит, смотрят, смотреть, наблюдает
ear: слушает, слушать, слышит
brain: помнит, помнить, вспоминает, забывает, забыть, думает, думать
memo: список, правило, план, пишет, писать, запиши
person-walking: прогулка, шаг, шаги, идёт, гуляет
person-running: бежит, бегать, бег
books: учится, учиться
shopping-bags: покупает, купить, покупка
hourglass-done: ждёт, ждать, ожидание, десятилетие, век
calendar: день, дни, дней, неделя, недели, недель, месяц, месяца, месяцев, год, года, лет
alarm-clock: час, часа, часов, минута, минуты, минут
stopwatch: секунда, секунды, секунд
people: все, толпа, семья, команда, группа, публика
`,
  ar: `
raised-hand: يد, يدك, يده, يديك
slightly-smiling-face: وجه
person-curly-hair: شعر
person-standing: جلد, بشرة, جسم, ظهر, كتف, رقبة, ركبة, جار, جيران, غريب, صديق, زميل, عميل, ضيف, شخص
money-bag: راتب, راتبك, سعر, تكلفة, إيجار, تقاعد, يدفع, ادفع, وفر
shushing-face: صمت
speech-balloon: محادثة, نصيحة, جواب, كذبة, كلمة, كلمات, صوت, يتكلم, تكلم, يقول, قل, يسأل, همس, يخبرك
eyes: نظرة, ينظر, انظر, يراقب
ear: يسمع, استمع, يستمع
brain: يتذكر, تذكر, ينسى, يفكر
memo: قائمة, قاعدة, خطة, اكتب, يكتب
person-walking: يمشي, خطوة, خطوات
books: يتعلم, تعلم
shopping-bags: يشتري, اشتر
hourglass-done: ينتظر, انتظر, عقد, قرن
calendar: يوم, أيام, أسبوع, أسابيع, شهر, أشهر, سنة, سنوات, عام
alarm-clock: ساعة, ساعات, دقيقة, دقائق
stopwatch: ثانية, ثوان
people: الجميع, حشد, عائلة, فريق, مجموعة
`,
};

/** Words that deny, after which what is done is not drawn: "nobody tells you". */
export const DENIALS_ABROAD =
  'nadie nunca jamás ninguno niemand nicht nie kein keine keiner jamais aucun personne ninguém nunca nenhum nessuno mai никто никогда не नहीं मत न لا لم لن 没 没有 不 别 未 ない なかっ いけ ませ';
