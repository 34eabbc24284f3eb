/**
 * Who revoked a key, as a clerk is told before trusting it: whoever compares a card again takes the office's own word for
 * it over everybody else's, and must know whose.
 */
import { appError } from "../../../shared/contract/errors";
import type { Revocation } from "../../../shared/contract/schemas/exchange";
import { hanoiText, isoInstant } from "../../../shared/domain/hanoi-time";
import type { Translate } from "../../../shared/i18n";
import { toHex } from "../../../shared/sync/bytes";
import type { ProvenCard } from "../../../shared/sync/packet/card-codec";
import { revocationsOf } from "../../roster/read/key-revocations";
import type { OpenRoster } from "../open-roster";
import { OfficeNames } from "./office-names";
import type { OwnOffice } from "./own-office";

/** What this roster and the list of trusted offices on this machine say against a card's key, the newest last. */
export function revocationsOfCard(
  roster: OpenRoster,
  own: OwnOffice,
  t: Translate,
  { signKey }: ProvenCard,
): Revocation[] {
  const names = new OfficeNames(roster.db, own, t);
  const said = revocationsOf(roster.db, toHex(signKey));
  const listed = own.trust.bySignKey(signKey)?.revokedAt ?? null;
  // Trust serves every roster of this machine: the key may have been revoked where another one was open. What an office
  // above says stands in the list as well.
  const isHere = listed === null || said.some(({ counts }) => counts);
  const elsewhere = isHere ? [] : [{ office: own.card.office, user: "", at: listed, reason: null }];
  return [
    ...said.map(({ by, user, at, reason }) => ({ office: names.of(by), user, at, reason })),
    ...elsewhere,
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ at, ...one }) => ({ ...one, at: isoInstant(at) }));
}

/**
 * @param agreed how many revocations the clerk was told of
 * @throws AppError `key-revoked` where there are others
 */
export function checkRevocations(revocations: readonly Revocation[], agreed: number, t: Translate): void {
  if (revocations.length === agreed) return;
  const who = revocations.map(({ office, at, reason }) =>
    t(reason === null ? "screen-offices:trust.revocation" : "screen-offices:trust.revocationFor", {
      office,
      at: hanoiText(Date.parse(at)),
      reason: reason ?? "",
    }),
  );
  throw appError("key-revoked", { who: who.join("; "), count: revocations.length });
}
