/** True for the name of a file that a report can be written to. */
export const isReportFile = (file: string): boolean => /\.(csv|xlsx)$/i.test(file);
