/** What a command tells the program that ran it. */
export const exitStatus = {
  nothingFound: 0,
  findings: 1,
  /** It could not be done as it was asked for. */
  failed: 2,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
