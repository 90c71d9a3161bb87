import type { CivilDate } from '../core/shared/civilDate.ts';
import type { Application, ExampleFamily } from './application.ts';

/** Makes the example family as a person would: a new case, then one save after the other. A refusal is a mistake in the example. */
export async function addExampleFamily(
  application: Pick<Application, 'createCase' | 'openCase'>,
  example: ExampleFamily,
  today: CivilDate,
): Promise<void> {
  const made = await application.createCase(example.family);
  const opened = made.ok ? await application.openCase(made.value) : made;
  if (!opened.ok) throw new Error(`no example family: ${opened.error.type}`);
  for (const step of example.steps) {
    const changed = await opened.value.change(...step(opened.value.view.get(), today));
    if (!changed.ok) throw new Error(`the example family is refused: ${changed.error.type}`);
  }
  opened.value.close();
}
