import { sourceTypeAddress } from '@shortfactory/core';
import type { DigitalSourceType } from '@shortfactory/core';

const MODEL_TYPES: readonly DigitalSourceType[] = [
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
];

/**
 * The XMP packet that says how a file was made (ISO 16684-1; the property and its values are IPTC's). It names no release,
 * so that the same short is the same bytes after an update.
 */
export function xmpPacket(type: DigitalSourceType): Buffer {
  return Buffer.from(
    [
      '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
      '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
      '<rdf:Description rdf:about=""',
      ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
      ' xmp:CreatorTool="ShortFactory"',
      ` Iptc4xmpExt:DigitalSourceType="${sourceTypeAddress(type)}"/>`,
      '</rdf:RDF>',
      '</x:xmpmeta>',
      '<?xpacket end="r"?>',
    ].join('\n'),
  );
}

/**
 * Whether a file says that a trained model made it or a part of it, in XMP or in a C2PA manifest: both hold the
 * vocabulary's address as plain text, wherever in the file they are.
 */
export function saysModelMadeIt(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return MODEL_TYPES.some((type) => bytes.includes(`digitalsourcetype/${type}`));
}
