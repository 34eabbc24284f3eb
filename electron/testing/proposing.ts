/** A commune that knows somebody of another one, and its district: what the one writes of them waits for the other. */
import type { DecidedProposal, ProposalData } from "../../shared/contract/schemas/proposals";
import { districtAndCommune, type Office, type Offices } from "./offices";

export interface Proposing {
  readonly offices: Offices;
  readonly district: Office;
  readonly commune: Office;
  /** Serves in another commune. */
  readonly other: string;
  /** Takes what the commune wrote to the district. */
  readonly up: () => Promise<void>;
  /** Takes what the district wrote to the commune. */
  readonly down: () => Promise<void>;
}

/** @param fullName of the one in the other commune */
export async function proposing(fullName = "Người Khác"): Promise<Proposing> {
  const { offices, district, commune } = await districtAndCommune();
  // The worst that the commune can know: everybody of the district.
  await district.trusts(commune, "superior");
  const other = await district.hires(fullName, "08203");
  const up = async () => void (await district.receives(await commune.sends()));
  const down = async () =>
    void (await commune.receives(await district.sends("--for", await commune.fingerprint())));
  await down();
  return { offices, district, commune, other, up, down };
}

/** What waits at an office. */
export async function waitingAt({ json, roster }: Office): Promise<readonly ProposalData[]> {
  return (await json<{ proposals: ProposalData[] }>("sync", "proposals", roster)).proposals;
}

/** What was decided, as an office sees it. */
export async function decidedAt({ json, roster }: Office): Promise<readonly DecidedProposal[]> {
  return (await json<{ decided: DecidedProposal[] }>("sync", "proposals", roster, "--decided")).decided;
}
