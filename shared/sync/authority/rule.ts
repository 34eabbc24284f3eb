/**
 * Whether an office may write what an op holds: the rule itself, as a question about one op.
 *
 * It looks at nothing but what others with authority wrote, and every answer that allows stays so when more is known
 * (but for the top, see offices.ts). So asking again and again until nothing changes gives every office the same result.
 */
import {
  entities,
  entityById,
  entityDefinition,
  type EntityName,
  type FieldDefinition,
  isOwned,
  ownerField,
} from "../../domain/entities";
import { type ProposalReason, standing } from "../../domain/authority";
import { unitLevels } from "../../domain/values";
import { isUuid } from "../bytes";
import { targetOfJoin } from "../fold";
import { type Offices, revokedAuthor } from "./offices";
import { type AuthoredOp, earlierOp, isNobody } from "./types";

/** The creation that a row goes back to. */
export interface Founder {
  readonly op: AuthoredOp;
  /** Keys of who made it, and of whoever accepted that it was made. */
  readonly keys: readonly string[];
}

/** What is known of rows and people; ops count as known here when they have authority. */
export interface Known {
  readonly offices: Offices;
  /** Null while no creation of the row by a known office is here. */
  founderOf(row: string): Founder | null;
  /** Values that ops gave a field of a row. */
  said(row: string, field: number): Iterable<string>;
  /** Units that ops named for somebody. */
  homesOf(official: string): Iterable<string>;
}

/** `open`: the row, or the person whose row it is, has not come, so that nothing can be said yet. */
export type Judgement = "counts" | "open" | "aside" | ProposalReason;

/** The standing that a judgement gives where nobody decided anything. */
export function standingOf(judgement: Judgement) {
  if (judgement === "counts" || judgement === "open") return standing.counts;
  return judgement === "aside" ? standing.aside : standing.waits;
}

/**
 * Which of several creations is believed that say something of one key: that of an office that none of the others stands
 * above, of these the first in the order that all share.
 * @param creations those that count, each of a row of its own
 */
export function believed<O extends AuthoredOp>(creations: readonly O[], offices: Offices): O | null {
  if (creations.length < 2) return creations[0] ?? null;
  const leading = creations.filter(
    (one) => !creations.some((other) => offices.isAbove(offices.authorOf(other), offices.authorOf(one))),
  );
  return [...(leading.length > 0 ? leading : creations)].sort(earlierOp)[0] ?? null;
}

/** References of an entity to rows of another, by the ids of their fields. */
function referencesTo(entity: EntityName, target: EntityName, type: FieldDefinition["type"]): number[] {
  return Object.values(entityDefinition(entity).fields)
    .filter((field) => field.type === type && field.entity === target)
    .map(({ id }) => id);
}

/** Fields of a person's rows that name a unit. */
function placesOf(entity: EntityName): readonly number[] {
  return isOwned(entity) ? referencesTo(entity, "unit", "reference") : [];
}

/** Fields that put a row of units below another, and that say from which ones it was formed. */
export const unitLinks = {
  parent: referencesTo("unit", "unit", "reference"),
  predecessors: referencesTo("unit", "unit", "referenceSet"),
} as const;

/** Row ids in the value of a reference or of a set of them. */
export function idsIn(op: AuthoredOp, fields: readonly number[]): string[] {
  return fields.flatMap((field) => {
    const value = op.fields.get(field);
    return typeof value === "string" ? value.split(" ").filter(isUuid) : [];
  });
}

/**
 * Whether an op would count had it been written with a key.
 * @param key hex; of the op's own author, or of somebody who decides about it
 */
export function mayWrite(key: string, op: AuthoredOp, known: Known): Judgement {
  const { offices } = known;
  const entity = entityById(op.entity);
  if (isNobody(key)) return isShippedList(entity) && op.create ? "counts" : "unknownAuthor";
  if (!offices.isKnown(key)) return key === revokedAuthor ? "revokedKey" : "unknownAuthor";
  // Whatever they call it: what they write there must not even set ours aside.
  if (op.row === offices.reader.office && !offices.isReaders(key)) return "othersOffice";
  const founder = known.founderOf(op.row);
  if (founder !== null && founder.op.entity !== op.entity) return "aside";
  if (offices.mayAll(key) || entity === null) return "counts";
  const { authority } = entityDefinition(entity);
  if (founder === null && !op.create) return "open";
  const makes = op.create && (founder === null || founder.op.id === op.id);
  switch (authority) {
    case "person":
      return ofPerson(key, op, entity, makes, known);
    case "parent":
      return ofUnit(key, op, makes, known);
    case "maker":
      return makes || isOfMaker(key, founder, offices) ? "counts" : "higherList";
    case "top":
      return offices.isTop(key) ? "counts" : "higherList";
    case "office":
      return ofOffice(key, op, makes, founder, offices);
    case "anybody":
      return "counts";
    case "credential":
      return ofCredential(key, op, makes, founder, known);
    case "decision":
      // Judged by the op that it decides, which whoever asks has at hand.
      return "open";
  }
}

