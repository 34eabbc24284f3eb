/**
 * What the readers of all formats share while one workbook is read: how much may be taken, how far it is, and in which
 * words it is refused. A workbook comes from anybody. Without one budget over all its parts a file of a few kilobytes could
 * fill the memory, and each reader would have to think of it by itself.
 */
import { AppError, appError } from "../../../shared/contract/errors";
import type { foreignFiles, workbookLimits } from "../../../shared/contract/errors";
import { formatNumber } from "../../../shared/text/format";

export type ForeignFile = (typeof foreignFiles)[number];
type Limit = (typeof workbookLimits)[number];

const mega = 1 << 20;

/** The most that is read of one workbook: some times what a province's whole list needs. */
export const limits = {
  /** Bytes of the file. */
  megabytes: 200,
  /** Bytes of all parts that are read, unpacked. A million empty rows with formats are below it. */
  unpacked: 1024,
  /** Cells that hold something. */
  cells: 3_000_000,
  /** Letters in all of them, a text counted for each cell that shows it. */
  letters: 150_000_000,
  /** Parts of a packed file, and sheets. */
  parts: 10_000,
  merges: 200_000,
  minutes: 5,
  /** Of the thread that reads; the file's own bytes come on top. */
  memory: 1536,
} as const satisfies Record<Limit, number>;

/** Letters that spreadsheet programs hold in one cell; what is longer is no word of a list, and each step would go through it again. */
const lettersOfCell = 32_767;

export interface ReadingWatch {
  readonly signal?: AbortSignal | undefined;
  /** Told of a share of the whole, 0 to 1, that grows. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Shares smaller than this are not told. */
const leastStep = 0.01;

/** The readings of {@link limits} for tests that would need gigabytes otherwise. */
export type Limits = Readonly<Record<Limit, number>>;

export class Reading {
  /** What is read, as sentences name it. */
  readonly path: string;
  readonly #limits: Limits;
  readonly #watch: ReadingWatch;
  readonly #begun = performance.now();
  #unpacked = 0;
  #cells = 0;
  #letters = 0;
  #merges = 0;
  #told = 0;

  constructor(path: string, watch: ReadingWatch = {}, least: Limits = limits) {
    this.path = path;
    this.#watch = watch;
    this.#limits = least;
  }

  /** @throws AppError workbook-too-large */
  fileOf(bytes: number): void {
    if (bytes > this.#limits.megabytes * mega) throw this.tooLarge("megabytes");
  }

  /** Called for every piece of a part. @throws AppError workbook-too-large, cancelled */
  took(bytes: number): void {
    this.#unpacked += bytes;
    if (this.#unpacked > this.#limits.unpacked * mega) throw this.tooLarge("unpacked");
    this.pause();
  }

  /** One more cell that shows so many letters. @throws AppError workbook-too-large */
  cell(letters: number): void {
    this.#cells++;
    this.#letters += letters;
    if (this.#cells > this.#limits.cells) throw this.tooLarge("cells");
    if (this.#letters > this.#limits.letters) throw this.tooLarge("letters");
  }

  /** Letters that are held and may never be shown. @throws AppError workbook-too-large */
  held(letters: number): void {
    if (letters > this.#limits.letters) throw this.tooLarge("letters");
  }

  /** @throws AppError workbook-too-large */
  merge(): void {
    this.#merges++;
    if (this.#merges > this.#limits.merges) throw this.tooLarge("merges");
  }

  /** @throws AppError workbook-too-large */
  parts(count: number): void {
    if (count > this.#limits.parts) throw this.tooLarge("parts");
  }

  /** @throws AppError cancelled, workbook-too-large once it takes longer than anybody waits */
  pause(): void {
    if (this.#watch.signal?.aborted === true) throw appError("cancelled");
    if (performance.now() - this.#begun > this.#limits.minutes * 60_000) throw this.tooLarge("minutes");
  }

  /** Tells how far it is; what would go back is not told. */
  tell(share: number): void {
    const at = Math.min(share, 1);
    if (at < this.#told + leastStep && at < 1) return;
    this.#told = Math.max(at, this.#told);
    this.#watch.onProgress?.(this.#told);
  }

  tooLarge(what: Limit): AppError {
    const limit = formatNumber(this.#limits[what]);
    return appError("workbook-too-large", { path: this.path, what, limit });
  }

  /** @throws AppError workbook-long-cell @param place as spreadsheet programs name it */
  textOf(letters: number, place: () => string): void {
    if (letters <= lettersOfCell) return;
    const limit = formatNumber(lettersOfCell);
    throw appError("workbook-long-cell", { path: this.path, cell: place(), limit });
  }

  empty(): AppError {
    return appError("workbook-empty", { path: this.path });
  }

  damaged(cause?: unknown): AppError {
    return appError("workbook-damaged", { path: this.path }, cause);
  }

  password(): AppError {
    return appError("workbook-password", { path: this.path });
  }

  foreign(what: ForeignFile): AppError {
    return appError("workbook-foreign", { path: this.path, what });
  }

  /** What a library or the system threw over the bytes of the file, as a refusal; its own refusals as they are. */
  refusal(error: unknown): AppError {
    if (error instanceof AppError) return error;
    // A text longer than the engine holds.
    if (error instanceof RangeError) return this.tooLarge("letters");
    return this.damaged(error);
  }
}
