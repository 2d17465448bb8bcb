import { useSheet, type SheetPlace } from "../editing/use-sheet.ts";

const names = ["setup", "choose", "more", "values"] as const;

/** "setup" is no sheet but the page itself, while its options and criteria are put in order. */
export type DecisionSheet = SheetPlace<(typeof names)[number]>;

export const useDecisionSheet = (): DecisionSheet => useSheet(names);
