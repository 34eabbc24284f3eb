/**
 * What the office of a key is called, everywhere: in the history, in conflicts, proposals, receptions and questions.
 *
 * A name means something only where somebody compared the card with the paper: here, or at an office that may vouch for it,
 * which said so in a credential. The row that an office writes about itself names nobody, since it may write anything there.
 */
import type { Translate } from "../../../shared/i18n";
import { fromHex, toHex } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../../roster/file/handle";
import { namesOfSenders } from "../../roster/read/offices";
import { creditedKeys } from "../../roster/read/proposals";
import { unitById } from "../../roster/read/units";
import { rosterKeys } from "../../roster/log/own-keys";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { keysOf, nameOfCard, type OwnOffice, ownOffice } from "./own-office";

const keyDigits = 64;
/** Digits of a key that stand for an office whose card this machine does not have. */
const shownOfKey = 16;
/** The first group of them, which tells one unknown office from another at a glance. */
const firstGroup = 8;

/** An office by what was confirmed of it. */
export interface ConfirmedOffice {
  readonly unitCode: string;
  /** "" where the card bore no name. */
  readonly office: string;
  /** Of its card; the beginning of its key where the card is not on this machine. */
  readonly fingerprint: string;
}

export class OfficeNames {
  readonly #confirmed = new Map<string, ConfirmedOffice>();
  readonly #own: ReadonlySet<string>;
  readonly #t: Translate;

  constructor(db: ReadHandle, { keys, card, trust }: OwnOffice, t: Translate) {
    this.#t = t;
    for (const [key, { unitId, office }] of creditedKeys(db)) {
      const unitCode = unitById(db, unitId)?.code ?? "";
      this.#confirmed.set(key, { unitCode, office, fingerprint: key.slice(0, shownOfKey) });
    }
    // Nothing is received of a sender whose card was not compared, or says otherwise than what was compared.
    for (const { sender, unitCode, office } of namesOfSenders(db)) {
      const key = toHex(sender);
      const fingerprint = key.slice(0, shownOfKey);
      if (!this.#confirmed.has(key)) this.#confirmed.set(key, { unitCode, office, fingerprint });
    }
    for (const { card: other } of trust.list()) this.#confirmed.set(toHex(other.signKey), nameOfCard(other));
    this.#own = new Set(keys.ownSignKeys.map(toHex));
    for (const key of [...rosterKeys(db), ...this.#own]) this.#confirmed.set(key, nameOfCard(card));
  }

  /** @param writer hex of a key, or of a writer, which begins with it; @returns null where nobody confirmed whose it is */
  confirmed(writer: string): ConfirmedOffice | null {
    return this.#confirmed.get(writer.slice(0, keyDigits)) ?? null;
  }

  /** As lists and sentences say it, also where nobody confirmed whose the key is. @param writer as in `confirmed` */
  of(writer: string): string {
    const confirmed = this.confirmed(writer);
    if (confirmed === null) return notCompared(writer, this.#t);
    return confirmed.office === "" ? this.#t("domain:unknownOffice") : confirmed.office;
  }

  isOwn(writer: string): boolean {
    return this.#own.has(writer.slice(0, keyDigits));
  }
}

/** An office whose card nobody compared. @param key hex */
function notCompared(key: string, t: Translate): string {
  return t("domain:officeNotCompared", { key: key.slice(0, firstGroup) });
}

/** The names that a roster knows. @throws AppError as `ownOffice` */
export function officeNames(roster: OpenRoster, environment: Environment): OfficeNames {
  return new OfficeNames(roster.db, ownOffice(roster, environment), environment.t);
}

/** The confirmed name of the office with a key (hex), also without a roster; "" where nobody confirmed one. */
export function namesOf(roster: OpenRoster | null, environment: Environment): (key: string) => string {
  if (roster !== null) {
    const names = officeNames(roster, environment);
    return (key) => names.confirmed(key)?.office ?? "";
  }
  const { trust } = keysOf(environment);
  return (key) => trust.bySignKey(fromHex(key))?.card.office ?? "";
}
