import { describe, expect, it } from 'vitest';
import { readEdexml } from '../../../src/adapters/files/edexml.ts';
import { fullName, groupNameOf } from '../../../src/core/plan/schoolExport.ts';
import { errorOf, valueOf } from '../../support/cryptoFixtures.ts';
import { makeEdexmlFile, makeEdexmlText, toLatin1 } from '../../support/edexmlSample.ts';

const rest = () => Promise.resolve();
const read = (content: BlobPart) => readEdexml(new Blob([content]), rest);
const ok = async (content: BlobPart) => valueOf(await read(content));
const pupil = (inside: string, key = 'l1') => `<leerling key="${key}">${inside}</leerling>`;
const named = '<achternaam>Zomaar</achternaam><roepnaam>Sam</roepnaam>';
const school = (pupils: string, rest = '') =>
  `<EDEX><school><brincode>99XX</brincode></school>${rest}<leerlingen>${pupils}</leerlingen></EDEX>`;

describe('reading a school export', () => {
  it('takes over groups, pupils and teachers', async () => {
    const read = await ok(makeEdexmlText());
    expect([read.brin, read.location, read.schoolYear]).toEqual(['99XX', '00', '2025-2026']);
    expect(read.groups).toHaveLength(9);
    expect(read.groups.at(-1)).toEqual({ key: 's1', name: 'Plusklas & meer', year: '', combined: true });
    expect(read.pupils).toHaveLength(24);
    expect(read.pupils[0]).toEqual({
      key: 'l1',
      firstName: expect.any(String),
      prefix: expect.any(String),
      lastName: expect.any(String),
      birthDate: '2021-01-01',
      year: '1',
      group: 'g1',
      combinedGroups: ['s1'],
    });
    expect(groupNameOf(read, read.pupils[1]!)).toBe('Groep 2');
    expect(read.teachers).toHaveLength(16);
    expect(read.teachers[0]?.groups).toEqual(['g1']);
  });

  it('takes over nothing else: no number, identifier, photo, e-mail or address', async () => {
    const read = await ok(makeEdexmlText({ pupils: 200 }));
    const text = makeEdexmlText({ pupils: 200 });
    const NEVER = ['eckid', 'bsn_ondwnr-4', 'bsn', 'onderwijsnummer', 'emailadres', 'fotourl', 'postcode', 'gebruikersnaam', 'schoolkey'];
    for (const field of NEVER) expect(text).toMatch(new RegExp(`${field}(>|=")[^<"]*VERBODEN`));
    expect(JSON.stringify(read)).not.toMatch(new RegExp(['VERBODEN', ...NEVER].join('|'), 'i'));
    expect(new Set(Object.keys(read.pupils[0]!))).toEqual(
      new Set(['key', 'firstName', 'prefix', 'lastName', 'birthDate', 'year', 'group', 'combinedGroups']),
    );
  });

  it('reads it with a namespace, with a prefix, and with a byte order mark alike', async () => {
    const plain = await ok(makeEdexmlText());
    const namespace = 'http://www.edustandaard.nl/edexml/2.1';
    expect(await ok(makeEdexmlText({ namespace }))).toEqual(plain);
    expect(await ok(makeEdexmlText({ namespace, prefix: 'edex' }))).toEqual(plain);
    expect(await ok(`\ufeff${makeEdexmlText({ encoding: 'iso-8859-1' })}`)).toEqual(plain);
    expect(await ok(`\ufeff${makeEdexmlText()}`.replaceAll('\n', '\r\n'))).toEqual(plain);
  });

  it.each(['ISO-8859-1', 'windows-1252', 'iso-8859-15', 'latin1'])('reads %s', async (encoding) => {
    const text = school(pupil('<achternaam>Nergens</achternaam><roepnaam>Zoë Björn</roepnaam>'));
    const { pupils } = await ok(toLatin1(`<?xml version="1.0" encoding="${encoding}"?>${text}`));
    expect(fullName(pupils[0]!)).toBe('Zoë Björn Nergens');
  });

  it('reads UTF-16 with its mark, and UTF-8 without a declaration', async () => {
    const text = school(pupil('<achternaam>Nergens</achternaam><roepnaam>Ayşe</roepnaam>'));
    const littleEndian = Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect((await ok(littleEndian)).pupils[0]?.firstName).toBe('Ayşe');
    expect((await ok(Uint8Array.from(Buffer.from(littleEndian).swap16()))).pupils[0]?.firstName).toBe('Ayşe');
    expect((await ok(text)).pupils[0]?.firstName).toBe('Ayşe');
  });

  it('two thousand pupils, resting in between, letters cut in two by a piece included', async () => {
    let rests = 0;
    const file = makeEdexmlFile({ pupils: 2_000 });
    const read = valueOf(
      await readEdexml(file, () => {
        rests += 1;
        return Promise.resolve();
      }),
    );
    expect(read.pupils).toHaveLength(2_000);
    expect(read.pupils.every(({ firstName }) => !firstName.includes('\ufffd'))).toBe(true);
    expect(rests).toBe(Math.ceil(file.size / 65_536));
  });

  it('names: the calling name, else given names, else initials; CDATA, entities and spaces', async () => {
    const read = await ok(
      school(
        pupil(
          `<achternaam>Zomaar</achternaam><voorvoegsel> van  der </voorvoegsel><voornamen>Samuel Jan</voornamen><voorletters-1>S.J.</voorletters-1>`,
        ) +
          pupil('<achternaam>Zomaar</achternaam><voorletters-1>S.J.</voorletters-1><roepnaam> </roepnaam>', 'l2') +
          pupil('<achternaam><![CDATA[Zo & maar]]></achternaam><roepnaam>S&#233;&amp;m</roepnaam>', 'l3'),
      ),
    );
    expect(read.pupils.map(fullName)).toEqual(['Samuel Jan van der Zomaar', 'S.J. Zomaar', 'Sé&m Zo & maar']);
  });

  it('birth dates: none is allowed, a time zone behind it too', async () => {
    const dates = ['', '<geboortedatum/>', '<geboortedatum>2015-03-02Z</geboortedatum>', '<geboortedatum>2015-03-02+01:00</geboortedatum>'];
    const read = await ok(school(dates.map((date, n) => pupil(named + date, `l${n}`)).join('')));
    expect(read.pupils.map(({ birthDate }) => birthDate)).toEqual([null, null, '2015-03-02', '2015-03-02']);
  });

  it('names longer than a plan can keep are cut: the group as it is stored is the group as it is compared', async () => {
    const long = 'Groep '.padEnd(60, 'x');
    const read = await ok(
      school(
        pupil(`${named}<groep key="g"/>`) + pupil(`${named}<jaargroep>${long}</jaargroep>`, 'l2'),
        `<groepen><groep key="g"><naam>${long}</naam></groep></groepen>`,
      ),
    );
    expect(read.pupils.map((one) => groupNameOf(read, one))).toEqual([long.slice(0, 40), long.slice(0, 40)]);
  });

  it('a pupil in no group shows the year; a teacher without a name is left out', async () => {
    const read = await ok(
      `<EDEX><leerlingen>${pupil(`${named}<jaargroep>3</jaargroep>`)}</leerlingen><leerkrachten><leerkracht key="k"/></leerkrachten></EDEX>`,
    );
    expect([read.brin, read.pupils[0]?.group, groupNameOf(read, read.pupils[0]!), read.teachers]).toEqual(['', null, '3', []]);
  });

  it('what a program adds of its own means nothing', async () => {
    const own = '<toevoeging><achternaam>Anders</achternaam><groep key="g9"/></toevoeging><roepnaam>S<b>x</b>am</roepnaam>';
    const read = await ok(school(pupil(`<achternaam>Zomaar</achternaam>${own}`)));
    expect(read.pupils[0]).toMatchObject({ firstName: 'S', lastName: 'Zomaar', group: null });
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['another root', '<UWLR><leerlingen/></UWLR>', { type: 'WrongRoot' }],
    ['a root with the name inside it', '<x><EDEX/></x>', { type: 'WrongRoot' }],
    ['no end tag', '<EDEX>\n<school>\n</EDEX>', { type: 'BrokenXml', line: 3 }],
    ['cut off', makeEdexmlText().slice(0, 2_000), { type: 'BrokenXml', line: makeEdexmlText().slice(0, 2_000).split('\n').length }],
    ['nothing', '', { type: 'BrokenXml', line: 1 }],
    ['plain text', 'leerling;groep', { type: 'BrokenXml', line: 1 }],
    ['an entity that nobody explained', '<EDEX>&naam;</EDEX>', { type: 'BrokenXml', line: 1 }],
    ['a very deep nest', `<EDEX>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</EDEX>`, { type: 'BrokenXml', line: 1 }],
    ['no pupils', '<EDEX><school/><leerlingen/></EDEX>', { type: 'NoPupils' }],
    ['pupils in the wrong place', `<EDEX>${pupil(named)}</EDEX>`, { type: 'NoPupils' }],
    ['an encoding we do not know', '<?xml version="1.0" encoding="EBCDIC-NL"?><EDEX/>', { type: 'UnknownEncoding' }],
    [
      'pupils without names',
      school(`${pupil('')}\n${pupil(named, 'l2')}\n${pupil('<roepnaam>Sam</roepnaam>', 'l3')}`),
      { type: 'PupilNamesMissing', lines: [1, 3], count: 2 },
    ],
    ['pupils without a key', school(`${pupil(named)}\n<leerling>${named}</leerling>`), { type: 'PupilKeysWrong', lines: [2], count: 1 }],
    [
      'a key longer than a plan can keep',
      school(pupil(named, 'k'.repeat(80)) + '\n' + pupil(named, 'k'.repeat(81))),
      { type: 'PupilKeysWrong', lines: [2], count: 1 },
    ],
    ['two pupils with one key', school(`${pupil(named)}\n\n${pupil(named)}`), { type: 'PupilKeysWrong', lines: [3], count: 1 }],
    [
      'a day that does not exist',
      school(pupil(`${named}<geboortedatum>2015-02-30</geboortedatum>`)),
      { type: 'BirthDatesWrong', lines: [1], count: 1 },
    ],
    [
      'a day written otherwise',
      school(pupil(`${named}<geboortedatum>02-03-2015</geboortedatum>`)),
      { type: 'BirthDatesWrong', lines: [1], count: 1 },
    ],
  ])('%s: says what, and takes over nothing', async (_, content, error) => {
    expect(await read(content)).toEqual({ ok: false, error });
  });

  it('names the first ten lines and counts the rest', async () => {
    const error = await read(school(Array.from({ length: 300 }, (_, n) => pupil('', `l${n}`)).join('\n')));
    expect(error).toEqual({ ok: false, error: { type: 'PupilNamesMissing', lines: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], count: 300 } });
  });

  it('says UTF-8 and is not: no guessing at names', async () => {
    expect(errorOf(await read(toLatin1(school(pupil(`<achternaam>Zoë</achternaam>`)))))).toBe('UnknownEncoding');
    expect(errorOf(await read(toLatin1(`<EDEX>${' '.repeat(70_000)}Zoë</EDEX>`)))).toBe('UnknownEncoding');
  });

  it('50 MB is refused before a byte is read', async () => {
    const file = { size: 50_000_000, arrayBuffer: () => Promise.reject(new Error('read')) } as unknown as Blob;
    expect(await readEdexml(file, rest)).toEqual({ ok: false, error: { type: 'FileTooLarge', maxMegabytes: 20 } });
  });

  it('a file that went away is said, not thrown', async () => {
    const file = { size: 500, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) } as unknown as Blob;
    expect(await readEdexml(file, rest)).toEqual({ ok: false, error: { type: 'FileUnreadable' } });
  });

  it('a bomb of entities does not go off', async () => {
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE EDEX [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, n) => `<!ENTITY a${n} "${'&a;'.repeat(10)}">`).join('')}]>\n<EDEX>&a11;</EDEX>`;
    expect(errorOf(await read(bomb))).toBe('DoctypeNotAllowed');
    expect(errorOf(await read('<!DOCTYPE EDEX SYSTEM "file:///etc/passwd"><EDEX/>'))).toBe('DoctypeNotAllowed');
  });

  it('twenty megabytes of nothing but opening tags is stopped at once', async () => {
    expect(errorOf(await read('<EDEX>' + '<a>'.repeat(6_000_000)))).toBe('BrokenXml');
  });
});
