/**
 * The index in memory of a roster that is open: read when somebody first asks for it, and brought up to date by every change
 * from then on; given up where reading it anew is quicker or surer.
 */
import type { Translate } from "../../shared/i18n";
import type { WriteResult } from "../roster/change-log";
import type { ReadHandle } from "../roster/file/handle";
import { CatalogFacts } from "../roster/read/index/catalog-facts";
import type { PeopleReading } from "../roster/read/index/people-reading";
import { RosterIndex } from "../roster/read/index/roster-index";

/** People whose changes are taken in one by one. */
const mostTouched = 5000;

export class OpenIndex {
  readonly #source: { readonly db: ReadHandle; readonly log: ReadHandle };
  readonly #t: Translate;
  #index: RosterIndex | null = null;
  #catalogAlone: CatalogFacts | null = null;
  #loading: Promise<RosterIndex> | null = null;
  /** Changes that came while the index was still being read. */
  #missed: WriteResult["touched"][] = [];
  /** How often what was read was given up: a reading that began before is no longer wanted. */
  #given = 0;

  constructor(source: { readonly db: ReadHandle; readonly log: ReadHandle }, t: Translate) {
    this.#source = source;
    this.#t = t;
  }

  /** @param read begins to read everybody, where nobody did yet */
  get(read: () => PeopleReading): Promise<RosterIndex> {
    if (this.#index !== null) return Promise.resolve(this.#index);
    this.#loading ??= this.#load(read());
    return this.#loading;
  }

  get now(): RosterIndex | null {
    return this.#index;
  }

  catalog(): CatalogFacts {
    if (this.#index !== null) return this.#index.catalog;
    const { db, log } = this.#source;
    this.#catalogAlone ??= new CatalogFacts(db, this.#t, undefined, log);
    return this.#catalogAlone;
  }

  take(touched: WriteResult["touched"]): void {
    this.#catalogAlone = null;
    // Reading everybody anew is quicker than so many one by one, and lets the window go on meanwhile.
    if (this.#index !== null && touched.officials.length > mostTouched) this.forget();
    if (this.#index !== null) this.#index.apply(touched);
    else if (this.#loading !== null) this.#missed.push(touched);
  }

  /** What was read may be wrong. */
  forget(): void {
    this.#given++;
    this.#catalogAlone = null;
    this.#index = null;
    this.#loading = null;
    this.#missed = [];
  }

  /** Once nothing is read any more, however that ended. */
  async settled(): Promise<void> {
    await this.#loading?.catch(() => undefined);
  }

  async #load(reading: PeopleReading): Promise<RosterIndex> {
    const { db, log } = this.#source;
    const begun = this.#given;
    const index = await RosterIndex.load(db, this.#t, reading, log);
    if (begun !== this.#given) return index;
    for (const touched of this.#missed) index.apply(touched);
    this.#missed = [];
    this.#index = index;
    return index;
  }
}
