/**
 * What a refused promise says, "" if it was not refused. `rejects.toThrow` does not know the
 * database driver's errors when the native module was loaded by an earlier test file.
 */
export async function messageOf(refused: Promise<unknown>): Promise<string> {
  return refused.then(
    () => '',
    (error: unknown) => (error as { message: string }).message,
  );
}
