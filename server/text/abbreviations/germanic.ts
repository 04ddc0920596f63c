import type { Table } from './table.ts';

/** English, German, Dutch, Afrikaans and the languages of the North. */
export const GERMANIC: Readonly<Record<string, Table>> = {
  en: {
    name: `Dr.=Doctor|Mr.=Mister|Mrs.=Missus|Ms.=Miz|Prof.=Professor|St.=Saint|Sr.=Senior|Gen.=General|
      Sen.=Senator|Rep.=Representative|Gov.=Governor|Capt.=Captain|Lt.=Lieutenant|Sgt.=Sergeant|
      Col.=Colonel|Maj.=Major|Rev.=Reverend|Hon.=Honorable|Pres.=President|Mt.=Mount|Ft.=Fort|
      Messrs.=Messieurs|Fr.=Father|Adm.=Admiral|Cmdr.=Commander`,
    number: `No.=number|Nos.=numbers|Fig.=figure|Figs.=figures|p.=page|pp.=pages|Vol.=volume|Ch.=chapter|
      Sec.=section|Eq.=equation|Ed.=edition|Ex.=example|c.=circa|ca.=circa|approx.=approximately|
      Art.=article|Ep.=episode|Pt.=part|Sept.=September|Sept=September`,
    more: `e.g.=for example|i.e.=that is|cf.=compare|vs.=versus|v.=versus|viz.=namely|esp.=especially|
      incl.=including|w/o=without|w/=with|b/c=because|a.k.a.=also known as|aka=also known as|vs=versus|
      resp.=respectively`,
    anything: `n/a=not available|c/o=care of|WWII=World War 2|WWI=World War 1|WW2=World War 2|WW1=World War 1|etc.=et cetera|Inc.=Incorporated|Ltd.=Limited|Co.=Company|Corp.=Corporation|Jr.=Junior|
      Bros.=Brothers|a.m.=AM|p.m.=PM|St.=Street|Ave.=Avenue|Blvd.=Boulevard|Rd.=Road|
      Dept.=Department|est.=established|et al.=and others|Sr.=Senior|U.S.=US|U.K.=UK|U.N.=UN|
      E.U.=EU|D.C.=DC|Ph.D.=PhD|M.D.=MD|B.C.=BC|A.D.=A.D|P.S.=PS|R.I.P.=R I P|asap=as soon as possible|
      b&w=black and white|dept.=department|Assn.=Association|Univ.=University|govt.=government|
      misc.=miscellaneous`,
    amount: `min.=minutes|hr.=hours|hrs.=hours|sec.=seconds|tbsp.=tablespoons|tsp.=teaspoons|tbsp=tablespoons|
      tsp=teaspoons|oz.=ounces|lb.=pounds|lbs.=pounds|ft.=feet|yd.=yards|mi.=miles`,
  },
  de: {
    name: `Dr.=Doktor|Prof.=Professor|Hr.=Herr|Fr.=Frau|St.=Sankt|Dipl.-Ing.=Diplomingenieur|Ing.=Ingenieur|
      Frl.=Fräulein|Hrn.=Herrn|Gebr.=Gebrüder`,
    number: `Nr.=Nummer|S.=Seite|Abb.=Abbildung|Bd.=Band|Kap.=Kapitel|Art.=Artikel|Abs.=Absatz|Tel.=Telefon|
      Tab.=Tabelle|ca.=circa|zirka=circa|max.=maximal|min.=minimal|ab ca.=ab circa|Aufl.=Auflage|
      Ziff.=Ziffer|Jh.=Jahrhundert`,
    more: `z. B.=zum Beispiel|d. h.=das heißt|u. a.=unter anderem|z. T.=zum Teil|i. d. R.=in der Regel|
      v. a.=vor allem|bzw.=beziehungsweise|vgl.=vergleiche|evtl.=eventuell|ggf.=gegebenenfalls|
      inkl.=inklusive|exkl.=exklusive|sog.=sogenannte|s. o.=siehe oben|s. u.=siehe unten|
      o. Ä.=oder Ähnliches|d.h.=das heißt|i. A.=im Auftrag|geb.=geboren|gest.=gestorben|
      zzgl.=zuzüglich|abzgl.=abzüglich|bzgl.=bezüglich|insb.=insbesondere|vs.=versus|allg.=allgemein|
      m. E.=meines Erachtens|Co.=Co`,
    anything: `usw.=und so weiter|etc.=et cetera|u. s. w.=und so weiter|u. v. m.=und vieles mehr|
      v. Chr.=vor Christus|n. Chr.=nach Christus|Str.=Straße|u. Ä.=und Ähnliches|Jr.=Junior|Sr.=Senior|
      ff.=folgende|Mwst.=Mehrwertsteuer`,
    amount: `Mio.=Millionen|Mrd.=Milliarden|Tsd.=Tausend|Std.=Stunden|Min.=Minuten|Sek.=Sekunden|
      Jh.=Jahrhundert|Stk.=Stück|EL=Esslöffel|TL=Teelöffel`,
  },
  nl: {
    name: `dr.=dokter|mr.=meester|prof.=professor|dhr.=de heer|mevr.=mevrouw|mw.=mevrouw|ir.=ingenieur|
      drs.=doctorandus|St.=Sint`,
    number: `nr.=nummer|blz.=bladzijde|p.=pagina|fig.=figuur|afb.=afbeelding|hfst.=hoofdstuk|art.=artikel|
      tel.=telefoon|ca.=circa|max.=maximaal|min.=minimaal`,
    more: `bijv.=bijvoorbeeld|bv.=bijvoorbeeld|d.w.z.=dat wil zeggen|o.a.=onder andere|
      m.a.w.=met andere woorden|i.p.v.=in plaats van|t.o.v.=ten opzichte van|incl.=inclusief|
      excl.=exclusief|evt.=eventueel|vgl.=vergelijk|m.b.t.=met betrekking tot|vs.=versus|
      n.a.v.=naar aanleiding van|a.u.b.=alstublieft|t/m=tot en met`,
    anything: `enz.=enzovoort|etc.=et cetera|e.d.=en dergelijke|v.Chr.=voor Christus|n.Chr.=na Christus|
      jr.=junior|sr.=senior|a.u.b.=alstublieft`,
    amount: `mln.=miljoen|mld.=miljard`,
  },
  af: {
    name: `dr.=dokter|mnr.=meneer|mev.=mevrou|prof.=professor|mej.=mejuffrou|St.=Sint`,
    number: `nr.=nommer|bl.=bladsy|ca.=circa`,
    more: `bv.=byvoorbeeld|d.w.s.=dit wil sê|o.a.=onder andere|m.a.w.=met ander woorde`,
    anything: `ens.=ensovoorts|n.C.=na Christus|v.C.=voor Christus`,
  },
  sv: {
    name: `dr.=doktor|dr=doktor|prof.=professor|hr.=herr|fr.=fru|S:t=Sankt|S:ta=Sankta`,
    number: `nr.=nummer|nr=nummer|s.=sida|sid.=sida|kap.=kapitel|ca.=cirka|ca=cirka|tel.=telefon|fig.=figur|
      max.=max`,
    more: `t.ex.=till exempel|t. ex.=till exempel|d.v.s.=det vill säga|dvs.=det vill säga|bl.a.=bland annat|
      bl. a.=bland annat|jfr.=jämför|inkl.=inklusive|exkl.=exklusive|fr.o.m.=från och med|
      t.o.m.=till och med|p.g.a.=på grund av|s.k.=så kallad|resp.=respektive|ev.=eventuellt|
      ang.=angående|vs.=mot`,
    anything: `etc.=et cetera|osv.=och så vidare|o.s.v.=och så vidare|m.m.=med mera|f.Kr.=före Kristus|
      e.Kr.=efter Kristus|kl.=klockan|m.fl.=med flera`,
    amount: `milj.=miljoner|mdkr=miljarder kronor`,
  },
  nb: {
    name: `dr.=doktor|prof.=professor|hr.=herr|fr.=fru|St.=Sankt`,
    number: `nr.=nummer|s.=side|kap.=kapittel|ca.=cirka|tlf.=telefon|fig.=figur|maks.=maksimalt`,
    more: `f.eks.=for eksempel|bl.a.=blant annet|dvs.=det vil si|jf.=jamfør|inkl.=inklusive|
      ekskl.=eksklusive|pga.=på grunn av|mht.=med hensyn til|evt.=eventuelt|vs.=mot|f.o.m.=fra og med|
      t.o.m.=til og med`,
    anything: `osv.=og så videre|etc.=et cetera|m.m.=med mer|kl.=klokken|f.Kr.=før Kristus|e.Kr.=etter Kristus|
      m.fl.=med flere`,
    amount: `mill.=millioner|mrd.=milliarder`,
  },
  da: {
    name: `dr.=doktor|prof.=professor|hr.=hr|fr.=fru|Skt.=Sankt|Sct.=Sankt`,
    number: `nr.=nummer|s.=side|kap.=kapitel|ca.=cirka|tlf.=telefon|fig.=figur|maks.=maksimalt`,
    more: `f.eks.=for eksempel|fx=for eksempel|bl.a.=blandt andet|dvs.=det vil sige|jf.=jævnfør|
      inkl.=inklusive|ekskl.=eksklusive|pga.=på grund af|mht.=med hensyn til|evt.=eventuelt|vs.=mod|
      f.o.m.=fra og med|t.o.m.=til og med`,
    anything: `osv.=og så videre|etc.=et cetera|m.m.=med mere|kl.=klokken|f.Kr.=før Kristus|e.Kr.=efter Kristus|
      m.fl.=med flere`,
    amount: `mio.=millioner|mia.=milliarder`,
  },
  is: {
    name: `dr.=doktor|hr.=herra|próf.=prófessor`,
    number: `nr.=númer|bls.=blaðsíða|u.þ.b.=um það bil`,
    more: `t.d.=til dæmis|þ.e.=það er|m.a.=meðal annars|þ.e.a.s.=það er að segja`,
    anything: `o.s.frv.=og svo framvegis|f.Kr.=fyrir Krist|e.Kr.=eftir Krist|kl.=klukkan`,
  },
};
