/** What a benchmark has to tell: figures beside what they must reach, and how each was got. */
export interface Figure {
  readonly work: string;
  readonly reach: string;
  readonly measured: string;
  /** Whether the target was reached; null where there is none. */
  readonly reached: boolean | null;
}

export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** How the figures were got, a sentence or two each. */
  readonly how: readonly string[];
  /** More to compare, as Markdown: tables, headings of the third level, lists. */
  readonly tables?: readonly string[];
}

/** Where and with what benchmarks run. */
export interface Bench {
  /** Top folder of the clone. */
  readonly root: string;
  /** The Electron in use. */
  readonly electron: string;
  /** Folder for rosters that are made once and for what a run leaves behind. */
  readonly folder: string;
  readonly say: (line: string) => void;
}
