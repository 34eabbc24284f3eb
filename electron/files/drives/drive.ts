/** A removable drive, whichever system tells of it. */
export interface Drive {
  readonly path: string;
  /** What the user calls it. */
  readonly label: string;
}