function isShippedList(entity: EntityName | null): boolean {
  if (entity === null) return true;
  const { authority } = entityDefinition(entity);
  return authority === "parent" || authority === "maker" || authority === "top";
}

function isOfMaker(key: string, founder: Founder | null, offices: Offices): boolean {
  if (founder === null) return false;
  if (founder.keys.some(isNobody)) return offices.isTop(key);
  return founder.keys.some((maker) => offices.coversOffice(key, maker));
}

function coversPerson(key: string, official: string, known: Known): boolean {
  const founder = known.founderOf(official);
  if (founder?.keys.some((maker) => known.offices.coversOffice(key, maker)) === true) return true;
  for (const unit of known.homesOf(official)) if (known.offices.covers(key, unit)) return true;
  return false;
}

function ofPerson(key: string, op: AuthoredOp, entity: EntityName, makes: boolean, known: Known): Judgement {
  if (!isOwned(entity)) {
    if (makes) return "counts";
    if (!coversPerson(key, op.row, known)) return "notItsPeople";
    const joined = targetOfJoin(op);
    if (joined === null) return "counts";
    if (known.founderOf(joined) === null) return "open";
    return coversPerson(key, joined, known) ? "counts" : "notItsPeople";
  }
  const owner = ownerField(entity).id;
  if (!makes) {
    const owners = ownersOf(op.row, owner, known);
    if (!owners.some((one) => coversPerson(key, one, known))) {
      return owners.some((one) => known.founderOf(one) !== null) ? "notItsPeople" : "open";
    }
  }
  const twin = targetOfJoin(op);
  if (twin !== null) {
    // A row goes up in one of another record as its record does: with a say over both.
    const others = ownersOf(twin, owner, known);
    if (!others.some((one) => coversPerson(key, one, known)))
      return others.some((one) => known.founderOf(one) !== null) ? "notItsPeople" : "open";
  }
  for (const one of idsIn(op, [owner])) {
    if (coversPerson(key, one, known)) continue;
    return known.founderOf(one) === null ? "open" : "notItsPeople";
  }
  const places = idsIn(op, placesOf(entity));
  return places.every((unit) => known.offices.covers(key, unit)) ? "counts" : "notItsUnit";
}

/** Whom a row ever belonged to: as whoever made it says, and as it was moved. */
function ownersOf(row: string, owner: number, known: Pick<Known, "said" | "founderOf">): string[] {
  const founder = known.founderOf(row);
  return [...new Set([...(founder === null ? [] : idsIn(founder.op, [owner])), ...known.said(row, owner)])];
}

/** Whose row an op of a person's row is about, and of which it says that it is the same: by itself, and as was said before. */
export function ownersNamed(op: AuthoredOp, known: Pick<Known, "said" | "founderOf">): string[] {
  const entity = entityById(op.entity);
  if (entity === null || !isOwned(entity)) return [];
  const owner = ownerField(entity).id;
  const twin = targetOfJoin(op);
  const others = twin === null ? [] : ownersOf(twin, owner, known);
  return [...new Set([...idsIn(op, [owner]), ...ownersOf(op.row, owner, known), ...others])];
}

function ofUnit(key: string, op: AuthoredOp, makes: boolean, known: Known): Judgement {
  const { offices } = known;
  if (offices.isTop(key)) return "counts";
  const above = idsIn(op, unitLinks.parent);
  const linked = [...above, ...idsIn(op, unitLinks.predecessors)];
  if (!linked.every((unit) => offices.covers(key, unit))) return "notItsUnit";
  const parents = makes ? above : unitLinks.parent.flatMap((field) => [...known.said(op.row, field)]);
  if (!parents.some((unit) => offices.covers(key, unit))) return "notItsUnit";
  return levelUnder(op, above, known);
}

