/**
 * Works out which ops of a roster have authority, as they come and for all of them anew.
 *
 * What has authority only grows while ops come, so the order in which they do does not matter: whoever waits is asked
 * again whenever something came that it may rest on. What can shrink (ops that leave the log, another top, another
 * creation that a row goes back to) is told by `mustBeginAnew`, and then everything is worked out from nothing.
 *
 * An accepted op gives authority as one that counts by itself does, and goes on to do so where a later decision takes
 * back what is shown of it: what others did meanwhile must not lose its ground.
 */
import { entityById } from "../../domain/entities";
import { type Standing, standing } from "../../domain/authority";
import { Decisions } from "./decisions";
import { isRuling, type JudgeStore, kindOf, kindOrder } from "./judge-store";
import { judgeOp } from "./judge-op";
import type { Offices } from "./offices";
import { Readings } from "./readings";
import { inRounds } from "./rounds";
import { revokedIn, saysOfRevoking } from "./revocations";
import { Revoked } from "./revoked";
import {
  homesNamed,
  idsIn,
  type Judgement,
  type Known,
  mayWrite,
  namesHomes,
  standingOf,
  tieOf,
  unitLinks,
} from "./rule";
import { type AuthoredOp, earlierOp, type Reader } from "./types";
import { WaitingOps } from "./waiting-ops";
import { isOwnProposal, takenBackBy } from "./withdrawal";

export class Judge<O extends AuthoredOp> {
  readonly #store: JudgeStore<O>;
  readonly #readings: Readings<O>;
  readonly #decisions = new Decisions<O>();
  readonly #waiting = new WaitingOps<O>();
  /** Of these nothing can be said yet. */
  readonly #open = new WaitingOps<O>();
  /** Came and were not judged yet. */
  readonly #unjudged = new Set<string>();
  /** Creations that wait, and from which what rests on them was asked again: of the others there are as many as rows. */
  readonly #lookedAround = new Set<string>();
  #grown = false;
  /** Something came that holds whoever is the top. */
  #grownBelow = false;
  #grownPeople = new Set<string>();
  readonly #changed = new Map<string, O>();
  #mustBeginAnew = false;
  readonly #isAnew: boolean;
  /** Keys of who made a row, and of whoever accepted that it was made; none while no known office did. */
  readonly makersOf = (row: string): readonly string[] => this.#readings.founders.of(row)?.keys ?? [];

