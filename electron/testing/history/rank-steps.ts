/** What the steps by which offices of three levels deal with each other do to real rosters. */
import type { Answer } from "../../../shared/domain/authority";
import { toHex } from "../../../shared/sync/bytes";
import { type EntityName, entityById } from "../../../shared/domain/entities";
import { openProposals, type Proposal } from "../../roster/read/proposals";
import { districtId, type PlayOffice, postId, provinceId } from "./office";
import type { RankStep } from "./rank-script";
import { compare, ranks, tie } from "./ranks";
import type { Stage } from "./stage";

/** Rows of an entity that an office holds, in the order in which they came. */
function rowsOf(stage: Stage, office: PlayOffice, entity: EntityName): string[] {
  return stage
    .held(office)
    .filter((op) => op.create && entityById(op.entity) === entity)
    .map(({ row }) => row);
}

function pick<T>(list: readonly T[], nth: number): T | undefined {
  return list[nth % Math.max(1, list.length)];
}

function openToUs({ handle }: PlayOffice, answer: Answer): Proposal[] {
  return openProposals(handle).filter(({ canDecide, canWithdraw }) =>
    answer === "withdraw" ? canWithdraw : canDecide,
  );
}

/** Does what a step says, as far as it is possible at the moment. */
export async function takeRankStep(stage: Stage, step: RankStep): Promise<void> {
  const office = stage.office(step.at);
  const nthOf = (entity: EntityName, nth: number) => pick(rowsOf(stage, office, entity), nth);
  switch (step.rank) {
    case "decide": {
      // Whoever has nothing to decide takes in what somebody else holds.
      const other = stage.office(step.nth);
      if (openToUs(office, step.verdict).length === 0 && other !== office)
        await stage.receive(office, other.write(office, true));
      const open = openToUs(office, step.verdict);
      const one = pick(open, step.nth);
      const chosen = (step.all ? open : one === undefined ? [] : [one]).flatMap(({ ops }) =>
        ops.map(({ id, row }) => ({ id, row })),
      );
      if (chosen.length === 0) return;
      stage.attempt(office, () => {
        office.log.decide({ chosen, verdict: step.verdict, note: null, user: office.name });
      });
      return;
    }
    case "decideAgain": {
      const id = nthOf("decision", step.nth);
      const fields = { verdict: step.verdict };
      if (id !== undefined) stage.write(office, [{ kind: "settle", entity: "decision", id, fields }]);
      return;
    }
    case "compare": {
      const other = stage.office(step.to);
      if (other !== office) compare(stage, office, other);
      return;
    }
    case "revoke": {
      const other = stage.office(step.to);
      if (other === office) return;
      const keys = stage.revoked.get(office) ?? new Set();
      stage.revoked.set(office, keys.add(toHex(other.key)));
      return;
    }
    case "place": {
      const official = nthOf("official", step.person);
      const unit = nthOf("unit", step.unit);
      if (official === undefined || unit === undefined) return;
      const fields = { official, unit, post: postId, from: "2019" };
      return stage.write(office, [{ kind: "create", entity: "assignment", id: office.log.newId(), fields }]);
    }
    case "give": {
      const official = nthOf("official", step.person);
      const id = nthOf("assignment", step.row);
      if (official === undefined || id === undefined) return;
      return stage.write(office, [{ kind: "update", entity: "assignment", id, fields: { official } }]);
    }
    case "rule": {
      const id = nthOf("standardSet", step.nth);
      const name = `Quy định ${step.value}`;
      if (id !== undefined && step.value > 0)
        return stage.write(office, [{ kind: "update", entity: "standardSet", id, fields: { name } }]);
      const made = office.log.newId();
      const fields = { key: `dat-${made.slice(-4)}`, name, validFrom: "2010-01-01" };
      return stage.write(office, [{ kind: "create", entity: "standardSet", id: made, fields }]);
    }
    case "office": {
      const id = nthOf("office", step.nth);
      const fields = { name: `Văn phòng ${step.at}` };
      if (id !== undefined) stage.write(office, [{ kind: "update", entity: "office", id, fields }]);
      return;
    }
    case "form": {
      const [one, other] = [nthOf("unit", step.unit), nthOf("unit", step.other)];
      if (one === undefined || other === undefined) return;
      const predecessors = one === other ? one : [one, other].sort().join(" ");
      const parent = step.under % 2 === 0 ? districtId : provinceId;
      const fields = {
        type: "xa",
        level: "commune",
        code: "88888",
        name: "Gộp",
        parent,
        predecessors,
      } as const;
      return stage.write(office, [{ kind: "create", entity: "unit", id: office.log.newId(), fields }]);
    }
    case "claim": {
      const unit = ranks[step.unit % ranks.length]?.unit ?? provinceId;
      return tie(stage, office, toHex(stage.office(step.of).key), unit);
    }
  }
}
