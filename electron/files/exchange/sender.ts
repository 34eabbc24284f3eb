/**
 * Whether a packet's sender is believed. Apart from opening, so that a stranger's packet can be looked at and its
 * fingerprint be compared, while nothing of it can be applied.
 */
import { appError } from "../../../shared/contract/errors";
import type { ProvenCard } from "../../../shared/sync/packet/card-codec";
import { fingerprintOf } from "../../../shared/sync/packet/fingerprint";
import type { TrustedOffice, TrustStore } from "./trust-store";
import { sha256 } from "./verify-signature";

export interface KnownSender {
  /** Under which key it is trusted: its own, or the one that its card renews. */
  readonly office: TrustedOffice;
  /** Its card is new and signed by the trusted key: `TrustStore.renewedBy` is to be called when the packet is applied. */
  readonly renews: boolean;
}

/**
 * A key is believed under the unit and name that were confirmed, and under no others: those on its card are its own words.
 * @param path for the sentence of a failure
 * @throws AppError sender-unknown, sender-changed, sender-revoked, home-unusable
 */
export function checkSender(sender: ProvenCard, trust: TrustStore, path: string): KnownSender {
  const fingerprint = fingerprintOf(sender, sha256);
  const known = trust.bySignKey(sender.signKey);
  if (known !== null && known.revokedAt !== null)
    throw appError("sender-revoked", { path, office: known.card.office, fingerprint });
  if (known?.fingerprint === fingerprint) return { office: known, renews: false };
  const older = known === null ? trust.renewalOf(sender) : null;
  if (older !== null) return { office: older, renews: true };
  const confirmed = trust.confirmedOf(sender);
  if (confirmed !== null) {
    const { office: claimed, unitCode: code } = sender;
    throw appError("sender-changed", { path, office: confirmed.card.office, claimed, code });
  }
  throw appError("sender-unknown", { path, office: sender.office, fingerprint });
}
