import type { PlanCommand } from '../../core/plan/planCommand.ts';

type Write = Extract<PlanCommand, { readonly type: 'write' }>;

/**
 * A note that could not be stored is sealed already and waits. The field, told that it was not saved, sends the whole edit
 * again from the same `before`; without this its words would stand there twice once the disk has room.
 */
export function continueFailedWrites(): {
  readonly continued: (commands: readonly PlanCommand[]) => readonly PlanCommand[];
  readonly note: (commands: readonly PlanCommand[], failed: boolean) => void;
  readonly forget: () => void;
} {
  const waiting = new Map<string, Write>();
  const cellOf = ({ entity, field }: Write) => `${entity} ${field}`;
  return {
    continued: (commands) =>
      commands.map((command) => {
        const earlier = command.type === 'write' ? waiting.get(cellOf(command)) : undefined;
        return command.type === 'write' && earlier?.before === command.before ? { ...command, before: earlier.after } : command;
      }),
    note: (commands, failed) => {
      for (const command of commands) {
        if (command.type !== 'write') continue;
        if (failed) waiting.set(cellOf(command), command);
        else waiting.delete(cellOf(command));
      }
    },
    forget: () => waiting.clear(),
  };
}
