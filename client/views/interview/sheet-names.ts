import { useSheet, type SheetPlace } from "../editing/use-sheet.ts";

export const sheetNames = ["edit", "more", "confidence", "promise", "rounds", "people", "notes", "values"] as const;

export type InterviewSheet = (typeof sheetNames)[number];

export const useInterviewSheet = (): SheetPlace<InterviewSheet> => useSheet(sheetNames);
