import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChangeError } from '../../../src/application/application.ts';
import { err, ok, type Result } from '../../../src/core/shared/result.ts';
import { createAutosave } from '../../../src/ui/components/fields/createAutosave.ts';

interface Save {
  readonly value: string;
  readonly seen: string;
  readonly answer: (result: Result<unknown, ChangeError>) => Promise<void>;
}

/** A cell whose saves the test answers one by one. */
function createCell() {
  const saves: Save[] = [];
  let stored = 'before';
  const autosave = createAutosave<string, string>({
    begin: () => stored,
    save: (value, seen) =>
      new Promise((resolve) => {
        saves.push({
          value,
          seen,
          answer: async (result) => {
            if (result.ok) stored = value;
            resolve(result);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    continueFrom: (value) => value,
  });
  return { autosave, saves, changeElsewhere: (value: string) => void (stored = value) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a field that saves itself', () => {
  it('saves after a pause of 400 ms, and not before', async () => {
    const { autosave, saves } = createCell();
    autosave.edit('a');
    await vi.advanceTimersByTimeAsync(399);
    expect(saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saves).toMatchObject([{ value: 'a', seen: 'before' }]);
    expect(autosave.get().status).toBe('saving');
    await saves[0]!.answer(ok(null));
    expect(autosave.get()).toMatchObject({ status: 'saved', draft: { value: 'a' } });
  });

  it('saves every two seconds while typing goes on', async () => {
    const { autosave, saves } = createCell();
    for (let key = 1; key <= 10; key++) {
      autosave.edit('x'.repeat(key));
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(saves).toHaveLength(1);
    expect(saves[0]!.value).toBe('x'.repeat(7));
  });

  it('saves at once on leaving, and follows the plan again', async () => {
    const { autosave, saves } = createCell();
    autosave.edit('a');
    const left = autosave.leave();
    expect(saves).toHaveLength(1);
    await saves[0]!.answer(ok(null));
    await left;
    expect(autosave.get()).toMatchObject({ status: 'saved', draft: undefined });
  });

  it('does not save without a change', async () => {
    const { autosave, saves } = createCell();
    await autosave.leave();
    await autosave.flush();
    expect(saves).toEqual([]);
  });

  it('sends one save at a time, and then what was typed meanwhile', async () => {
    const { autosave, saves } = createCell();
    autosave.edit('a');
    await vi.advanceTimersByTimeAsync(400);
    autosave.edit('ab');
    await vi.advanceTimersByTimeAsync(1000);
    expect(saves).toHaveLength(1);
    await saves[0]!.answer(ok(null));
    expect(autosave.get().draft).toEqual({ value: 'ab' });
    expect(saves).toMatchObject([{ value: 'a' }, { value: 'ab', seen: 'a' }]);
  });

  it('names what the writer saw when the edit began, whatever arrives meanwhile', async () => {
    const { autosave, saves, changeElsewhere } = createCell();
    autosave.edit('mine');
    changeElsewhere('theirs');
    await vi.advanceTimersByTimeAsync(400);
    expect(saves[0]!.seen).toBe('before');
  });

  it('keeps the text when a save is refused, and sends it again', async () => {
    const { autosave, saves } = createCell();
    autosave.edit('too long');
    await vi.advanceTimersByTimeAsync(400);
    await saves[0]!.answer(err({ type: 'TextTooLong', field: 'name', max: 3 }));
    expect(autosave.get()).toMatchObject({ status: 'failed', draft: { value: 'too long' } });
    void autosave.flush();
    expect(saves).toHaveLength(2);
  });

  it('never sends a second time what waits in memory for a full disk, and says saved when it is', async () => {
    const { autosave, saves } = createCell();
    autosave.edit('a');
    await vi.advanceTimersByTimeAsync(400);
    await saves[0]!.answer(err({ type: 'NotSaved', problem: 'diskFull' }));
    expect(autosave.get()).toMatchObject({ status: 'failed', draft: { value: 'a' } });
    await autosave.flush();
    expect(saves).toHaveLength(1);
    autosave.confirmSaved();
    expect(autosave.get()).toMatchObject({ status: 'saved', draft: { value: 'a' } });
  });

  it('still shows the text when it was left unsaved', async () => {
    const { autosave, saves } = createCell();
    autosave.edit('a');
    const left = autosave.leave();
    await saves[0]!.answer(err({ type: 'NotSaved', problem: 'storageLost' }));
    await left;
    expect(autosave.get()).toMatchObject({ status: 'failed', draft: { value: 'a' } });
  });
});