  /**
   * @param anew nothing was judged before: all but units and credentials is then to be taken in, decisions last
   * @param revoked worked out when left out
   */
  constructor(
    store: JudgeStore<O>,
    reader: Reader,
    anew = false,
    revoked: Revoked = revokedIn(
      store,
      (before): Offices => new Judge(before, reader, anew, new Revoked(false)).offices,
    ),
  ) {
    this.#store = store;
    this.#isAnew = anew;
    this.#readings = new Readings(
      store,
      reader,
      revoked,
      this.#decisions,
      (row, field, passes) => this.#said(row, field, passes),
      (op) => this.#hasAuthority(op),
    );
    this.#begin(anew);
  }

  get offices(): Offices {
    return this.#readings.offices;
  }

  /** Whether it is known that a key speaks for a unit, whoever is the top. @param key hex */
  isPairWithoutTop(key: string, unit: string): boolean {
    return this.#readings.below.isPair(key, unit);
  }

  get mustBeginAnew(): boolean {
    return this.#mustBeginAnew;
  }

  /** Ops whose standing changed since this was asked last. */
  takeChanged(): O[] {
    const changed = [...this.#changed.values()];
    this.#changed.clear();
    return changed;
  }

  /** Why an op does not count by itself, or that it does. */
  judgementOf(op: O): Judgement {
    return this.#judge(op, this.#readings.known);
  }

  /** Whether somebody may decide about an op. @param key hex */
  mayDecide(key: string, op: O): boolean {
    return kindOf(op) !== "decision" && mayWrite(key, op, this.#readings.known) === "counts";
  }

  /** Whether somebody may take back an op that waits: their office wrote it, and nobody accepted it. @param key hex */
  mayWithdraw(key: string, op: O): boolean {
    return isOwnProposal(key, op, this.offices) && !this.#decisions.isAccepted(op.id);
  }

  /** Takes in ops that came; all of them are in the store already. */
  take(came: readonly O[]): void {
    const ops = this.#isAnew ? [...came].sort(earlierOp) : came;
    for (const op of ops) {
      this.#unjudged.add(op.id);
      if (op.create) this.#readings.forget(op.row);
      if (kindOf(op) === "decision") this.#decisions.note(op);
      if (saysOfRevoking(op)) this.#mustBeginAnew = true;
    }
    for (const op of ops) {
      if (op.create && this.#readings.founders.mayTurn(op)) this.#mustBeginAnew = true;
      for (const { row } of this.#decisions.about(op.id))
        if (this.#readings.tie(row) && !this.#isAnew) this.#mustBeginAnew = true;
    }
    if (ops.some((op) => this.#maySettleRevoking(op))) this.#mustBeginAnew = true;
    for (const kind of kindOrder) for (const op of ops) if (kindOf(op) === kind) this.#decide(op);
    for (const op of ops) {
      if (op.create) this.#lookAround(op);
      for (const decision of this.#decisions.about(op.id)) this.#decide(decision);
      if (kindOf(op) === "decision") this.#askRow(op);
    }
    this.#settle();
  }

  /** What waits in the row of a decision may be a withdrawal, which is told by what it writes over. */
  #askRow({ row, id }: O): void {
    for (const one of this.#store.opsOf(row)) if (one.id !== id && this.#waiting.has(one)) this.#decide(one);
  }

  /** Whether a revocation is in force follows from what would count without it, be it by the key that is revoked. */
  #maySettleRevoking(op: O): boolean {
    if (!this.#readings.offices.revoked.isSaid) return false;
    return isRuling(op) || (kindOf(op) === "decision" && this.#readings.founders.isAboutRuling(op));
  }

  /** Asks whoever waits again, whatever came meanwhile. */
  askAgain(): void {
    this.#grown = true;
    this.#grownBelow = true;
    this.#settle();
  }

  #begin(anew: boolean): void {
    const open = [...this.#store.open()];
    for (const op of open) this.#open.add(op, []);
    const ruling = [...this.#store.ruling()];
    if (anew) ruling.sort(earlierOp);
    const decisions = ruling.filter((op) => kindOf(op) === "decision");
    const others = ruling.filter((op) => kindOf(op) !== "decision");
    for (const op of decisions) this.#decisions.note(op);
    // Decisions about units and credentials are found along with them, since the one rests on the other.
    const about = decisions.filter((op) => this.#readings.founders.isAboutRuling(op));
    for (const op of anew ? ruling : [...others, ...about]) this.#unjudged.add(op.id);
    this.#rule([...others, ...about]);
    this.#readings.offices.rule(this.#readings.below.highest());
    this.#rule([...others, ...about]);
    this.#grown = false;
    for (const op of anew ? [] : decisions) this.#recall(op);
    for (const op of others) {
      // What was found to have authority keeps it, as it does where ops come one by one.
      if (this.#unjudged.has(op.id) || this.#decisions.isAccepted(op.id)) this.#decide(op);
    }
    // By whose they are, as is known only now.
    for (const op of open) if (this.#open.has(op)) this.#open.add(op, this.#readings.ownersOf(op));
    for (const op of anew ? [] : this.#store.waiting()) this.#waiting.add(op, this.#readings.ownersOf(op));
    this.#mustBeginAnew = false;
    this.#settle();
  }

  /** A decision of before: it decided what it could, unless that had not come. */
  #recall(decision: O): void {
    this.#unjudged.delete(decision.id);
    if (!this.#open.has(decision) && this.#store.standingOf(decision) === standing.counts)
      this.#accept(decision);
  }

  #setOpen(op: O, isOpen: boolean): void {
    if (isOpen) this.#open.add(op, this.#readings.ownersOf(op));
    else if (!this.#open.has(op)) return;
    else this.#open.delete(op);
    this.#store.keepOpen(op, isOpen);
  }

  /**
   * Units, credentials and decisions about them rest on each other: asked until nothing more is found. In each round all
   * are asked by what the rounds before it found, so that the order of the ops has no say, not even where one row was made
   * by several.
   */
  #rule(ops: readonly O[]): void {
    const known = this.#readings.offices.top === null ? this.#readings.knownBelow : this.#readings.known;
    const isFound = (op: O) => this.#decisions.isAccepted(op.id) || this.#judge(op, known) === "counts";
    inRounds(ops, this.#unjudged, isFound, (op) => {
      this.#stand(op, standing.counts);
      this.#setOpen(op, false);
      if (kindOf(op) === "decision") this.#accept(op);
      else this.#effect(op);
    });
  }

  #judge(op: O, known: Known): Judgement {
    return judgeOp(op, known, kindOf(op) === "decision" ? this.#readings.founders.decidedBy(op) : null);
  }

  /** Gives an op its standing, and does what follows from it. */
  #decide(op: O): void {
    const judged = this.#judge(op, this.#readings.known);
    this.#unjudged.delete(op.id);
    this.#setOpen(op, judged === "open");
    const takenBack =
      judged === "counts" || judged === "open"
        ? null
        : takenBackBy(op, this.#readings.founders, this.offices);
    const isWithdrawn = takenBack !== null && !this.#decisions.isAccepted(takenBack.id);
    const counts = judged === "counts" || isWithdrawn || this.#decisions.isAccepted(op.id);
    if (judged === "counts" || judged === "open" || isWithdrawn) this.#stand(op, standing.counts);
    else this.#stand(op, takenBack === null ? this.#decided(op, judged) : standing.refused);
    // What was accepted by a decision that may be taken back is asked again too: it may come to count by itself.
    if (judged === "counts") this.#waiting.delete(op);
    else if (judged !== "open" && judged !== "aside") this.#waiting.add(op, this.#readings.ownersOf(op));
    if (!counts) return;
    this.#effect(op);
    if (kindOf(op) === "decision") this.#afterDecision(op);
  }

  #stand(op: O, to: Standing): void {
    if (this.#store.standingOf(op) === to) return;
    this.#store.setStanding(op, to);
    this.#changed.set(op.id, op);
  }

  #decided(op: O, judged: Judgement): Standing {
    if (judged === "aside") return standing.aside;
    const verdict = this.#decisions.verdictOn(op.id, (one) => this.#hasAuthority(one));
    if (verdict === null) return standingOf(judged);
    return verdict === "accept" ? standing.counts : standing.refused;
  }

  /** @returns whether its author had not accepted the op before */
  #accept(decision: O): boolean {
    const decided = this.#readings.founders.decidedBy(decision);
    if (decided === null || decided === "none") return false;
    this.#readings.forget(decided.row);
    return this.#decisions.accept(decision, decided, this.#readings.offices.authorOf(decision));
  }

  #afterDecision(decision: O): void {
    const isNew = this.#accept(decision);
    const decided = this.#readings.founders.decidedBy(decision);
    if (decided === null || decided === "none") return;
    // What its author said to take back what is accepted counts no more.
    for (const one of isNew ? this.#decisions.about(decided.id) : [])
      if (!this.#unjudged.has(one.id) && takenBackBy(one, this.#readings.founders, this.offices) !== null)
        this.#decide(one);
    this.#decide(decided);
    if (isNew && decided.create) this.#lookAround(decided);
  }

  #hasAuthority(op: O): boolean {
    if (this.#decisions.isAccepted(op.id)) return true;
    return (
      !this.#unjudged.has(op.id) && this.#store.standingOf(op) === standing.counts && !this.#open.has(op)
    );
  }

  #said(row: string, field: number, has: (op: O) => boolean): string[] {
    return this.#store
      .opsOf(row)
      .filter((op) => op.fields.has(field) && has(op))
      .flatMap((op) => idsIn(op, [field]));
  }

  /** A row has its beginning: what came of it before, and what belongs to it, can be judged. */
  #lookAround(creation: O): void {
    const { row } = creation;
    if (this.#readings.founders.of(row)?.op.id !== creation.id) return;
    if (this.#waiting.has(creation) || this.#open.has(creation)) this.#lookedAround.add(creation.id);
    this.#grownPeople.add(row);
    for (const op of this.#store.opsOf(row))
      if (op.id !== creation.id && !this.#unjudged.has(op.id)) this.#decide(op);
  }

  #home(official: string, unit: string): void {
    if (this.#store.addHome(official, unit)) this.#grownPeople.add(official);
  }

  /** What follows from an op that has authority. */
  #effect(op: O): void {
    const kind = kindOf(op);
    if (kind === "other") this.#place(op);
    else if (kind !== "decision") {
      const needsNoTop = this.#readings.needsNoTop(op, this.#decisions.acceptedBy(op.id));
      this.#readings.note(op, needsNoTop);
      if (kind === "unit") this.#link(op, needsNoTop);
      else this.#introduce(op, needsNoTop);
      if (saysOfRevoking(op)) this.#mustBeginAnew = true;
    }
  }

  #link(op: O, needsNoTop: boolean): void {
    let grew = false;
    for (const { tree } of needsNoTop
      ? [this.#readings.offices, this.#readings.below]
      : [this.#readings.offices])
      if (tree.link(op.row, idsIn(op, unitLinks.parent), idsIn(op, unitLinks.predecessors))) grew = true;
    if (grew) this.#grow(needsNoTop);
  }

  #introduce(op: O, needsNoTop: boolean): void {
    const tie = op.create ? tieOf(op) : null;
    if (tie === null) return;
    const isNew = this.#readings.offices.add(tie.key, tie.unit);
    const isNewBelow = needsNoTop && this.#readings.below.add(tie.key, tie.unit);
    if (isNew || isNewBelow) this.#grow(needsNoTop);
  }

  #grow(needsNoTop: boolean): void {
    this.#grown = true;
    if (needsNoTop) this.#grownBelow = true;
    this.#readings.forgetAll();
    const before = this.#readings.offices.top;
    if (before === null) return;
    // Who stands above whom tells whose revocations are in force.
    if (this.#readings.offices.revoked.isSaid) this.#mustBeginAnew = true;
    if (!needsNoTop) return;
    const top = this.#readings.below.highest();
    this.#readings.offices.rule(top);
    if (before.size !== top.size || [...top].some((unit) => !before.has(unit))) this.#mustBeginAnew = true;
  }

  /** Each op of a row says its part of who serves where by what all of them say, whichever came to count last. */
  #place({ row, id, entity }: O): void {
    const name = entityById(entity);
    if (name === null || !namesHomes(name)) return;
    for (const op of this.#store.opsOf(row)) {
      if (op.id !== id && !this.#hasAuthority(op)) continue;
      const { officials, units } = homesNamed(op, this.#readings.known);
      for (const official of officials) for (const unit of units) this.#home(official, unit);
    }
  }

  /** Asks whoever waits again, as long as something came on which they may rest. */
  #settle(): void {
    while ((this.#isAnew || !this.#mustBeginAnew) && (this.#grown || this.#grownPeople.size > 0)) {
      const [people, all, below] = [this.#grownPeople, this.#grown, this.#grownBelow];
      this.#grown = false;
      this.#grownBelow = false;
      this.#grownPeople = new Set();
      // What rests on the top alone is asked only where something came that does not, or thousands of units ask each other.
      if (below)
        for (const op of this.#readings.byTop())
          if (this.#readings.needsNoTop(op, this.#decisions.acceptedBy(op.id))) this.#effect(op);
      for (const waiting of [this.#waiting, this.#open]) {
        for (const op of all ? waiting.all() : waiting.about(people)) {
          this.#decide(op);
          if (op.create && !this.#lookedAround.has(op.id)) this.#lookAround(op);
        }
      }
    }
  }
}
