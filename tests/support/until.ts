/** Waits for something that happens by itself, on real threads and lines; ends the test when it does not. */
export async function until(isSo: () => boolean | Promise<boolean>, milliseconds = 20_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${isSo.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
