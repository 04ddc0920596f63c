import type { ScriptWords } from '../script-words.ts';

export const pt: ScriptWords = {
  numbered: 'cena, tomada, parte, plano, slide, segmento, seção, secção, ato, capítulo, quadro, bloco',
  part: `gancho, introdução, abertura, início, desenvolvimento, corpo, conteúdo principal, encerramento, fechamento, conclusão, desfecho, chamada para ação, chamada para a ação, chamada à ação, transição, roteiro, guião, roteiro
    completo, cena final, cena inicial`,
  end: 'fim',
  speech: `narrador, narradora, narração, voz em off, voz off, locução, locutor, locutora, voz, fala, texto falado, diálogo,
    apresentador, apresentadora`,
  visual: `visuais, imagem, imagens, descrição visual, elemento visual, na tela, no ecrã, prompt de imagem, câmera, câmara,
    vídeo, animação, ilustração, fundo, cenário, mostra, imagens de apoio, foto, sugestão visual`,
  screen: `texto na tela, texto no ecrã, texto sobreposto, legenda na tela, legendas, letreiro, texto em tela`,
  sound: `música sugerida, sugestão de música, sugestão musical, música recomendada, música, música de fundo, som, sons, efeito sonoro, efeitos sonoros, trilha sonora, trilha, aplausos, banda sonora`,
  text: 'texto',
  hashtags: 'hashtags sugeridas, etiquetas, hashtags recomendadas',
  title: 'título, título do vídeo, título sugerido',
  description: 'descrição, descrição do vídeo, legenda do post, legenda da publicação',
  about: `duração, duração total, duração estimada, público, público alvo, estilo, formato, plataforma, tema, tempo,
    notas, observação, observações, nota de produção, palavras chave, ritmo, miniatura, número de palavras`,
  seconds: 'seg, segundo, segundos, minuto, minutos',
  numbers: 'um, uma, dois, duas, três, quatro, cinco, seis, sete, oito, primeira, segunda, última',
  here: 'aqui está, aqui vai, segue, eis, abaixo está, aqui tens, aqui tem',
  work: 'roteiro, guião, vídeo curto, narração, versão, locução, de 30 segundos, de 60 segundos',
  offer: `quer que eu, você quer que, você gostaria que, gostaria que eu, deseja que eu, se quiser posso, se você quiser posso, me
    avise se, avise-me se, queres que, diga-me se quer`,
  pointer: `leia mais, saiba mais, mais informações, veja mais, mais em, acesse, visite, consulte, fonte, fontes, link, baixe,
    confira, aceda`,
  before: 'em, no, na, a, de, por, pelo, e, ou, com, para, acesse, visite, veja, é, o',
  keepsHyphen: `ex, anti, guarda, segunda, terça, quarta, quinta, sexta, recém, bem, mal, pós, pré, beija, arco, couve, bem,
    disse, fez, deu, vice`,
  afterHyphen: 'feira, lhe, lhes, e, ou',
};
