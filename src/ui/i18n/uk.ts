/** A family reads most of these: together they are one file to fetch, instead of a dozen that the service worker lists one by one. */
const parts = import.meta.glob<Record<string, string>>('./uk/*.json', { eager: true, import: 'default' });
export default Object.assign({}, ...Object.values(parts)) as Record<string, string>;
