import { describe, expect, it, test } from 'vitest';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { helperId, helpersIn, wrongIn } from '../../../src/core/shared/helpers.ts';

describe('who helps from outside the circle', () => {
  it('is read from the rows of a document, and of a newer version’s kinds nothing', () => {
    const row = { name: 'Steunpunt', phone: '14010', mail: '', checkedOn: null };
    const rows = [
      { id: 'helper.somethingNew' as EntityId, ...row },
      { id: helperId('parentSupport'), ...row },
    ];
    expect(helpersIn(rows)).toEqual([{ kind: 'parentSupport', ...row }]);
  });

  test.each(['', '112', '14010', '0800-0432', '(010) 123 45 67', '+31 6 12345678'])('a number to call: "%s"', (phone) =>
    expect(wrongIn({ phone, mail: '' })).toEqual([]),
  );
  test.each(['bel maar', '--', '12', '010;postd=1', '06 1234 of 06 5678'])('no number to call: "%s"', (phone) =>
    expect(wrongIn({ phone, mail: '' })).toEqual(['phone']),
  );
  test.each(['jos', 'jos@', '@x.nl', 'jos@x', 'a b@x.nl', 'jos@x.nl?cc=b@x.nl'])('no address to write to: "%s"', (mail) =>
    expect(wrongIn({ phone: 'x', mail })).toEqual(['phone', 'mail']),
  );
  it('an address to write to', () => expect(wrongIn({ phone: '', mail: 'hulp@steunpunt.example' })).toEqual([]));
});
