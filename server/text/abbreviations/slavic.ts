import type { Table } from './table.ts';

/** Languages of the East, West and South Slavs. */
export const SLAVIC: Readonly<Record<string, Table>> = {
  ru: {
    name: `г-н=господин|г-жа=госпожа|д-р=доктор|проф.=профессор|акад.=академик|св.=святой|им.=имени|
      ул.=улица|пр.=проспект|гр.=гражданин|тов.=товарищ|оз.=озеро|о.=остров|г.=город`,
    number: `№=номер|стр.=страница|с.=страница|рис.=рисунок|гл.=глава|табл.=таблица|т.=том|ст.=статья|
      тел.=телефон|ок.=около|прим.=примечание|макс.=максимум|мин.=минимум|кв.=квартира|д.=дом`,
    more: `т. е.=то есть|т.е.=то есть|т. к.=так как|т.к.=так как|напр.=например|см.=смотри|ср.=сравни|
      т. н.=так называемый|т.н.=так называемый|в т. ч.=в том числе|в т.ч.=в том числе|
      и т. п.=и тому подобное|б. у.=бывший в употреблении`,
    anything: `и т. д.=и так далее|и т.д.=и так далее|и т. п.=и тому подобное|и т.п.=и тому подобное|
      и др.=и другие|и пр.=и прочее|до н. э.=до нашей эры|до н.э.=до нашей эры|н. э.=нашей эры|
      н.э.=нашей эры`,
    amount: `млн=миллионов|млн.=миллионов|млрд=миллиардов|млрд.=миллиардов|тыс.=тысяч|руб.=рублей|коп.=копеек|
      гг.=годов|г.=года|вв.=веков|в.=века|мин.=минут|сек.=секунд|ч.=часов`,
  },
  uk: {
    name: `п.=пан|п-ні=пані|д-р=доктор|проф.=професор|акад.=академік|св.=святий|ім.=імені|вул.=вулиця|
      просп.=проспект|м.=місто|о.=острів|оз.=озеро`,
    number: `№=номер|стор.=сторінка|с.=сторінка|рис.=рисунок|мал.=малюнок|розд.=розділ|табл.=таблиця|т.=том|
      ст.=стаття|тел.=телефон|бл.=близько|макс.=максимум|мін.=мінімум`,
    more: `напр.=наприклад|див.=дивись|пор.=порівняй|т. зв.=так званий|т.зв.=так званий|
      у т. ч.=у тому числі`,
    anything: `і т. д.=і так далі|і т.д.=і так далі|та ін.=та інші|і т. п.=і тому подібне|і т.п.=і тому подібне|
      до н. е.=до нашої ери|до н.е.=до нашої ери|н. е.=нашої ери|н.е.=нашої ери`,
    amount: `млн=мільйонів|млн.=мільйонів|млрд=мільярдів|млрд.=мільярдів|тис.=тисяч|грн=гривень|грн.=гривень|
      рр.=років|р.=року|ст.=століття|хв.=хвилин|сек.=секунд|год.=годин`,
  },
  be: {
    name: `д-р=доктар|праф.=прафесар|вул.=вуліца|св.=святы|г.=горад`,
    number: `№=нумар|стар.=старонка|мал.=малюнак|тэл.=тэлефон`,
    more: `г. зн.=гэта значыць|напр.=напрыклад|гл.=глядзі`,
    anything: `і г. д.=і гэтак далей|і г.д.=і гэтак далей|да н. э.=да нашай эры|н. э.=нашай эры`,
    amount: `млн=мільёнаў|млрд=мільярдаў|тыс.=тысяч|руб.=рублёў|гг.=гады`,
  },
  bg: {
    name: `г-н=господин|г-жа=госпожа|д-р=доктор|проф.=професор|св.=свети|ул.=улица|бул.=булевард|гр.=град|
      акад.=академик|инж.=инженер`,
    number: `№=номер|стр.=страница|с.=страница|фиг.=фигура|гл.=глава|чл.=член|тел.=телефон|ок.=около|т.=том`,
    more: `т.е.=тоест|т. е.=тоест|напр.=например|вж.=виж|вкл.=включително|т.нар.=така наречен`,
    anything: `и т.н.=и така нататък|и др.=и други|пр.н.е.=преди новата ера|пр. Хр.=преди Христа|
      сл. Хр.=след Христа`,
    amount: `млн.=милиона|млрд.=милиарда|хил.=хиляди|лв.=лева|ст.=стотинки|г.=година|в.=век`,
  },
  mk: {
    name: `г-дин=господин|г-ѓа=госпоѓа|д-р=доктор|проф.=професор|св.=свети|ул.=улица|бул.=булевар`,
    number: `бр.=број|стр.=страница|сл.=слика|тел.=телефон|чл.=член`,
    more: `т.е.=то ест|на пр.=на пример|пр.=пример|сп.=спореди`,
    anything: `итн.=и така натаму|и др.=и други|пр.н.е.=пред нашата ера`,
    amount: `млн.=милиони|год.=година`,
  },
  sr: {
    name: `г.=господин|гђа=госпођа|др=доктор|проф.=професор|св.=свети|ул.=улица|инж.=инжењер|gosp.=gospodin|
      gđa=gospođa|dr=doktor|prof.=profesor|sv.=sveti|ul.=ulica|inž.=inženjer`,
    number: `бр.=број|стр.=страна|сл.=слика|тел.=телефон|чл.=члан|ок.=око|br.=broj|str.=strana|sl.=slika|
      tel.=telefon|čl.=član|ok.=oko`,
    more: `тј.=то јест|нпр.=на пример|tj.=to jest|npr.=na primer|тзв.=такозвани|tzv.=takozvani|уп.=упореди|
      up.=uporedi`,
    anything: `итд.=и тако даље|и др.=и други|п. н. е.=пре нове ере|н. е.=нове ере|itd.=i tako dalje|
      i dr.=i drugi|p. n. e.=pre nove ere`,
    amount: `год.=година|god.=godina|mil.=miliona|мил.=милиона|дин.=динара|din.=dinara`,
  },
  hr: {
    name: `g.=gospodin|gđa=gospođa|dr.=doktor|prof.=profesor|sv.=sveti|ul.=ulica|ing.=inženjer|mr.=magistar`,
    number: `br.=broj|str.=stranica|sl.=slika|tel.=telefon|čl.=članak|ok.=oko`,
    more: `tj.=to jest|npr.=na primjer|tzv.=takozvani|usp.=usporedi|odn.=odnosno`,
    anything: `itd.=i tako dalje|i dr.=i drugi|pr. Kr.=prije Krista|sl.=slično`,
    amount: `god.=godina|mil.=milijuna|mlrd.=milijardi|st.=stoljeće`,
  },
  sl: {
    name: `g.=gospod|ga.=gospa|dr.=doktor|prof.=profesor|sv.=sveti|ul.=ulica|mag.=magister`,
    number: `št.=številka|str.=stran|sl.=slika|tel.=telefon|čl.=člen|pribl.=približno`,
    more: `npr.=na primer|t. i.=tako imenovani|tj.=to je|oz.=oziroma|prim.=primerjaj`,
    anything: `itd.=in tako dalje|ipd.=in podobno|pr. n. št.=pred našim štetjem|n. št.=našega štetja`,
    amount: `mio.=milijonov|mrd.=milijard`,
  },
  cs: {
    name: `p.=pan|pí.=paní|Dr.=doktor|prof.=profesor|Ing.=inženýr|MUDr.=doktor|sv.=svatý|ul.=ulice|
      nám.=náměstí|doc.=docent|Mgr.=magistr|PhDr.=doktor`,
    number: `č.=číslo|str.=strana|obr.=obrázek|kap.=kapitola|tab.=tabulka|tel.=telefon|čl.=článek|
      max.=maximálně|min.=minimálně|cca=cirka|sv.=svazek`,
    more: `tj.=to jest|např.=například|tzv.=takzvaný|resp.=respektive|vč.=včetně|popř.=popřípadě|
      srov.=srovnej|příp.=případně|mj.=mimo jiné|tzn.=to znamená`,
    anything: `atd.=a tak dále|apod.=a podobně|př. n. l.=před naším letopočtem|n. l.=našeho letopočtu|
      s. r. o.=es er o|s.r.o.=es er o|a. s.=a es|a.s.=a es|aj.=a jiné`,
    amount: `mil.=milionů|mld.=miliard|tis.=tisíc|stol.=století|hod.=hodin`,
  },
  sk: {
    name: `p.=pán|Dr.=doktor|prof.=profesor|Ing.=inžinier|MUDr.=doktor|sv.=svätý|ul.=ulica|nám.=námestie|
      doc.=docent|Mgr.=magister`,
    number: `č.=číslo|str.=strana|obr.=obrázok|kap.=kapitola|tel.=telefón|čl.=článok|max.=maximálne|
      min.=minimálne|cca=cirka`,
    more: `t. j.=to jest|tj.=to jest|napr.=napríklad|tzv.=takzvaný|resp.=respektíve|vrát.=vrátane|
      príp.=prípadne|porov.=porovnaj`,
    anything: `atď.=a tak ďalej|a pod.=a podobne|pred n. l.=pred naším letopočtom|n. l.=nášho letopočtu|
      s. r. o.=es er o|s.r.o.=es er o`,
    amount: `mil.=miliónov|mld.=miliárd|tis.=tisíc|stor.=storočie|hod.=hodín`,
  },
  pl: {
    name: `p.=pan|dr.=doktor|dr=doktor|prof.=profesor|inż.=inżynier|mgr=magister|św.=święty|ul.=ulica|
      al.=aleja|gen.=generał|ks.=ksiądz|płk=pułkownik|im.=imienia`,
    number: `nr=numer|nr.=numer|s.=strona|str.=strona|rys.=rysunek|rozdz.=rozdział|tab.=tabela|tel.=telefon|
      ok.=około|art.=artykuł|maks.=maksymalnie|min.=minimum|t.=tom|godz.=godzina`,
    more: `np.=na przykład|tj.=to jest|tzn.=to znaczy|m.in.=między innymi|m. in.=między innymi|
      tzw.=tak zwany|wg=według|ww.=wyżej wymieniony|por.=porównaj|zob.=zobacz|ds.=do spraw|vs.=kontra`,
    anything: `itd.=i tak dalej|itp.=i tym podobne|etc.=et cetera|p.n.e.=przed naszą erą|n.e.=naszej ery|
      sek.=sekund`,
    amount: `mln=milionów|mld=miliardów|tys.=tysięcy|zł=złotych|gr=groszy|r.=roku|w.=wieku|godz.=godzin|
      min.=minut`,
  },
};
