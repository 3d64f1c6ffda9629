/** A sentence per code; `args` are already fit for reading. */
export type Messages = Readonly<
  Record<string, (args: Readonly<Record<string, string | number>>) => string>
>;
