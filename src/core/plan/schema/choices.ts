import { choice } from '../../document/schema.ts';

export const domain = choice('home', 'school', 'leisure', 'health', 'network');
/** Whose own device wrote it, or who wrote it down for someone: a recorded answer never looks like one's own. */
export const via = choice('own', 'spoken', 'paper');
