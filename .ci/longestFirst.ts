import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Most of these wait more than they work. Begun last, one of them would go on for a minute while everything else is done. */
const LONGEST = [
  'server/streams/conformance',
  'server/kill',
  'application/exchange/simulation',
  'application/exchange/killedServer',
  'server/accounts/hostileInput',
  'architecture/boundaries',
  'server/process',
  'application/courier',
];
const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
  return at === -1 ? LONGEST.length : at;
};

/** A new clone knows no times of files, and would go by their size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
