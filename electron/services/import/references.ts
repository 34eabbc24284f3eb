/**
 * Finds units and posts as lists name them, among those of the row's day. Names are indexed once an import: a list asks for
 * thousands, and a nation's catalog has thousands of units.
 */
import type { EntityName } from "../../../shared/domain/entities";
import { exactHeading, looseHeading } from "../../../shared/import/heading-text";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { otherPostNames, postName } from "../../../shared/import/post-wordings";
import type { DayRange, ReferenceFinder } from "../../../shared/import/read-values";
import type { CatalogFacts, Post, Unit } from "../../roster/read/index/catalog-facts";
import { existsOn } from "../statistics";

/** Bodies of a unit; where one is named with its unit, the unit is meant. */
const bodies =
  /^(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|đảng ủy|đảng bộ|mttq|ubmttq|ủy ban mttq|đoàn thanh niên|hội nông dân|hội lhpn|hội phụ nữ|hội ccb|văn phòng|và|đơn vị)\s+/u;

/** Digits of a commune's code, the longest of all. */
const longestCode = 5;

interface Titled {
  readonly id: string;
  readonly name: string;
}

type Names<T> = ReadonlyMap<string, readonly T[]>;

export class CatalogReferences implements ReferenceFinder {
  readonly #catalog: CatalogFacts;
  readonly #units: { readonly exact: Names<Unit>; readonly loose: Names<Unit>; readonly codes: Names<Unit> };
  readonly #posts: { readonly exact: Names<Post>; readonly loose: Names<Post> };
  readonly #titled: (entity: EntityName) => readonly Titled[];
  readonly #others = new Map<EntityName, { readonly exact: Names<Titled>; readonly loose: Names<Titled> }>();
  /** Fronts of what posts are called, as `postName` has them. */
  readonly #postFronts: ReadonlySet<string>;

  /** @param titled rows of other catalogs by their titles */
  constructor(catalog: CatalogFacts, titled: (entity: EntityName) => readonly Titled[]) {
    this.#catalog = catalog;
    this.#titled = titled;
    const units = catalog.unitsInView.map((unit) => ({ row: unit, texts: [unit.fullName, unit.name] }));
    this.#units = {
      exact: byText(units, exactHeading),
      loose: byText(units, looseHeading),
      codes: byText(
        catalog.unitsInView.map((unit) => ({ row: unit, texts: [unit.code] })),
        (code) => code,
      ),
    };
    const posts = catalog.postsInView.map((post) => ({
      row: post,
      texts: [post.name, post.plainName, post.key],
    }));
    this.#posts = {
      exact: byText(posts, exactHeading),
      loose: byText(
        posts.map(({ row, texts }) => ({ row, texts: [...texts.map(postName), ...otherPostNames(row.key)] })),
        looseHeading,
      ),
    };
    this.#postFronts = new Set([...this.#posts.loose.keys()].flatMap(frontsOf));
  }

  begins(entity: EntityName, text: string): boolean {
    return entity === "post" && this.#postFronts.has(postName(text));
  }

  named(entity: EntityName, text: string, days: DayRange, unit: string | null): readonly string[] {
    if (entity === "unit") return idsOf(this.#unitsNamed(text, days));
    if (entity === "post") return idsOf(this.#postsNamed(text, days, unit));
    const names = this.#namesOf(entity);
    return idsOf(names.exact.get(exactHeading(text)) ?? names.loose.get(looseHeading(text)) ?? []);
  }

  coded(entity: EntityName, code: string, days: DayRange): readonly string[] {
    if (entity !== "unit") return [];
    const all = this.#units.codes.get(code) ?? [];
    const then = this.#present(all, days);
    return idsOf(then.length > 0 ? then : all);
  }

  codedShort(entity: EntityName, code: string, days: DayRange): readonly string[] {
    if (!/^\d+$/.test(code)) return [];
    for (let whole = `0${code}`; whole.length <= longestCode; whole = `0${whole}`) {
      const found = this.coded(entity, whole, days);
      if (found.length > 0) return found;
    }
    return [];
  }

  isOver(entity: EntityName, id: string, { first }: DayRange): boolean {
    const row =
      entity === "unit" ? this.#catalog.unitOfId(id) : entity === "post" ? this.#catalog.postOfId(id) : null;
    return row?.validTo != null && isoToPacked(row.validTo) < first;
  }

  #namesOf(entity: EntityName) {
    const known = this.#others.get(entity);
    if (known !== undefined) return known;
    const rows = this.#titled(entity).map((row) => ({ row, texts: [row.name] }));
    const names = { exact: byText(rows, exactHeading), loose: byText(rows, looseHeading) };
    this.#others.set(entity, names);
    return names;
  }

  /** Those of the row's days; where none has the name then, those of any day: what ended is told of, and no unit is lost. */
  #unitsNamed(text: string, days: DayRange): readonly Unit[] {
    const then = this.#unitsAmong(text, (units) => this.#present(units, days));
    return then.length > 0 ? then : this.#unitsAmong(text, (units) => units);
  }

  #unitsAmong(text: string, among: (units: readonly Unit[]) => readonly Unit[]): readonly Unit[] {
    const [front = ""] = text.split(/[,;–]| - /u);
    let name = exactHeading(front);
    for (;;) {
      const found = among(this.#units.exact.get(name) ?? []);
      const loose = found.length > 0 ? found : among(this.#units.loose.get(looseHeading(name)) ?? []);
      if (loose.length > 0) return this.#ownFirst(loose);
      const shorter = name.replace(bodies, "");
      if (shorter === name) return [];
      name = shorter;
    }
  }

  /** A year or month is tried by its first day, then by its last. */
  #present(units: readonly Unit[], { first, last }: DayRange): readonly Unit[] {
    const then = units.filter((unit) => existsOn(unit, first));
    return then.length > 0 ? then : units.filter((unit) => existsOn(unit, last));
  }

  /** Names repeat across the country; the office's list means its own unit of that name. */
  #ownFirst(units: readonly Unit[]): readonly Unit[] {
    const own = units.filter(({ index }) => this.#catalog.officeScope[index] === 1);
    return own.length > 0 ? own : units;
  }

  /** Those that exist on the day, or before that were of this name where none does. */
  #postsNamed(text: string, { first }: DayRange, unit: string | null): readonly Post[] {
    const usable = (posts: readonly Post[]) => posts.filter((post) => this.#catalog.isFor(post.maker, unit));
    const exact = usable(this.#posts.exact.get(exactHeading(text)) ?? []);
    const loose = this.#posts.loose.get(postName(text)) ?? this.#posts.loose.get(looseHeading(text)) ?? [];
    const found = exact.length > 0 ? exact : usable(loose);
    const then = found.filter((post) => existsOn(post, first));
    return then.length > 0 ? then : found;
  }
}

function frontsOf(name: string): string[] {
  const words = name.split(" ");
  return words.slice(1).map((_word, place) => words.slice(0, place + 1).join(" "));
}

function byText<T>(
  rows: readonly { readonly row: T; readonly texts: readonly string[] }[],
  normal: (text: string) => string,
): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const { row, texts } of rows) {
    for (const name of new Set(texts.map(normal))) {
      const known = map.get(name);
      if (known === undefined) map.set(name, [row]);
      else if (!known.includes(row)) known.push(row);
    }
  }
  map.delete("");
  return map;
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id);
}
