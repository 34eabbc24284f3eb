/** Proposals as a clerk reads them, and decided one by one or all alike. */
import { appError } from "../../../shared/contract/errors";
import { isoInstant } from "../../../shared/domain/hanoi-time";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import {
  type AsideChange,
  type DecidedProposal,
  presenceName,
  type ProposalAuthor,
  type ProposalData,
  type ProposalGroup,
} from "../../../shared/contract/schemas/proposals";
import {
  type EntityName,
  entities,
  entityById,
  fieldDefinition,
  type FieldValue,
  presenceField,
} from "../../../shared/domain/entities";
import { standing } from "../../../shared/domain/authority";
import type { Translate } from "../../../shared/i18n";
import { isUuid } from "../../../shared/sync/bytes";
import { foldRow, joinTargetIn, type RowState } from "../../../shared/sync/fold";
import { officialOf } from "../../../shared/sync/row-owner";
import { keyOfOp } from "../../../shared/sync/authority/types";
import { foreignText } from "../../../shared/text/foreign";
import { type Decided, decidedProposals, isOurs } from "../../roster/read/decided";
import { titleOf } from "../../roster/read/change-details";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import type { StoredOp } from "../../roster/log/op-rows";
import { RowOps } from "../../roster/log/row-ops";
import { fieldColumns } from "../../roster/projection/columns";
import { asideOps, openProposals, type Proposal, userOfOp } from "../../roster/read/proposals";
import { lastValues, ownWaiting } from "../../roster/read/own-waiting";
import { rowFields } from "../../roster/read/rows";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { presenceText, rowLabel } from "../row-label";
import { referenceName, wordOf } from "../value-words";
import { type OfficeNames, officeNames } from "./office-names";

type ProposalsPage = Pick<ParsedArgs<"proposals">, "author" | "reason" | "officialId" | "offset" | "limit">;
type Deciding = ParsedArgs<"decideProposals">;

/** One page of what waits, the newest last; and how many of each author and reason there are in all. */
export function proposals(
  roster: OpenRoster,
  environment: Environment,
  { author, reason, officialId, offset, limit }: ProposalsPage,
): CallResult<"proposals"> {
  const words = new ProposalWords(roster, environment);
  const all = openProposals(roster.db).filter(
    (one) => officialId === null || words.officialOf(one) === officialId,
  );
  const wanted = all.filter((one) => words.isOf(one, author) && (reason === null || one.reason === reason));
  return {
    count: wanted.length,
    groups: groupsOf(all, words),
    proposals: wanted.slice(offset, offset + limit).map((one) => words.proposal(one)),
  };
}

/** One page of what was decided, the newest first, with who decided and why. */
export function decidedPage(
  roster: OpenRoster,
  environment: Environment,
  { officialId, offset, limit }: Pick<ParsedArgs<"decidedProposals">, "officialId" | "offset" | "limit">,
): CallResult<"decidedProposals"> {
  const words = new ProposalWords(roster, environment);
  const all = decidedProposals(roster.db).filter(
    (one) => officialId === null || words.officialOf(one) === officialId,
  );
  return {
    total: all.length,
    decided: all.slice(offset, offset + limit).map((one) => words.decided(one)),
  };
}

/** One page of what is set aside. */
export function asidePage(
  roster: OpenRoster,
  environment: Environment,
  { officialId, offset, limit }: ParsedArgs<"asideChanges">,
): CallResult<"asideChanges"> {
  const words = new ProposalWords(roster, environment);
  const all = asideOps(roster.db).filter(
    (one) => officialId === null || words.officialOf(one) === officialId,
  );
  return { total: all.length, changes: all.slice(offset, offset + limit).map((one) => words.what(one)) };
}

/** What our own office wrote for fields of rows and still waits; rows without any are left out. */
export function waitingValues(roster: OpenRoster, ids: readonly string[]): CallResult<"waitingValues"> {
  const catalog = roster.catalog();
  return ownWaiting(roster.db, ids).map(({ id, entity, values }) => {
    const fields: Record<string, FieldValue> = {};
    const names: Record<string, string> = {};
    for (const { field, fieldId } of fieldColumns(entity)) {
      const value = values.get(fieldId);
      if (value === undefined) continue;
      fields[field] = value;
      const definition = fieldDefinition(entity, field);
      const name =
        definition?.type === "reference" && typeof value === "string"
          ? referenceName(catalog, definition, value)
          : null;
      if (name !== null) names[field] = name;
    }
    return { id, fields, names };
  });
}

