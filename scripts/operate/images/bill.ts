import { execa } from 'execa';
import { z } from 'zod';

/**
 * Prints the bill of materials of what runs, as CycloneDX: npm's packages, and what the server's image holds besides
 * (its own ffmpeg and what that links). Called with the image.
 */
const [image = 'shortfactory-server'] = process.argv.slice(2);
const bill = z.looseObject({ components: z.array(z.looseObject({ name: z.string() })) });

const npm = await execa('npm', ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx']);
const own = await execa('docker', ['run', '--rm', '--entrypoint', 'cat', image, '/app/ffmpeg.cdx.json']);
const packages = bill.parse(JSON.parse(npm.stdout));
const besides = bill.parse(JSON.parse(own.stdout));
const components = [...packages.components, ...besides.components];
process.stdout.write(`${JSON.stringify({ ...packages, components }, undefined, 2)}\n`);
