/** Ends the task that is running: what follows is a task of its own, and in between a slow device can answer. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
