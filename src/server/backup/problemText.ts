import type { BackupProblem } from './backUp.ts';
import type { DatabaseProblem } from './checkDatabase.ts';
import type { RestoreProblem } from './restore.ts';

/** What went wrong, and what to do, for whoever runs the server. */
export function problemText(problem: BackupProblem | RestoreProblem | DatabaseProblem): string {
  switch (problem.type) {
    case 'NoDatabase':
      return `There is no database: ${problem.file}. Is KNOOPPUNT_DATA right?`;
    case 'AlreadyThere':
      return `This backup is there already: ${problem.file}`;
    case 'NoBackup':
      return `There is no such file: ${problem.file}`;
    case 'BadCopy':
      return `The copy is not good and was thrown away. ${problemText(problem.problem)}`;
    case 'BadBackup':
      return `This backup cannot be used. Nothing was changed. ${problemText(problem.problem)}`;
    case 'InUse':
      return 'A server uses this database. Stop it first. Nothing was changed.';
    case 'NotOurs':
      return 'It is no database of this server.';
    case 'Damaged':
      return `It is damaged: ${problem.what}.`;
    case 'Newer':
      return `It was written by a newer server (version ${problem.version} of the tables). Upgrade this one first.`;
  }
}
