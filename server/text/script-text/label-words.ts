/**
 * Words that stand before a colon and name no speaker, by language. "Remember: drink water" is said as it is written,
 * however often it comes. Small letters, as they begin a label; data only.
 */
const WORDS: Readonly<Record<string, string>> = {
  en: `remember note tip tips hint step fact myth truth lie warning caution danger example examples answer answers question
    questions problem solution result results conclusion summary intro outro introduction title subtitle hook cta scene
    shot part chapter day week month year lesson rule reason number point pros cons pro con step ingredients method
    serves servings bonus update edit ps p.s nb fyi psa pov tldr tl;dr imagine think look listen wait so and but also
    then now first second third fourth fifth finally lastly next last before after remember why how what when where who
    which yes no ok okay breaking news spoiler disclaimer source sources credits music sound sfx visual caption text
    hashtags description monday tuesday wednesday thursday friday saturday sunday morning noon afternoon evening night
    breakfast lunch dinner today tomorrow yesterday important attention quote moral fun bad good best worst the a an
    in on at for to my your our his her their this that these those there here if because verdict takeaway level round
    option plan stage phase status goal secret idea trick test task challenge episode section topic subject date time
    place price cost total size weight height speed length`,
  es: `recuerda recuerde nota consejo consejos truco paso dato mito verdad realidad aviso advertencia cuidado ejemplo respuesta
    pregunta problema solución resultado conclusión resumen título escena parte capítulo día lección regla razón número
    punto ingredientes importante atención ojo primero segundo tercero finalmente además luego ahora así y pero hoy mañana
    ayer lunes martes miércoles jueves viernes sábado domingo desayuno comida cena el la los las un una`,
  de: `merke denk denke hinweis tipp tipps schritt fakt mythos wahrheit warnung achtung vorsicht beispiel antwort frage problem
    lösung ergebnis fazit zusammenfassung titel szene teil kapitel tag lektion regel grund nummer punkt zutaten wichtig
    erstens zweitens drittens zuerst dann danach schließlich außerdem jetzt also und aber heute morgen gestern montag
    dienstag mittwoch donnerstag freitag samstag sonntag frühstück mittagessen abendessen der die das ein eine`,
  fr: `rappel note astuce conseil étape fait mythe vérité réalité attention avertissement exemple réponse question problème
    solution résultat conclusion résumé titre scène partie chapitre jour leçon règle raison numéro point ingrédients
    important premièrement deuxièmement d'abord ensuite enfin puis aussi maintenant alors et mais aujourd'hui demain hier
    lundi mardi mercredi jeudi vendredi samedi dimanche le la les un une`,
  it: `ricorda nota consiglio passo fatto mito verità attenzione avviso esempio risposta domanda problema soluzione risultato
    conclusione titolo scena parte capitolo giorno regola motivo numero punto ingredienti importante primo secondo terzo
    infine poi ora quindi e ma oggi domani ieri il lo la i gli le un una`,
  pt: `lembre lembre-se nota dica passo fato mito verdade aviso atenção cuidado exemplo resposta pergunta problema solução
    resultado conclusão resumo título cena parte capítulo dia lição regra razão número ponto ingredientes importante
    primeiro segundo terceiro finalmente depois agora então e mas hoje amanhã ontem o a os as um uma`,
  nl: `onthoud let tip stap feit mythe waarheid waarschuwing voorbeeld antwoord vraag probleem oplossing resultaat conclusie
    titel scène deel hoofdstuk dag regel reden nummer punt ingrediënten belangrijk eerst dan daarna tot en maar de het een`,
  sv: `kom notera tips steg fakta myt sanning varning exempel svar fråga problem lösning resultat slutsats titel scen del
    kapitel dag regel skäl nummer punkt ingredienser viktigt först sedan nu och men`,
  pl: `pamiętaj uwaga wskazówka krok fakt mit prawda ostrzeżenie przykład odpowiedź pytanie problem rozwiązanie wynik wniosek
    tytuł scena część rozdział dzień zasada powód numer punkt składniki ważne najpierw potem teraz i ale`,
  tr: `unutma not ipucu adım gerçek efsane uyarı dikkat örnek cevap soru sorun çözüm sonuç özet başlık sahne bölüm gün kural
    neden numara nokta malzemeler önemli önce sonra şimdi ve ama`,
  ru: `помни помните запомните заметка совет шаг факт миф правда внимание осторожно пример ответ вопрос проблема решение итог
    результат вывод название заголовок сцена часть глава день урок правило причина номер пункт ингредиенты важно сначала
    потом затем наконец теперь и но сегодня завтра вчера`,
  uk: `пам'ятай пам'ятайте порада крок факт міф правда увага обережно приклад відповідь питання проблема рішення результат
    висновок назва сцена частина розділ день урок правило причина номер пункт інгредієнти важливо спочатку потім тепер`,
  id: `ingat catatan tips langkah fakta mitos peringatan contoh jawaban pertanyaan masalah solusi hasil kesimpulan judul adegan
    bagian bab hari aturan alasan nomor poin bahan penting pertama kedua akhirnya sekarang dan tapi`,
  vi: `nhớ lưu ghi mẹo bước sự cảnh ví câu vấn giải kết tiêu phần chương ngày quy lý số điểm nguyên quan đầu sau bây và nhưng`,
  hi: `याद ध्यान नोट सुझाव टिप चरण कदम तथ्य मिथक सच सत्य चेतावनी उदाहरण उत्तर जवाब प्रश्न सवाल समस्या समाधान परिणाम निष्कर्ष शीर्षक
    दृश्य भाग अध्याय दिन नियम कारण संख्या सामग्री महत्वपूर्ण पहला दूसरा तीसरा पहले फिर अब और लेकिन`,
  bn: `মনে নোট টিপস ধাপ তথ্য মিথ সত্য সতর্কতা উদাহরণ উত্তর প্রশ্ন সমস্যা সমাধান ফলাফল শিরোনাম দৃশ্য অংশ দিন নিয়ম কারণ উপকরণ`,
  ar: `تذكر تذكّر ملاحظة نصيحة خطوة الخطوة حقيقة الحقيقة خرافة تحذير انتبه مثال مثلا جواب الجواب سؤال السؤال مشكلة المشكلة حل الحل
    نتيجة النتيجة خلاصة الخلاصة عنوان العنوان مشهد المشهد جزء الجزء يوم اليوم قاعدة سبب السبب رقم نقطة المكونات مهم أولا أولاً
    ثانيا ثانياً ثالثا أخيرا ثم الآن و لكن`,
  fa: `یادتان یادت نکته توجه گام مرحله حقیقت افسانه هشدار مثال پاسخ جواب سوال پرسش مشکل راه نتیجه عنوان صحنه بخش روز قانون دلیل مواد مهم اول دوم`,
  ur: `یاد نوٹ مشورہ قدم مرحلہ حقیقت خبردار مثال جواب سوال مسئلہ حل نتیجہ عنوان منظر حصہ دن اصول وجہ اجزاء اہم پہلا دوسرا`,
  he: `זכרו זכור הערה טיפ שלב עובדה מיתוס אמת אזהרה זהירות דוגמה תשובה שאלה בעיה פתרון תוצאה מסקנה כותרת סצנה חלק פרק יום כלל סיבה מספר נקודה מרכיבים חשוב ראשית שנית`,
  zh: `记住 記住 注意 提示 小贴士 贴士 步骤 第一 第二 第三 第四 第五 事实 事實 真相 误区 誤區 谣言 警告 例如 比如 例子 答案 答 问题 問題 问 問 解决 结果 結果
    结论 結論 总结 總結 标题 標題 场景 場景 部分 章节 规则 原因 重点 材料 食材 重要 首先 其次 最后 最後 然后 现在 今天 明天 昨天`,
  ja: `注意 ポイント 手順 事実 真実 嘘 警告 例 例えば 答え 質問 問題 解決 結果 結論 まとめ タイトル 場面 シーン 部 章 ルール 理由 材料 重要 まず 次に 最後に 今日`,
  ko: `기억 기억하세요 참고 팁 단계 사실 진실 오해 경고 주의 예 예시 답 정답 질문 문제 해결 결과 결론 요약 제목 장면 부분 규칙 이유 재료 중요 첫째 둘째 셋째 먼저 마지막`,
  th: `จำไว้ หมายเหตุ เคล็ดลับ ขั้นตอน ข้อเท็จจริง ความจริง คำเตือน ระวัง ตัวอย่าง คำตอบ คำถาม ปัญหา วิธี ผลลัพธ์ สรุป หัวข้อ ฉาก ตอน วัน กฎ เหตุผล ส่วนผสม`,
};

export const LABEL_WORDS: ReadonlySet<string> = new Set(Object.values(WORDS).join(' ').split(/\s+/u));

/** Names of the voice that tells the story: its lines are the narrator's, as lines without a name are. */
export const NARRATOR_NAMES: ReadonlySet<string> = new Set(
  `narrator narration narrator's narrador narradora narración erzähler erzählerin sprecher sprecherin narrateur narratrice
   narratore narratrice verteller berättare narratör narrator lektor anlatıcı рассказчик диктор автор оповідач диктор narasi
   vo v.o v.o. voiceover voice-over сводка सूत्रधार वर्णनकर्ता الراوي راوي راوی קריין המספר 旁白 解说 解說 ナレーター ナレーション 나레이션 내레이션 해설 ผู้บรรยาย`.split(
    /\s+/u,
  ),
);
