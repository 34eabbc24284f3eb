/** The rows of one entity within a section of a person's file. Only those that do more than the registry says are named here. */
import type { ComponentType } from "react";
import type { OwnedEntity } from "../../../shared/domain/entities";
import { type RecordSectionProps, RowsSection } from "../../records/rows/rows-section";
import { AssignmentsSection } from "./assignments-section";
import { KeptTextsSection } from "./kept-texts-section";
import { QualificationsSection } from "./qualifications-section";

const own: Readonly<Partial<Record<OwnedEntity, ComponentType<RecordSectionProps>>>> = {
  assignment: AssignmentsSection,
  qualification: QualificationsSection,
  keptText: KeptTextsSection,
};

export function RowsOf({ entity, ...props }: RecordSectionProps & { readonly entity: OwnedEntity }) {
  const { state, asOf, disabled, highlightId, alone } = props;
  const Own = own[entity];
  const given = { state, asOf, disabled, highlightId, ...(alone === undefined ? {} : { alone }) };
  return Own === undefined ? <RowsSection entity={entity} {...given} /> : <Own {...given} />;
}
