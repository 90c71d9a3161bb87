/** Whether this browser certainly holds nothing of the app: no database of that name, and no file. False also when it does not tell. */
export async function holdsNothing(database: string): Promise<boolean> {
  try {
    const [databases, folder] = await Promise.all([indexedDB.databases(), navigator.storage.getDirectory()]);
    if (databases.some(({ name }) => name === database)) return false;
    const { done } = await folder.keys().next();
    return done === true;
  } catch {
    return false;
  }
}
