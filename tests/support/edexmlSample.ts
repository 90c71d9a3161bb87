import { createSeededRandom } from './seededRandom.ts';

/** An invented school's export, as the school administrations write it. No name, number or address in it is anybody's. */
export interface SampleOptions {
  readonly pupils?: number;
  readonly seed?: number;
  /** As in `<edex:leerling>`; none by default. */
  readonly prefix?: string;
  /** As a default namespace on the root. */
  readonly namespace?: string;
  readonly encoding?: string;
  /** Children of earlier samples get the same keys; this many older ones left and the rest moved up a group. */
  readonly leavers?: number;
}

const FIRST_NAMES = [
  'Noor',
  'Sam',
  'Yara',
  'Daan',
  'Lotte',
  'Mees',
  'Zoë',
  'Finn',
  'Amira',
  'Joris',
  'Fenna',
  'Björn',
  'Inès',
  'Tijn',
  'Ayşe',
  'Levi',
];
const LAST_NAMES = ['Voorbeeld', 'Verzonnen', 'Proefstra', 'Testers', 'Bedacht', 'Zomaar', 'Nergens', 'Oefening', 'Denkbeeld', 'Schijnsel'];
const PREFIXES = ['', '', '', 'de', 'van der', "van 't"];

/** What must never be taken over; every value carries the word VERBODEN. */
const FORBIDDEN = (n: number) => ({
  eckid: `https://id.voorbeeld.invalid/VERBODEN${n}`,
  inside: `<geslacht>${n % 2 === 0 ? 1 : 2}</geslacht><emailadres>VERBODEN${n}@voorbeeld.invalid</emailadres><fotourl>https://voorbeeld.invalid/VERBODEN${n}.jpg</fotourl><bsn_ondwnr-4>VERBODEN</bsn_ondwnr-4><bsn>VERBODEN</bsn><onderwijsnummer>VERBODEN${n}</onderwijsnummer><postcode>VERBODEN</postcode><gebruikersnaam>VERBODEN</gebruikersnaam><toevoeging><naam>VERBODEN</naam><groep key="VERBODEN"/></toevoeging>`,
});

/** The file's text: eight groups, one combined group, two teachers for each group. */
export function makeEdexmlText(options: SampleOptions = {}): string {
  const { pupils = 24, seed = 1, prefix = '', namespace, encoding = 'UTF-8', leavers = 0 } = options;
  const random = createSeededRandom(seed);
  const tag = prefix === '' ? '' : `${prefix}:`;
  const xmlns = namespace === undefined ? '' : ` xmlns${prefix === '' ? '' : `:${prefix}`}="${namespace}"`;
  const name = () =>
    `<achternaam>${random.pick(LAST_NAMES)}</achternaam><voorvoegsel>${random.pick(PREFIXES)}</voorvoegsel><voorletters-1>A.B.</voorletters-1><roepnaam>${random.pick(FIRST_NAMES)}</roepnaam>`;
  const year = (n: number) => (leavers > 0 ? Math.min(8, (n % 8) + 2) : (n % 8) + 1);
  const groups = Array.from(
    { length: 8 },
    (_, n) => `<groep key="g${n + 1}"><naam>Groep ${n + 1}</naam><jaargroep>${n + 1}</jaargroep></groep>`,
  );
  const children = Array.from({ length: pupils }, (_, n) => {
    const forbidden = FORBIDDEN(n);
    const birthDate = `${2021 - (n % 8)}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
    const combined = n % 5 === 0 ? '<samengestelde_groepen><samengestelde_groep key="s1"/></samengestelde_groepen>' : '';
    return `    <leerling key="l${n + 1}" eckid="${forbidden.eckid}">${name()}<geboortedatum>${birthDate}</geboortedatum><jaargroep>${year(n)}</jaargroep><groep key="g${year(n)}"/>${combined}${forbidden.inside}</leerling>\n`;
  }).slice(leavers);
  const teachers = Array.from(
    { length: 16 },
    (_, n) =>
      `    <leerkracht key="k${n + 1}" eckid="VERBODEN">${name()}<emailadres>VERBODEN@voorbeeld.invalid</emailadres><rol>1</rol><groepen><groep key="g${(n % 8) + 1}"><rol>1</rol></groep></groepen></leerkracht>\n`,
  );
  const body = `  <school>
    <schooljaar>2025-2026</schooljaar><brincode>99xx</brincode><dependancecode>00</dependancecode><schoolkey>VERBODEN</schoolkey>
    <aanmaakdatum>2026-02-02T08:30:00</aanmaakdatum><auteur>Verzonnen voorbeeld</auteur><xsdversie>2.1</xsdversie>
  </school>
  <groepen>${groups.join('')}<samengestelde_groep key="s1"><naam>Plusklas &amp; meer</naam></samengestelde_groep></groepen>
  <leerlingen>\n${children.join('')}  </leerlingen>
  <leerkrachten>\n${teachers.join('')}  </leerkrachten>
`;
  const tagged = tag === '' ? body : body.replace(/<(\/?)([a-z])/g, `<$1${tag}$2`);
  return `<?xml version="1.0" encoding="${encoding}"?>\n<${tag}EDEX${xmlns}>\n${tagged}</${tag}EDEX>\n`;
}

/** The file itself. */
export const makeEdexmlFile = (options: SampleOptions = {}): Blob => new Blob([makeEdexmlText(options)]);

/** The text in one byte a letter, as older programs write; letters outside it become a question mark. */
export const toLatin1 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => (letter.charCodeAt(0) < 256 ? letter.charCodeAt(0) : 63));

export interface SamplePupil {
  readonly key: string;
  readonly firstName: string;
  readonly prefix?: string;
  readonly lastName: string;
  /** '' for none. */
  readonly birthDate?: string;
  readonly group: number;
}

/** A file of a few chosen pupils, for when a test calls them by name. */
export function makeSmallEdexml(pupils: readonly SamplePupil[], fileName = 'edex.xml'): File {
  const groups = [...new Set(pupils.map(({ group }) => group))];
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<EDEX><school><schooljaar>2026-2027</schooljaar><brincode>99XX</brincode></school>
<groepen>${groups.map((group) => `<groep key="g${group}"><naam>Groep ${group}</naam><jaargroep>${group}</jaargroep></groep>`).join('')}</groepen>
<leerlingen>
${pupils
  .map(
    ({ key, firstName, prefix = '', lastName, birthDate = '2018-05-14', group }) =>
      `<leerling key="${key}"><achternaam>${lastName}</achternaam><voorvoegsel>${prefix}</voorvoegsel><roepnaam>${firstName}</roepnaam><geboortedatum>${birthDate}</geboortedatum><groep key="g${group}"/></leerling>`,
  )
  .join('\n')}
</leerlingen></EDEX>`;
  return new File([text], fileName, { type: 'text/xml' });
}
