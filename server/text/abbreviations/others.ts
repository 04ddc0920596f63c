import type { Table } from './table.ts';

/** Languages of other families: Finnic, Baltic, Greek, Turkic, Semitic, Iranian and those of South and East Asia. */
export const OTHERS: Readonly<Record<string, Table>> = {
  fi: {
    name: `tri=tohtori|tri.=tohtori|hra=herra|rva=rouva|prof.=professori|toht.=tohtori`,
    number: `nro=numero|n:o=numero|s.=sivu|ks.=katso|puh.=puhelin|n.=noin|klo=kello`,
    more: `esim.=esimerkiksi|ts.=toisin sanoen|ks.=katso|vrt.=vertaa|ns.=niin sanottu|mm.=muun muassa|
      ml.=mukaan lukien|vs.=vastaan`,
    anything: `jne.=ja niin edelleen|yms.=ynnä muuta sellaista|ym.=ynnä muuta|eaa.=ennen ajanlaskun alkua|
      jaa.=jälkeen ajanlaskun alun|eKr.=ennen Kristusta|jKr.=jälkeen Kristuksen|
      tms.=tai muuta sellaista`,
    amount: `milj.=miljoonaa|mrd.=miljardia|kpl=kappaletta`,
  },
  et: {
    name: `dr.=doktor|dr=doktor|hr.=härra|hr=härra|pr.=proua|pr=proua|prof.=professor`,
    number: `nr.=number|nr=number|lk.=lehekülg|lk=lehekülg|tel.=telefon|u.=umbes|ca=umbes`,
    more: `nt.=näiteks|nt=näiteks|st.=see tähendab|sh.=sealhulgas|vt.=vaata|vrd.=võrdle`,
    anything: `jne.=ja nii edasi|jne=ja nii edasi|e.m.a.=enne meie ajaarvamist|eKr=enne Kristust|
      pKr=pärast Kristust|jm.=ja muud`,
    amount: `mln=miljonit|mld=miljardit`,
  },
  hu: {
    name: `dr.=doktor|Dr.=doktor|prof.=professzor|özv.=özvegy|id.=idősebb|ifj.=ifjabb|Szt.=Szent`,
    number: `sz.=szám|old.=oldal|kb.=körülbelül|tel.=telefon|max.=maximum|min.=minimum|ca.=körülbelül`,
    more: `pl.=például|ún.=úgynevezett|ti.=tudniillik|vö.=vesd össze|ill.=illetve`,
    anything: `stb.=és a többi|i. e.=időszámításunk előtt|i. sz.=időszámításunk szerint|Kr. e.=Krisztus előtt|
      Kr. u.=Krisztus után|Kft.=ká ef té|Rt.=er té`,
    amount: `u.=utca`,
  },
  lt: {
    name: `p.=ponas|dr.=daktaras|prof.=profesorius|šv.=šventasis|g.=gatvė`,
    number: `Nr.=numeris|p.=puslapis|psl.=puslapis|pav.=paveikslas|tel.=telefonas`,
    more: `pvz.=pavyzdžiui|t. y.=tai yra|t.y.=tai yra|žr.=žiūrėk|plg.=palygink|vad.=vadinamas`,
    anything: `ir t. t.=ir taip toliau|ir t.t.=ir taip toliau|ir pan.=ir panašiai|pr. Kr.=prieš Kristų`,
    amount: `mln.=milijonų|mlrd.=milijardų|tūkst.=tūkstančių|m.=metai|val.=valandą`,
  },
  lv: {
    name: `dr.=doktors|prof.=profesors|sv.=svētais`,
    number: `Nr.=numurs|lpp.=lappuse|att.=attēls|tel.=telefons|apm.=apmēram`,
    more: `piem.=piemēram|t. i.=tas ir|t.i.=tas ir|sk.=skatīt|t. s.=tā sauktais`,
    anything: `utt.=un tā tālāk|u. c.=un citi|u.c.=un citi|p. m. ē.=pirms mūsu ēras|plkst.=pulksten`,
    amount: `milj.=miljoni|mljrd.=miljardi|tūkst.=tūkstoši`,
  },
  el: {
    name: `κ.=κύριος|κα=κυρία|κ.κ.=κύριοι|Δρ.=δόκτωρ|δρ.=δόκτωρ|καθ.=καθηγητής|Αγ.=Άγιος|οδ.=οδός`,
    number: `αρ.=αριθμός|αριθ.=αριθμός|σελ.=σελίδα|εικ.=εικόνα|κεφ.=κεφάλαιο|τηλ.=τηλέφωνο|περ.=περίπου`,
    more: `π.χ.=για παράδειγμα|δηλ.=δηλαδή|βλ.=βλέπε|πρβλ.=παράβαλε|λ.χ.=λόγου χάρη`,
    anything: `κ.λπ.=και λοιπά|κλπ.=και λοιπά|κτλ.=και τα λοιπά|κ.ά.=και άλλα|π.Χ.=προ Χριστού|
      μ.Χ.=μετά Χριστόν|π.μ.=προ μεσημβρίας|μ.μ.=μετά μεσημβρίαν|Η.Π.Α.=ΗΠΑ`,
    amount: `εκ.=εκατομμύρια|δισ.=δισεκατομμύρια`,
  },
  tr: {
    name: `Dr.=doktor|Prof.=profesör|Doç.=doçent|Av.=avukat|Sn.=sayın|Hz.=Hazreti|Gen.=general|
      Yrd.=yardımcı`,
    number: `No.=numara|no.=numara|No:=numara|s.=sayfa|sf.=sayfa|tel.=telefon|Tel.=telefon|yakl.=yaklaşık|
      maks.=en fazla|min.=en az|bkz.=bakınız`,
    more: `örn.=örneğin|bkz.=bakınız|krş.=karşılaştırınız|Cad.=caddesi|Mah.=mahallesi`,
    anything: `vb.=ve benzeri|vs.=vesaire|v.b.=ve benzeri|vd.=ve diğerleri|M.Ö.=milattan önce|MÖ=milattan önce|
      M.S.=milattan sonra|MS=milattan sonra|Sok.=sokak|Ltd.=limitet|A.Ş.=anonim şirketi`,
    amount: `yy.=yüzyıl|mn.=milyon|dk.=dakika|sn.=saniye`,
  },
  az: {
    name: `dr.=doktor|prof.=professor|c.=cənab`,
    number: `№=nömrə|səh.=səhifə|tel.=telefon`,
    more: `məs.=məsələn`,
    anything: `və s.=və sair|e.ə.=eramızdan əvvəl`,
    amount: `mln.=milyon|mlrd.=milyard`,
  },
  kk: {
    name: `д-р=доктор|проф.=профессор|көш.=көшесі`,
    number: `№=нөмір|б.=бет`,
    more: `мыс.=мысалы`,
    anything: `т.б.=тағы басқа|т. б.=тағы басқа|б.з.д.=біздің заманымызға дейін`,
    amount: `млн=миллион|млрд=миллиард`,
  },
  id: {
    name: `Dr.=doktor|dr.=dokter|Prof.=profesor|Ir.=insinyur|Bpk.=bapak|Sdr.=saudara|Jl.=jalan|H.=haji|
      Hj.=hajah|St.=santo`,
    number: `No.=nomor|hlm.=halaman|hal.=halaman|tel.=telepon|kira2=kira-kira`,
    more: `mis.=misalnya|a.l.=antara lain|yg=yang|dgn=dengan|vs.=lawan|a.n.=atas nama`,
    anything: `dll.=dan lain-lain|dsb.=dan sebagainya|dst.=dan seterusnya|SM=sebelum Masehi|Tbk.=terbuka`,
    amount: `jt=juta`,
  },
  ms: {
    name: `Dr.=doktor|Prof.=profesor|En.=encik|Pn.=puan|Jln.=jalan`,
    number: `No.=nombor|hlm.=halaman|ms.=muka surat|tel.=telefon`,
    more: `cth.=contoh|mis.=misalnya`,
    anything: `dll.=dan lain-lain|dsb.=dan sebagainya|S.M.=sebelum Masihi`,
  },
  vi: {
    name: `TS.=tiến sĩ|GS.=giáo sư|PGS.=phó giáo sư|ThS.=thạc sĩ|BS.=bác sĩ|TP.=thành phố|Tp.=thành phố|
      Q.=quận|P.=phường`,
    number: `tr.=trang|ĐT=điện thoại|ĐT:=điện thoại`,
    more: `vd.=ví dụ|VD:=ví dụ|v.d.=ví dụ`,
    anything: `v.v.=vân vân|v.v…=vân vân|TCN=trước Công nguyên|SCN=sau Công nguyên`,
  },
  sw: {
    name: `Dk.=daktari|Bw.=bwana|Bi.=bibi|Prof.=profesa`,
    number: `Na.=namba|uk.=ukurasa`,
    more: `k.m.=kwa mfano`,
    anything: `n.k.=na kadhalika|k.K.=kabla ya Kristo|B.K.=baada ya Kristo`,
  },
  sq: {
    name: `z.=zoti|znj.=zonja|dr.=doktor|prof.=profesor`,
    number: `nr.=numri|f.=faqja|fq.=faqja`,
    more: `p.sh.=për shembull|d.m.th.=domethënë`,
    anything: `etj.=e të tjera|p.e.s.=para erës sonë`,
  },
  eo: {
    name: `d-ro=doktoro|s-ro=sinjoro|s-ino=sinjorino|prof.=profesoro`,
    number: `n-ro=numero|p.=paĝo`,
    more: `ekz.=ekzemple|t.e.=tio estas`,
    anything: `ktp.=kaj tiel plu`,
  },
  ar: {
    name: `د.=الدكتور|أ.=الأستاذ|أ.د.=الأستاذ الدكتور|م.=المهندس|ش.=شارع`,
    number: `ص.=صفحة|ص=صفحة|ج.=جزء|ت.=هاتف|م.=متر`,
    anything: `إلخ.=إلى آخره|إلخ=إلى آخره|الخ=إلى آخره|ق.م.=قبل الميلاد|ق.م=قبل الميلاد|هـ=هجرية`,
    amount: `كم=كيلومتر|كلم=كيلومتر|سم=سنتيمتر|كغ=كيلوغرام|كجم=كيلوغرام`,
  },
  he: {
    name: `ד"ר=דוקטור|ד״ר=דוקטור|פרופ'=פרופסור|פרופ׳=פרופסור|גב'=גברת|גב׳=גברת|רח'=רחוב|רח׳=רחוב|שד'=שדרות|
      שד׳=שדרות`,
    number: `מס'=מספר|מס׳=מספר|עמ'=עמוד|עמ׳=עמוד|טל'=טלפון|טל׳=טלפון|ס"מ=סנטימטר`,
    more: `ע"י=על ידי|ע״י=על ידי|עפ"י=על פי|עפ״י=על פי`,
    anything: `וכו'=וכולי|וכו׳=וכולי|וגו'=וגומר|לפנה"ס=לפני הספירה|לפנה״ס=לפני הספירה|ארה"ב=ארצות הברית|
      ארה״ב=ארצות הברית|אח"כ=אחר כך|אח״כ=אחר כך`,
    amount: `ק"מ=קילומטרים|ק״מ=קילומטרים|ס״מ=סנטימטרים|ק"ג=קילוגרם|ק״ג=קילוגרם|ש"ח=שקלים|ש״ח=שקלים|
      מ"ל=מיליליטר|מ״ל=מיליליטר`,
  },
  fa: {
    name: `د.=دکتر|خ.=خیابان|م.=مهندس`,
    number: `ص.=صفحه|ش.=شماره|ج.=جلد`,
    anything: `ق.م.=پیش از میلاد|ق.م=پیش از میلاد|م.=میلادی|کم=کیلومتر`,
  },
  ur: { number: `ص=صفحہ`, anything: `ق م=قبل مسیح` },
  hi: {
    name: `डॉ.=डॉक्टर|डा.=डॉक्टर|प्रो.=प्रोफ़ेसर|पं.=पंडित|स्व.=स्वर्गीय|कु.=कुमारी|सं.=संत`,
    number: `नं.=नंबर|सं.=संख्या|पृ.=पृष्ठ|रु.=रुपये`,
    more: `उदा.=उदाहरण`,
    anything: `ई.पू.=ईसा पूर्व|ई. पू.=ईसा पूर्व|इ.=इत्यादि|आदि.=आदि`,
    amount: `रु.=रुपये|ई.=ईसवी|कि.मी.=किलोमीटर|किमी=किलोमीटर|कि.ग्रा.=किलोग्राम|किग्रा=किलोग्राम|
      से.मी.=सेंटीमीटर|सेमी=सेंटीमीटर|मि.ली.=मिलीलीटर|मिली=मिलीलीटर`,
  },
  mr: {
    name: `डॉ.=डॉक्टर|प्रा.=प्राध्यापक|श्री.=श्री|सौ.=सौभाग्यवती|पं.=पंडित`,
    number: `क्र.=क्रमांक|पृ.=पृष्ठ|नं.=नंबर|रु.=रुपये`,
    more: `उदा.=उदाहरणार्थ`,
    anything: `इ.=इत्यादी|इ.स.=इसवी सन`,
    amount: `रु.=रुपये|कि.मी.=किलोमीटर|किमी=किलोमीटर|से.मी.=सेंटीमीटर`,
  },
  ne: {
    name: `डा.=डाक्टर|प्रा.=प्राध्यापक|श्री.=श्री`,
    number: `नं.=नम्बर|पृ.=पृष्ठ|रु.=रुपैयाँ`,
    anything: `वि.सं.=विक्रम संवत|ई.पू.=ईसापूर्व`,
    amount: `कि.मी.=किलोमिटर|किमी=किलोमिटर|रु.=रुपैयाँ`,
  },
  bn: {
    name: `ড.=ডক্টর|ডা.=ডাক্তার|মো.=মোহাম্মদ|প্রফ.=প্রফেসর|অধ্যা.=অধ্যাপক|মি.=মিস্টার|ডঃ=ডক্টর|ডাঃ=ডাক্তার|
      মোঃ=মোহাম্মদ`,
    number: `নং=নম্বর|পৃ.=পৃষ্ঠা`,
    anything: `খ্রি.পূ.=খ্রিস্টপূর্ব|ইত্যাদি.=ইত্যাদি`,
    amount: `খ্রি.=খ্রিস্টাব্দ|কি.মি.=কিলোমিটার|কিমি=কিলোমিটার`,
  },
  ta: {
    name: `டாக்டர்.=டாக்டர்|திரு.=திரு|திருமதி.=திருமதி|பேரா.=பேராசிரியர்`,
    number: `எண்.=எண்|பக்.=பக்கம்|ரூ.=ரூபாய்`,
    more: `எ.கா.=எடுத்துக்காட்டாக|உ.ம்.=உதாரணமாக`,
    anything: `கி.மு.=கிறிஸ்துவுக்கு முன்|கி.பி.=கிறிஸ்துவுக்கு பின்`,
    amount: `கி.மீ.=கிலோமீட்டர்|கிமீ=கிலோமீட்டர்|ரூ.=ரூபாய்`,
  },
  te: {
    name: `డా.=డాక్టర్|ప్రొ.=ప్రొఫెసర్|శ్రీ.=శ్రీ`,
    number: `నం.=నంబర్|పే.=పేజీ|రూ.=రూపాయలు`,
    more: `ఉదా.=ఉదాహరణకు`,
    anything: `క్రీ.పూ.=క్రీస్తుపూర్వం|క్రీ.శ.=క్రీస్తుశకం`,
    amount: `కి.మీ.=కిలోమీటర్లు|రూ.=రూపాయలు`,
  },
  th: {
    name: `ดร.=ดอกเตอร์|ศ.=ศาสตราจารย์|รศ.=รองศาสตราจารย์|ผศ.=ผู้ช่วยศาสตราจารย์|นพ.=นายแพทย์|พญ.=แพทย์หญิง|
      จ.=จังหวัด|อ.=อาจารย์|ถ.=ถนน|น.ส.=นางสาว`,
    number: `พ.ศ.=พุทธศักราช|ค.ศ.=คริสต์ศักราช|โทร.=โทรศัพท์`,
    anything: `กทม.=กรุงเทพมหานคร|ฯลฯ=และอื่นๆ`,
    amount: `กม.=กิโลเมตร|ซม.=เซนติเมตร|มม.=มิลลิเมตร|กก.=กิโลกรัม|มล.=มิลลิลิตร|ชม.=ชั่วโมง|น.=นาฬิกา|
      ม.=เมตร|ก.=กรัม`,
  },
};
