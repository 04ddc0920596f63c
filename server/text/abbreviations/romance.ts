import type { Table } from './table.ts';

/** French, Spanish, Portuguese, Italian, Catalan, Romanian. */
export const ROMANCE: Readonly<Record<string, Table>> = {
  fr: {
    name: `M.=monsieur|MM.=messieurs|Mme=madame|Mmes=mesdames|Mlle=mademoiselle|Mlles=mesdemoiselles|
      Dr=docteur|Dr.=docteur|Pr=professeur|Pr.=professeur|Me=maître|Mgr=monseigneur|St=saint|
      Ste=sainte|St-=saint|Ste-=sainte`,
    number: `n°=numéro|nº=numéro|no.=numéro|N°=numéro|nos=numéros|p.=page|pp.=pages|fig.=figure|
      chap.=chapitre|vol.=volume|art.=article|env.=environ|tél.=téléphone|max.=maximum|min.=minimum|
      éd.=édition|t.=tome`,
    more: `p. ex.=par exemple|c.-à-d.=c'est-à-dire|cf.=confer|ex.=exemple|vs.=contre|vs=contre|c/o=chez|
      av.=avenue|bd.=boulevard|bd=boulevard|dép.=département|qqn=quelqu'un|qqch.=quelque chose`,
    anything: `etc.=et cetera|av. J.-C.=avant Jésus-Christ|apr. J.-C.=après Jésus-Christ|J.-C.=Jésus-Christ|
      Cie=compagnie|svp=s'il vous plaît|s.v.p.=s'il vous plaît|rdv=rendez-vous`,
    amount: `Md=milliards|Mds=milliards|M€=millions d'euros|Md€=milliards d'euros`,
  },
  es: {
    name: `Sr.=señor|Sra.=señora|Srta.=señorita|Sres.=señores|Dr.=doctor|Dra.=doctora|D.=don|Dña.=doña|
      D.ª=doña|Prof.=profesor|Profa.=profesora|Lic.=licenciado|Ing.=ingeniero|Gral.=general|Sto.=santo|
      Sta.=santa|Mons.=monseñor|Fr.=fray`,
    number: `s.=siglo|núm.=número|n.º=número|nº=número|n°=número|No.=número|pág.=página|págs.=páginas|p.=página|
      fig.=figura|cap.=capítulo|vol.=volumen|art.=artículo|tel.=teléfono|aprox.=aproximadamente|
      máx.=máximo|mín.=mínimo`,
    more: `p. ej.=por ejemplo|p.ej.=por ejemplo|ej.=ejemplo|vs.=contra|cf.=confróntese|v. gr.=verbigracia|
      Av.=avenida|Avda.=avenida|C/=calle|Ud.=usted|Uds.=ustedes|Vd.=usted|c/u=cada uno|s/n=sin número`,
    anything: `etc.=etcétera|EE. UU.=Estados Unidos|EE.UU.=Estados Unidos|EEUU=Estados Unidos|
      a. C.=antes de Cristo|d. C.=después de Cristo|a.C.=antes de Cristo|d.C.=después de Cristo|
      a. m.=de la mañana|p. m.=de la tarde|a.m.=de la mañana|p.m.=de la tarde|Cía.=compañía|S.A.=S A|
      S. A.=S A|Ud.=usted|Uds.=ustedes|JJ. OO.=Juegos Olímpicos|RR. HH.=recursos humanos`,
  },
  pt: {
    name: `Sr.=senhor|Sra.=senhora|Srta.=senhorita|Dr.=doutor|Dra.=doutora|Prof.=professor|
      Profa.=professora|Eng.=engenheiro|D.=dom|Sto.=santo|Sta.=santa|S.=são|Gal.=general|
      Exmo.=excelentíssimo`,
    number: `séc.=século|n.º=número|nº=número|n°=número|núm.=número|No.=número|pág.=página|p.=página|fig.=figura|
      cap.=capítulo|vol.=volume|art.=artigo|tel.=telefone|aprox.=aproximadamente|máx.=máximo|
      mín.=mínimo`,
    more: `p. ex.=por exemplo|p.ex.=por exemplo|ex.=exemplo|vs.=versus|cf.=confira|Av.=avenida|R.=rua|
      obs.=observação|c/=com|p/=para`,
    anything: `etc.=et cetera|a.C.=antes de Cristo|d.C.=depois de Cristo|a. C.=antes de Cristo|
      d. C.=depois de Cristo|Ltda.=limitada|Cia.=companhia|S.A.=S A|EUA=Estados Unidos|Jr.=júnior`,
    amount: `min.=minutos|seg.=segundos`,
  },
  it: {
    name: `Sig.=signor|Sig.ra=signora|Sig.na=signorina|Sigg.=signori|Dott.=dottor|Dott.ssa=dottoressa|
      Dr.=dottor|Prof.=professor|Prof.ssa=professoressa|Ing.=ingegner|Avv.=avvocato|Arch.=architetto|
      On.=onorevole|S.=san|Mons.=monsignor|Geom.=geometra`,
    number: `n.=numero|n°=numero|nº=numero|N.=numero|pag.=pagina|pagg.=pagine|p.=pagina|fig.=figura|
      cap.=capitolo|vol.=volume|art.=articolo|tel.=telefono|ca.=circa|max.=massimo|min.=minimo`,
    more: `ad es.=ad esempio|p. es.=per esempio|per es.=per esempio|es.=esempio|cfr.=confronta|vs.=contro|
      c/o=presso|ecc. ecc.=eccetera eccetera`,
    anything: `ecc.=eccetera|etc.=eccetera|a.C.=avanti Cristo|d.C.=dopo Cristo|a. C.=avanti Cristo|
      d. C.=dopo Cristo|S.p.A.=esse pi a|S.r.l.=esse erre elle`,
    amount: `mln.=milioni|mld.=miliardi|sec.=secolo`,
  },
  ca: {
    name: `Sr.=senyor|Sra.=senyora|Dr.=doctor|Dra.=doctora|Prof.=professor|St.=sant|Sta.=santa`,
    number: `núm.=número|nº=número|pàg.=pàgina|p.=pàgina|fig.=figura|cap.=capítol|tel.=telèfon|
      aprox.=aproximadament`,
    more: `p. ex.=per exemple|p.ex.=per exemple|cf.=confronteu|vs.=contra|av.=avinguda|c/=carrer`,
    anything: `etc.=etcètera|a. C.=abans de Crist|d. C.=després de Crist|EUA=Estats Units`,
  },
  ro: {
    name: `dl.=domnul|dna.=doamna|d-na=doamna|d-l=domnul|dr.=doctor|prof.=profesor|ing.=inginer|Sf.=sfântul`,
    number: `nr.=numărul|pag.=pagina|p.=pagina|fig.=figura|cap.=capitolul|tel.=telefon|aprox.=aproximativ|
      art.=articolul|vol.=volumul`,
    more: `de ex.=de exemplu|ex.=exemplu|cf.=conform|vs.=versus|str.=strada|bd.=bulevardul|
      d.p.d.v.=din punct de vedere`,
    anything: `etc.=et cetera|î.Hr.=înainte de Hristos|d.Hr.=după Hristos|î. Hr.=înainte de Hristos|
      d. Hr.=după Hristos|ș.a.=și altele|ș.a.m.d.=și așa mai departe|SUA=Statele Unite`,
    amount: `mil.=milioane|mld.=miliarde`,
  },
};