function groupsOf(all: readonly Proposal[], words: ProposalWords): ProposalGroup[] {
  const groups = new Map<string, ProposalGroup>();
  for (const { key, reason } of all) {
    const known = groups.get(`${key} ${reason}`);
    groups.set(`${key} ${reason}`, {
      author: words.author(key),
      key,
      reason,
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...groups.values()];
}

/**
 * Accepts or refuses proposals, or takes our own back, as far as our own office may.
 * @throws AppError roster-readonly, busy; proposal-unknown; mass-unconfirmed where that changes much and nobody agreed to it
 */
export async function decideProposals(
  roster: OpenRoster,
  environment: Environment,
  { which, verdict, note, confirmed, on }: Deciding,
): Promise<CallResult<"decideProposals">> {
  const all = openProposals(roster.db);
  const words = new ProposalWords(roster, environment);
  const chosen =
    "ids" in which
      ? which.ids.map((id) => named(all, id))
      : all.filter(
          (one) =>
            words.isOf(one, which.author) && (which.reason === undefined || one.reason === which.reason),
        );
  if ("author" in which && which.author !== null && chosen.length === 0)
    throw appError("proposal-unknown", { name: which.author });
  const ops = chosen.flatMap((one) => one?.ops ?? []).map(({ id, row }) => ({ id, row }));
  const deciding = { chosen: ops, verdict, note: note === "" ? null : note };
  const { decided, changeId, proposed } = await roster.decide(deciding, confirmed, on);
  const done = chosen.filter((one) => one?.ops.every(({ id }) => decided.has(id)) === true).length;
  return { decided: done, left: chosen.length - done, changeId, proposed };
}

/** Digits of a whole id, as lists give it. */
const idLength = 64;

/**
 * A proposal may be named by the beginning of its id, where that is the beginning of no other.
 * @returns null for a whole id that waits no more, since somebody may have decided it while it was on screen
 * @throws AppError proposal-unknown
 */
function named(all: readonly Proposal[], name: string): Proposal | null {
  const begun = name.toLowerCase();
  const isNamed = ({ ops }: Proposal) => ops.some(({ id }) => id.startsWith(begun));
  const found = /^[0-9a-f]+$/.test(begun) ? all.filter(isNamed) : [];
  const [first = null] = found;
  if (found.length > 1 || (first === null && begun.length !== idLength))
    throw appError("proposal-unknown", { name });
  return first;
}

class ProposalWords {
  readonly #roster: OpenRoster;
  readonly #t: Translate;
  readonly #names: OfficeNames;
  readonly #catalog: CatalogFacts;
  readonly #isOurs: (key: string) => boolean;
  readonly #ops: RowOps;

  constructor(roster: OpenRoster, environment: Environment) {
    this.#roster = roster;
    this.#ops = new RowOps(roster.db);
    this.#t = environment.t;
    this.#names = officeNames(roster, environment);
    this.#catalog = roster.catalog();
    this.#isOurs = isOurs(roster.db);
  }

  /** Who has a key, as far as it was confirmed: by a card that was compared here, or by those who may vouch for it. */
  author(key: string): ProposalAuthor | null {
    return this.#names.confirmed(key);
  }

  isOf({ key }: Proposal, author: string | null): boolean {
    if (author === null) return true;
    return key.startsWith(author.toLowerCase()) || this.author(key)?.fingerprint === author;
  }

  /** The person whose record it is about, in view or not. */
  officialOf({ op, entity }: Pick<Proposal, "op" | "entity">): string | null {
    return officialOf(entity, op.row, foldRow(this.#withProposed([op])));
  }

  proposal({ reason, canDecide, canWithdraw, ...proposal }: Proposal): ProposalData {
    return { ...this.what(proposal), reason, canDecide, canWithdraw, writings: proposal.ops.length };
  }

  decided({ verdict, note, said, ...proposal }: Decided): DecidedProposal {
    const { db } = this.#roster;
    return {
      ...this.what(proposal),
      verdict,
      note: note === null ? null : foreignText(note),
      ours: this.#isOurs(proposal.key),
      decidedBy: {
        office: this.#names.of(keyOfOp(said)),
        user: userOfOp(db, said),
        at: isoInstant(said.at),
      },
    };
  }

  /** All that is said alike of whatever does not simply count. */
  what({
    op,
    entity,
    key,
    ops = [op],
  }: Pick<Proposal, "op" | "entity" | "key"> & Partial<Pick<Proposal, "ops">>): AsideChange {
    const { db } = this.#roster;
    const shown = foldRow(this.#ops.counting(op.row, entity));
    const asProposed = foldRow(this.#withProposed(ops));
    const officialId = officialOf(entity, op.row, asProposed);
    const isThere = officialId !== null && rowFields(db, "official", officialId) !== null;
    const row = this.#rowOf(entity, asProposed);
    return {
      id: op.id,
      author: this.author(key),
      key,
      user: userOfOp(db, op),
      at: isoInstant(op.at),
      entity,
      rowId: op.row,
      // A row that is there is called by the name in force, not by one that it might get.
      label: this.#label(entity, officialId, shown.presence === "absent" ? asProposed : shown, op.row),
      rowLabel: officialId === op.row ? "" : rowLabel(this.#catalog, this.#t, entity, row),
      officialId: isThere ? officialId : null,
      kind: kindOf(ops),
      values: this.#values(ops, entity, shown, asProposed),
    };
  }

  /** The row as it would be: what counts, then what the author wrote of it, then the proposal itself. */
  #withProposed(ops: readonly StoredOp[]): StoredOp[] {
    const [first] = ops;
    if (first === undefined) return [];
    const proposed = new Set(ops.map(({ id }) => id));
    const isPart = (one: StoredOp) => proposed.has(one.id) || (one.create && one.writer === first.writer);
    return this.#ops
      .every(first.row, first.entity)
      .filter((one) => one.standing === standing.counts || isPart(one));
  }

  #label(entity: EntityName, officialId: string | null, state: RowState, rowId: string): string {
    if (entity === "decision") return this.#decided(state);
    if (officialId === null) {
      const named = this.#catalog.unitOfId(rowId)?.fullName ?? titleOf(this.#roster.db, entity, state);
      return named || this.#t(`domain:entity.${entity}`);
    }
    if (entity === "official") return titleOf(this.#roster.db, "official", state);
    return this.#titleOfRow("official", officialId);
  }

  /** Whose proposal a decision is about. */
  #decided(state: RowState): string {
    const about = state.values.get(entities.decision.fields.about.id);
    const id = state.values.get(entities.decision.fields.op.id);
    if (typeof about !== "string" || !isUuid(about) || typeof id !== "string") return "";
    const entity = entityById(this.#ops.op(about, id)?.entity ?? 0);
    return entity === null ? "" : this.#titleOfRow(entity, about);
  }

  #titleOfRow(entity: EntityName, id: string): string {
    return titleOf(this.#roster.db, entity, foldRow(this.#ops.known(id, entity)));
  }

  #rowOf(entity: EntityName, state: RowState): (field: string) => FieldValue {
    return (field) => state.values.get(fieldDefinition(entity, field)?.id ?? presenceField) ?? null;
  }

  #values(
    ops: readonly StoredOp[],
    entity: EntityName,
    shown: RowState,
    proposed: RowState,
  ): ProposalData["values"] {
    const values: { field: string; current: string | null; proposed: string | null }[] = [];
    const wanted = lastValues(ops);
    const creates = ops.some(({ create }) => create);
    const removed = wanted.get(presenceField);
    const isNothing = shown.heads.size === 0;
    if (removed !== undefined) {
      const nameOf = (id: string) => this.#titleOfRow(entity, id);
      values.push({
        field: presenceName,
        current: presenceText(this.#t, entity, shown.presence === "removed" ? "" : null, nameOf),
        proposed: presenceText(this.#t, entity, removed, nameOf),
      });
    }
    for (const { field, fieldId } of fieldColumns(entity)) {
      const value = wanted.get(fieldId);
      if (value === undefined || (creates && value === null)) continue;
      values.push({
        field,
        current: isNothing ? null : this.#word(entity, field, shown.values.get(fieldId) ?? null, shown),
        proposed: this.#word(entity, field, value, proposed),
      });
    }
    return values;
  }

  #word(entity: EntityName, field: string, value: FieldValue, state: RowState): string | null {
    const target = fieldDefinition(entity, field)?.entity;
    if (target === "official" && typeof value === "string" && isUuid(value))
      return this.#titleOfRow("official", value);
    if (entity === "credential" && field === "unit" && typeof value === "string")
      return this.#catalog.unitOfId(value)?.fullName ?? value;
    return wordOf(this.#catalog, this.#t, entity, field, value, this.#rowOf(entity, state));
  }
}

function kindOf(ops: readonly StoredOp[]): ProposalData["kind"] {
  if (ops.some(({ create }) => create)) return "add";
  const removed = lastValues(ops).get(presenceField);
  if (joinTargetIn(removed) !== null) return "join";
  return typeof removed === "string" ? "remove" : "change";
}
