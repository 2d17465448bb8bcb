// The kinds of things that are found, in the words over them.

export const groupWords = {
  interviews: "Interviews",
  lists: "Lists",
  people: "People",
  wins: "Wins",
  plans: "Plan B",
  decisions: "Decisions",
  messages: "Messages",
  feedback: "Feedback",
  notes: "Notes",
  playbooks: "Playbooks",
} as const;

export type Group = keyof typeof groupWords;

const names = Object.keys(groupWords);

/** Among groups whose best hits are equally good: the order above. */
export const groupOrder = (group: Group): number => names.indexOf(group);
