import { RowLink } from "../components/row.tsx";
import { Tag } from "../components/tag.tsx";
import type { InterviewRow as RowData } from "./load.ts";

interface Props {
  readonly row: RowData;
  /** Its page is open in the other pane. */
  readonly isHere: boolean;
}

export function InterviewRow({ row: { interview, tag }, isHere }: Props) {
  return (
    <li class={isHere ? "is-here" : undefined}>
      <RowLink
        href={`/interviews/${interview.id}`}
        size="tall"
        here={isHere}
        title={interview.role ?? "An interview"}
        meta={interview.company}
        tags={
          tag && (
            <Tag icon={tag.icon} tone={tag.tone}>
              {tag.words}
            </Tag>
          )
        }
      />
    </li>
  );
}