/** Place of the level that an op gives a unit, the highest 0; null where it gives none. */
function levelOf(op: AuthoredOp | undefined): number | null {
  const value = op?.fields.get(entities.unit.fields.level.id);
  return typeof value === "string" ? unitLevels.findIndex((one) => one === value) : null;
}

/**
 * A unit is of a lower level than what it is put under: an office that invents one of its own level or of a higher one
 * below itself would speak for it, and introduce keys in its name. Asked of what the op itself says, or else of the row's
 * beginning: what others said meanwhile could forbid what was allowed before it came.
 */
function levelUnder(op: AuthoredOp, above: readonly string[], known: Known): Judgement {
  const first = known.founderOf(op.row)?.op;
  const level = levelOf(op) ?? levelOf(first);
  if (level === null) return "counts";
  const parents = above.length > 0 || first === undefined ? above : idsIn(first, unitLinks.parent);
  for (const parent of parents) {
    const founder = known.founderOf(parent);
    if (founder === null) return "open";
    if (level <= (levelOf(founder.op) ?? -1)) return "higherList";
  }
  return "counts";
}

function ofOffice(
  key: string,
  op: AuthoredOp,
  makes: boolean,
  founder: Founder | null,
  offices: Offices,
): Judgement {
  if (op.row === offices.reader.office) return "counts";
  const units = idsIn(op, [entities.office.fields.unit.id]);
  if (!units.every((unit) => offices.covers(key, unit))) return "othersOffice";
  const isTheirs = makes || founder?.keys.some((maker) => offices.isSameOffice(key, maker)) === true;
  return isTheirs ? "counts" : "othersOffice";
}

/** The key and the unit that a credential ties, as far as the op says. */
export function tieOf(op: AuthoredOp): { readonly key: string; readonly unit: string } | null {
  const { key, unit } = entities.credential.fields;
  const [ofKey, ofUnitId] = [op.fields.get(key.id), op.fields.get(unit.id)];
  if (typeof ofKey !== "string" || !/^[0-9a-f]{64}$/.test(ofKey) || isNobody(ofKey)) return null;
  return typeof ofUnitId === "string" && isUuid(ofUnitId) ? { key: ofKey, unit: ofUnitId } : null;
}

/**
 * Which unit a key speaks for is said once, by the row's founder. Whatever is said in the row later (its office's name, where
 * the key ends) is for the founder's office, those above it, and our own: a second creation of the row gives no say.
 */
function ofCredential(
  key: string,
  op: AuthoredOp,
  makes: boolean,
  founder: Founder | null,
  { offices }: Known,
): Judgement {
  const said = tieOf(op);
  const made = makes ? said : founder === null ? null : tieOf(founder.op);
  if (made === null) return "notItsUnit";
  if (!makes) {
    if (op.create && (said?.key !== made.key || said.unit !== made.unit)) return "notItsUnit";
    const isTheirs = founder?.keys.some((maker) => offices.coversOffice(key, maker)) === true;
    if (!isTheirs && !offices.isReaders(key)) return "notItsUnit";
  }
  if (offices.mayIntroduce(key, made.unit)) return "counts";
  // In a row of its own, what is known already adds nothing; where a key ends does.
  const repeats = makes && !op.fields.has(entities.credential.fields.until.id);
  return repeats && offices.isPair(made.key, made.unit) ? "counts" : "notItsUnit";
}

/** Whether rows of an entity say in which unit somebody serves. */
export function namesHomes(entity: EntityName): boolean {
  return placesOf(entity).length > 0;
}

/** For whom an op with authority names units in which they serve, and which. */
export function homesNamed(op: AuthoredOp, known: Known): { officials: string[]; units: string[] } {
  const nothing = { officials: [], units: [] };
  const entity = entityById(op.entity);
  if (entity === null || !isOwned(entity)) return nothing;
  const places = placesOf(entity);
  if (places.length === 0) return nothing;
  const owner = ownerField(entity).id;
  const moves = op.fields.has(owner);
  const named = idsIn(op, places);
  if (!moves && named.length === 0) return nothing;
  return {
    officials: moves ? idsIn(op, [owner]) : ownersOf(op.row, owner, known),
    units: op.create ? named : [...named, ...places.flatMap((field) => [...known.said(op.row, field)])],
  };
}
