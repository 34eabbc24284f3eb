/**
 * The offices whose packets are applied, because somebody compared their fingerprint with the paper.
 *
 * Nobody gets in here unasked: only by `trust`, or by a new key that a trusted one has signed for. The file lies in the
 * home folder and not in a roster, as it says whom this PC's users believe. What cannot be read is refused as a whole:
 * an empty list in its place would make friends strangers and revoked keys merely unknown.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { appError } from "../../../shared/contract/errors";
import { type OfficeRole, officeRoles } from "../../../shared/contract/schemas/exchange";
import { z } from "../../../shared/contract/zod";
import { toHex } from "../../../shared/sync/bytes";
import { cardText, type ProvenCard, readCardText } from "../../../shared/sync/packet/card-codec";
import { fingerprintOf } from "../../../shared/sync/packet/fingerprint";
import type { OfficeCard } from "../../../shared/sync/packet/types";
import { homeFailure, homeSubfolder } from "../home";
import { readIfThere, replaceFile } from "../small-file";
import { sha256 } from "./verify-signature";

/** Whether two cards name one office: its unit and its name. */
function sameOffice(a: OfficeCard, b: OfficeCard): boolean {
  return a.unitId === b.unitId && a.unitCode === b.unitCode && a.office === b.office;
}

export interface TrustedOffice {
  readonly card: ProvenCard;
  readonly fingerprint: string;
  readonly role: OfficeRole;
  /** Wall clock, ms. */
  readonly trustedAt: number;
  readonly trustedBy: string;
  readonly revokedAt: number | null;
  /** Key that took the place of this one; packets of this one stay welcome unless it is revoked. */
  readonly replacedBy: Uint8Array | null;
}

/** Who decided, when. */
export interface Decision {
  readonly by: string;
  /** Wall clock, ms. */
  readonly at: number;
}

