import type { ScriptWords } from '../script-words.ts';

export const es: ScriptWords = {
  numbered:
    'escena, toma, parte, plano, diapositiva, segmento, sección, acto, capítulo, bloque, cuadro, secuencia',
  part: `gancho, introducción, inicio, apertura, desarrollo, cuerpo, contenido principal, cierre, conclusión, desenlace, despedida, llamada a la acción, llamado a la acción, transición, guion, guión, guion completo, música de
    intro, fundido a negro, corte a, escena inicial, escena final`,
  end: 'fin, final',
  speech: `narrador, narradora, narración, voz en off, locución, locutor, locutora, voz, texto hablado, diálogo, texto
    narrado, presentador, presentadora, voz off, texto de la narración`,
  visual: `visuales, imagen, imágenes, descripción visual, plano visual, toma visual, material de apoyo, recurso visual,
    recursos visuales, en pantalla, prompt de imagen, cámara, vídeo, animación, ilustración, fondo, se ve, acción, elemento
    visual, descripción de la escena, imagen sugerida`,
  screen: `texto en pantalla, texto sobreimpreso, rótulo, sobreimpresión, subtítulo, subtítulos, cartel, texto superpuesto`,
  sound: `música sugerida, sugerencia de música, sugerencia musical, música recomendada, sugerencias de música, música, música de fondo, sonido, efecto de sonido, efectos de sonido, banda sonora, aplausos, audio de fondo`,
  text: 'texto',
  hashtags: 'etiquetas, hashtags sugeridos, hashtags recomendados',
  title: 'título, título del vídeo, título del video, título sugerido',
  description: 'descripción, descripción del vídeo, descripción del video, pie de foto',
  about: `duración, duración total, duración estimada, público, público objetivo, audiencia, tono, estilo, formato,
    plataforma, tema, tiempo, notas, nota de producción, palabras clave, ritmo, miniatura, número de palabras`,
  seconds: 'seg, segs, segundo, segundos, minuto, minutos',
  numbers: 'uno, una, dos, tres, cuatro, cinco, seis, siete, ocho, primera, segunda, tercera, última, primer',
  here: 'aquí tienes, aquí está, aquí va, te dejo, este es, a continuación',
  work: 'guion, guión, video corto, vídeo corto, narración, versión, locución, de 30 segundos, de 60 segundos',
  offer: `¿quieres que, ¿te gustaría que, ¿deseas que, si quieres puedo, avísame si, si lo deseas puedo, dime si quieres,
    házmelo saber si, espero que te sirva, ¿te gustaría alguna`,
  pointer: `más información, lee más, leer más, más en, visita, consulta, fuente, fuentes, enlace, descarga, entra en,
    encuentra más, sígueme, síguenos`,
  before: 'en, a, de, por, desde, y, o, con, visita, consulta, para, es, la, el',
  keepsHyphen: 'ex, anti, físico, teórico, socio, franco, hispano, histórico, político',
  afterHyphen: 'y, o, e',
};
