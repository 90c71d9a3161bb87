import { describe, expect, test } from 'vitest';
import { readWholeDocument } from '../../../src/core/document/wholeDocument.ts';
import { planSchema } from '../../../src/core/plan/planSchema.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createStory, rulesFor, writeEnvelope } from '../../support/documentStory.ts';
import { createFullPlan, planFields, rowOf } from '../../support/fullPlan.ts';

describe('a whole document', () => {
  test('has every field of every kind that is filled in', () => {
    const whole = readWholeDocument(createFullPlan().state(), planSchema);
    for (const [kind, fields] of planFields) {
      expect(whole[kind]).toHaveLength(1);
      expect(whole[kind]![0]).toMatchObject({ id: rowOf(kind), author: kind === 'family' ? null : 'ingrid' });
      expect(Object.keys(whole[kind]![0]!.fields)).toEqual(Object.keys(fields));
    }
  });

  test('says nothing of what is empty or taken away', () => {
    const story = createStory('ingrid-laptop', rulesFor({ ingrid: 'lead' }));
    const [kept, gone] = ['agreement.ingrid.1', 'agreement.ingrid.2'] as [EntityId, EntityId];
    story.write(['set', kept, 'text', 'Wij bellen', []], ['set', gone, 'text', 'Wij mailen', []]);
    story.write(['set', gone, 'deleted', true, []]);
    expect(readWholeDocument(story.state(), planSchema)).toEqual({
      agreement: [{ id: kept, author: 'ingrid', fields: { text: 'Wij bellen' }, sideBySide: {} }],
    });
  });

  test('has both of two values that stand side by side', () => {
    const rules = rulesFor({ ingrid: 'lead', bram: 'professional' });
    const story = createStory('ingrid-laptop', rules);
    const name = (value: string) => ['set', 'family' as EntityId, 'name', value, []] as const;
    const unseen = writeEnvelope(story.state(), 'bram-laptop', [name('De Wit')]);
    story.write(name('De Witte'));
    story.hear(unseen);
    const [row] = readWholeDocument(story.state(), planSchema)['family']!;
    expect(new Set(row!.sideBySide['name'])).toEqual(new Set(['De Wit', 'De Witte']));
  });
});
