import type { OutlineText } from './types.ts';

export const ES: OutlineText = {
  quotes: ['«', '»'],
  stop: '.',
  summary:
    'Un guion base sobre {topic} para editar: escrito sin conexión y con plantilla, sin modelo de lenguaje, así que pregunta y no afirma datos.',
  forms: {
    why: {
      hooks: [
        'Una pregunta, y un minuto para tomarla en serio. {topic}',
        'Di tu respuesta en voz alta antes de que acabe este vídeo. {topic}',
      ],
      steps: [
        'Un porqué es una cadena. Detrás del primer motivo siempre espera otro.',
        'Separa lo que lo causa de lo que solo lo acompaña. Ahí fallan casi todas las respuestas.',
      ],
    },
    howto: {
      hooks: [
        'Para el primer paso no hace falta talento. {topic}',
        'Casi todos lo dejan antes de empezar. Hoy empezamos. {topic}',
      ],
      steps: [
        'Empieza por la versión que podrías terminar hoy. Lo pequeño y hecho enseña más que lo grande y planeado.',
        'Pon los pasos en orden y pregunta cuál podrías saltarte. Suele haber uno.',
      ],
    },
    how: {
      hooks: [
        'Usamos la respuesta sin conocerla. {topic}',
        'Imagina que puedes abrirlo y mirar dentro. {topic}',
      ],
      steps: [
        'Primero, nombra las partes. No se ve cómo funciona algo mientras es una sola mancha.',
        'Ahora quita una parte con la imaginación. Lo primero que falla te dice para qué servía.',
      ],
    },
    list: {
      hooks: [
        'Todos hacen esta lista. Pocos dicen cómo eligieron. {topic}',
        'Antes de leer la lista de otro, escribe la tuya. {topic}',
      ],
      steps: [
        'Decide qué merece un lugar. Una lista sin regla es solo un montón.',
        'Pregunta qué falta. Lo que nadie apunta suele ser lo que vale la pena mirar.',
      ],
    },
    versus: {
      hooks: [
        'Dos lados, y un amigo que está seguro de uno. {topic}',
        'Elegir bando es fácil. Comparar con justicia es lo difícil. {topic}',
      ],
      steps: [
        'Elige qué vas a medir antes de elegir quién gana. La regla decide más de lo que parece.',
        'Pregunta cuándo tendría razón cada lado. La mejor respuesta puede depender de quién pregunta.',
      ],
    },
    question: {
      hooks: [
        'Parece fácil, hasta que intentas responder. {topic}',
        'Diez segundos. Intenta responder sin buscarlo. {topic}',
      ],
      steps: [
        'Mira primero las palabras. La mitad de las discusiones trata de lo que significa una de ellas.',
        'Luego pregunta cómo se podría averiguar. Una pregunta que se puede comprobar está medio resuelta.',
      ],
    },
    statement: {
      hooks: [
        'De acuerdo o no, pero despacio. {topic}',
        'Una frase atrevida merece una mirada atenta. {topic}',
      ],
      steps: [
        'Pregunta qué tendría que ser verdad para que se cumpla. Apunta tres cosas y comprueba una.',
        'Busca el mejor argumento en contra, de alguien que lo crea de verdad. Así se hace fuerte una opinión.',
      ],
    },
    thing: {
      hooks: [
        'Has oído el nombre. ¿Cuánto sabes de verdad? {topic}',
        'Un tema, un minuto y mejores preguntas que ayer. {topic}',
        'Vamos a mirarlo como si fuera la primera vez. {topic}',
      ],
      steps: [
        'Empieza por lo que has visto con tus propios ojos. Es menos de lo que crees, y es tuyo.',
        'Pregunta después dónde empieza y dónde termina. En los bordes, un tema se vuelve interesante.',
      ],
    },
  },
  general: [
    'Antes de buscar nada, haz una apuesta. Una apuesta equivocada ayuda a recordar la respuesta.',
    'Haz la pregunta más pequeña que puedas. Las preguntas pequeñas tienen respuestas que se pueden comprobar.',
    'Busca un ejemplo real cerca de tu casa. Un ejemplo vale más que diez opiniones.',
    'Pregunta a alguien que lo conozca de primera mano. Hacerlo enseña lo que ningún resumen puede.',
    'Cuando veas una cifra, pregunta quién la contó y cómo. Alguien tuvo que hacerlo.',
    'Cuidado con las palabras siempre y nunca. Ahí es donde la gente prudente frena.',
    'Pregúntate qué te haría cambiar de opinión. Si no hay nada, todavía no estás preguntando.',
    'Dibújalo en una sola hoja. Lo que no puedas dibujar es lo que te falta aprender.',
    'Explícaselo a un amigo en treinta segundos. Tú mismo oirás dónde está el hueco.',
  ],
  closes: [
    'Apunta una pregunta esta noche y encuentra mañana su respuesta.',
    'Sal a averiguarlo y vuelve sabiendo una cosa más.',
    'La respuesta está ahí fuera. Ahora ya sabes cómo pedirla.',
  ],
};
