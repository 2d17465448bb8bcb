import { useSheet, type SheetPlace } from "../editing/use-sheet.ts";

export const sheetNames = ["answer", "asked", "witness", "more"] as const;

export type FeedbackSheet = (typeof sheetNames)[number];

export const useFeedbackSheet = (): SheetPlace<FeedbackSheet> => useSheet(sheetNames);