const storedOffice = z.strictObject({
  card: z.string(),
  role: z.enum(officeRoles),
  trustedAt: z.int(),
  trustedBy: z.string(),
  revokedAt: z.int().nullable(),
  replacedBy: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
const storedFile = z.strictObject({
  format: z.literal(1),
  /** Of the offices as JSON: tells a damaged file, which might else read as other keys. */
  sha256: z.string(),
  offices: z.array(storedOffice),
});
type StoredOffice = z.infer<typeof storedOffice>;

type Offices = Map<string, TrustedOffice>;

function checksum(offices: readonly StoredOffice[]): string {
  return toHex(sha256(Buffer.from(JSON.stringify(offices))));
}

function fromStored({ card: text, replacedBy, ...rest }: StoredOffice): TrustedOffice {
  // The card was proven before it was stored, and the checksum says that it is still the same.
  const card = readCardText(text, () => true);
  return {
    ...rest,
    card,
    fingerprint: fingerprintOf(card, sha256),
    replacedBy: replacedBy === null ? null : new Uint8Array(Buffer.from(replacedBy, "hex")),
  };
}

function toStored(office: TrustedOffice): StoredOffice {
  return {
    card: cardText(office.card),
    role: office.role,
    trustedAt: office.trustedAt,
    trustedBy: office.trustedBy,
    revokedAt: office.revokedAt,
    replacedBy: office.replacedBy && toHex(office.replacedBy),
  };
}

/** All methods throw AppError as homeFailure when the file cannot be read, understood or written. */
export class TrustStore {
  readonly #home: string;
  readonly #path: string;
  #offices: Offices = new Map();
  /** Which state of the file was read; another program of the same user may have written since. */
  #stamp: string | null = null;

  constructor(home: string) {
    this.#home = home;
    this.#path = join(homeSubfolder(home, "keys"), "trusted.json");
  }

  /** All that were ever trusted, revoked and replaced ones too, in the order they came in. */
  list(): readonly TrustedOffice[] {
    return [...this.#read().values()];
  }

  bySignKey(signKey: Uint8Array): TrustedOffice | null {
    return this.#read().get(toHex(signKey)) ?? null;
  }

  /** @param fingerprint in its one form, see `readFingerprint` */
  byFingerprint(fingerprint: string): TrustedOffice | null {
    return this.list().find((office) => office.fingerprint === fingerprint) ?? null;
  }

  /**
   * Trusts a card that was compared with the paper, in the place of what was confirmed of its key before; takes back a
   * revocation, as that is what comparing again means.
   */
  trust(card: ProvenCard, role: OfficeRole, { by, at }: Decision): TrustedOffice {
    const fingerprint = fingerprintOf(card, sha256);
    const known = this.bySignKey(card.signKey);
    const replacedBy = known?.replacedBy ?? null;
    const older = this.#signerOf(card);
    const before = older === null ? [] : [{ ...older, replacedBy: card.signKey }];
    return this.#put(
      { card, fingerprint, role, trustedAt: at, trustedBy: by, revokedAt: null, replacedBy },
      ...before,
    );
  }

  /** @throws AppError `office-unknown` */
  setRole(fingerprint: string, role: OfficeRole): TrustedOffice {
    return this.#put({ ...this.#known(fingerprint), role });
  }

  /**
   * From now on nothing of this key is taken.
   * @throws AppError `office-unknown`
   */
  revoke(fingerprint: string, at: number): TrustedOffice {
    const office = this.#known(fingerprint);
    return office.revokedAt === null ? this.#put({ ...office, revokedAt: at }) : office;
  }

  /** Puts an office back as it was, where what belonged to its change could not be done. @throws AppError home-unusable */
  putBack(office: TrustedOffice): void {
    this.#put(office);
  }

  /** What was confirmed of a key, or of the trusted key that signed for it; whatever the card says now. */
  confirmedOf(card: ProvenCard): TrustedOffice | null {
    return this.bySignKey(card.signKey) ?? this.#signerOf(card);
  }

  /** The trusted office whose key signed for this new one and has not signed for another. */
  #signerOf({ signKey, renews }: ProvenCard): TrustedOffice | null {
    const older = renews === null ? null : this.bySignKey(renews.signKey);
    if (older === null || older.revokedAt !== null) return null;
    return older.replacedBy === null || toHex(older.replacedBy) === toHex(signKey) ? older : null;
  }

  /**
   * The trusted office whose key signed for this new one, or null. Not for a revoked key, not for one that was replaced
   * by another key already (its owner has no say any more), and not for a card of another unit or name: those are as they
   * were confirmed, until somebody compares them again.
   */
  renewalOf(card: ProvenCard): TrustedOffice | null {
    const older = this.#signerOf(card);
    return older !== null && sameOffice(older.card, card) ? older : null;
  }

  /**
   * Passes trust on to a new key with the role of the older one.
   * @returns the office under its new key, or null where the card does not earn that, or is there already
   */
  renewedBy(card: ProvenCard, at: number): TrustedOffice | null {
    const older = this.renewalOf(card);
    if (older === null || this.bySignKey(card.signKey) !== null) return null;
    const { role, trustedBy } = older;
    const newer: TrustedOffice = {
      card,
      fingerprint: fingerprintOf(card, sha256),
      role,
      trustedAt: at,
      trustedBy,
      revokedAt: null,
      replacedBy: null,
    };
    return this.#put(newer, { ...older, replacedBy: card.signKey });
  }

  #known(fingerprint: string): TrustedOffice {
    const office = this.byFingerprint(fingerprint);
    if (office === null) throw appError("office-unknown", { fingerprint });
    return office;
  }

  /** Writes offices, the first of which is returned; all in one step. */
  #put(office: TrustedOffice, ...others: readonly TrustedOffice[]): TrustedOffice {
    const offices = new Map(this.#read());
    for (const one of [...others, office]) offices.set(toHex(one.card.signKey), one);
    const stored = [...offices.values()].map(toStored);
    this.#guarded(() =>
      replaceFile(
        this.#path,
        `${JSON.stringify({ format: 1, sha256: checksum(stored), offices: stored }, null, 1)}\n`,
      ),
    );
    this.#stamp = null;
    return office;
  }

  #read(): Offices {
    return this.#guarded(() => {
      const stamp = this.#currentStamp();
      if (stamp === this.#stamp) return this.#offices;
      const text = readIfThere(this.#path);
      const offices: Offices = new Map();
      if (text !== null) {
        const stored = storedFile.parse(JSON.parse(text));
        if (stored.sha256 !== checksum(stored.offices))
          throw new Error("The list of trusted offices is damaged");
        for (const office of stored.offices.map(fromStored)) offices.set(toHex(office.card.signKey), office);
      }
      this.#offices = offices;
      this.#stamp = stamp;
      return offices;
    });
  }

  #currentStamp(): string {
    const stat = statSync(this.#path, { bigint: true, throwIfNoEntry: false });
    return stat === undefined ? "none" : `${stat.ino}/${stat.size}/${stat.mtimeNs}`;
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw homeFailure(error, this.#home, this.#path);
    }
  }
}
