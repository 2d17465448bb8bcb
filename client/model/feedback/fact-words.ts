// What makes a sentence a fact: the words that stand for an event, a thing, a measure or a requirement one can check.
// Data only, like phrases.ts; facts.ts weighs them.

/** What people do in interviews and at work that somebody else could have filmed. Past and base forms. */
export const eventVerbs = words(`
  said say told mentioned mention named name described describe explained explain presented answered answer asked ask
  talked talk spoke speak quoted read wrote write drew sketched counted count calculated calculate estimated forgot
  forget omitted skipped skip left missed confused confuse mixed repeated interrupted arrived joined started finished
  stopped stop ran run overran spent offered gave give given brought bring sent send showed show shown solved solve
  scored score passed failed completed submitted handed delivered deployed built build written tested shipped led lead
  managed manage chaired chair hired fired supervised deputised negotiated closed sold sell bought launched migrated
  rolled designed coded programmed implemented used use worked work held hold owned trained taught studied learned
  learnt summarised summarized concluded proposed suggested recommended pushed challenged changed double-counted crashed
  opened sat signed cut reduced saved raised increased doubled halved acted covered included addressed referred pointed
  found caught noticed checked verified cited backed prepared rehearsed dealt handled escalated turned provided provide
  produced produce put knew know touched blamed criticised criticized mispronounced misread misquoted miscalculated
  overlooked ignored refused declined apologised cancelled rescheduled quantified measured evidenced prioritised
  prioritized applied needed moved rated marked ranked placed outlined mapped modelled modeled split listed walked
  jumped ended began dropped kept took take takes offended argued arguing froze frozen restructured merged reorganised
  reorganized postponed withdrew relocated hypothetical misspelled stumbled struggled mangled researched managing
  leading running building designing writing presenting chairing hiring handling using selling closing migrating coding
  programming testing negotiating supervising deploying teaching
`);

/** Things of an interview or of work that exist outside anybody's head. */
export const artefacts = words(`
  presentation slides slide deck case exercise exercises test tests task take-home assignment whiteboard demo portfolio
  letter cv résumé resume reference references spreadsheet model plan proposal estimate forecast budget budgets report
  document documentation handover essay paper certificate certification certificates licence license qualification
  qualifications degree diploma charter apprenticeship accreditation clearance visa permit code sample samples
  repository script query queries diagram chart map figure figures numbers number slot agenda minutes contract invoice
  dashboard prototype roadmap interview role-play roleplay questionnaire assessment question questions example examples
  section paragraph page line claim calculation schedule deadline salary band notice scoring score scores marks mark
  threshold remote telecommuting relocation commute location hours travel overtime rota situation situations points
  point percent vote votes headcount shift shifts reports quiz brief logo timeline tool
`);

/** Skills and fields that can be learned, proved or counted, and so worked on. */
export const skills = words(`
  sql excel python java javascript typescript react c++ c# .net golang rust php kotlin swift terraform kubernetes docker
  aws azure gcp linux sap salesforce oracle jira tableau powerbi figma photoshop autocad solidworks matlab plc erp crm
  hr gdpr ifrs gaap vat tax payroll accounting bookkeeping audit audits auditing compliance procurement logistics
  pricing forecasting budgeting reporting purchasing underwriting statistics regression modelling modeling programming
  coding testing debugging deployment security networking database databases migration migrations architecture
  scheduling rostering maintenance welding licensing regulation regulated regulations law legal contract negotiation
  tender tendering bidding sales fundraising grant grants recruitment onboarding appraisal appraisals redundancy union
  unions safety first-aid quality lean agile scrum kanban prince2 pmp six-sigma cfa cima acca cpa mba phd bachelor
  master english german french spanish portuguese polish italian dutch swedish norwegian danish mandarin chinese
  japanese arabic hindi russian turkish ukrainian p&l margin margins revenue costs cost budget retention churn
  conversion supply freight warehouse depot finance treasury market mobile frontend front-end backend back-end
  line-management mentoring coaching disciplinary grievance turnover nursing ward triage teaching curriculum lesson
`);

/** Number words; "one" is left out, it is mostly a pronoun. */
export const numberWords = words(`
  two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen twice thrice double half
  third thirds quarter quarters
`);

export const ordinals = words("second third fourth fifth sixth seventh eighth ninth tenth runner-up");

export const units = words(`
  minute minutes hour hours day days week weeks month months year years yr yrs quarter winter winters cycle cycles
  people reports percent points point marks pages words k m
`);

export const dates = words(`
  monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
  november december spring autumn
`);

/** Requirement: somebody set a bar that can be named. */
export const requirements = [
  "we/they/i/role/job/post/position/grade/team/committee/director/legal/client/board/it/panel/department (also/really/now) need/needs/needed/require/requires/required/want/wants/wanted/asked/specified/expect/expects/demands",
  "would/you'd (have) need/needed to/a/an/at/the", "would/you'd have to", "must have/be/hold",
  "need/needs/needed/required/requires/wanted/wants someone/somebody/a/an/whoever/candidates", "requirement*",
  "prerequisite*", "mandatory", "essential criteria/criterion/requirement", "asked for", "looking for",
  "experience in/with/of/as", "was the blocker/reason/difference", "blocker", "dealbreaker", "deal-breaker",
  "deal breaker", "missing", "missed",
];

/** What a rival had or did, or where the post went. */
export const rivals = [
  "(the/other/another/successful/appointed/chosen/internal/external/winning/selected) candidate/applicant/finalist/person/colleague/one (we/who/that) (hired/took/chose/appointed/picked/selected) (already) has/had/have/is/was/brings/brought/speaks/knows/knew/holds/held/built/ran/led/managed/showed/gave/came/worked/did",
  "candidate/applicant/person/one we/they took/chose/hired/appointed/picked",
  "they/she/he/who (already/also/has/had) has/had/have/brings/brought/speaks/holds/built/ran/led/managed/worked/done",
  "who/that/which (already) has/have/had/holds/knows/speaks/built/led/managed/worked/deputised/sold/closed",
  "went/go/gone/going to an/a/the/somebody/someone/our", "someone/somebody who/with",
  "the person (we/they) hired/appointed/took/chose", "compared with/to", "against his/her/their/yours", "better than",
  "more than", "fewer/less than", "below", "above", "ahead of", "behind the", "short of", "instead of",
];

/** Superlatives and rankings that say in what. */
export const superlatives = words(`
  best strongest clearest highest lowest weakest longest shortest fastest slowest fullest only top
`);

/** A next step one can take. */
export const steps = [
  "ask/contact/email/shadow _ for/about/and", "next time", "for next time", "in future interviews",
  "try/practise/practice/prepare/bring/take/read/learn/rewrite/add/remove/get/complete/finish/study/redo/rehearse/record/look at/join/lead/run/book a/an/the/your/two/three/some/with/at/more",
  "apply/reapply again in/for/when/once/after",
  "see/like you (to) run/lead/manage/write/present/chair/do/complete/build/own/take/deliver/spend",
  "talk/walk/take/go you through", "recommend/suggest (that) you/taking/doing/reading/getting", "course", "courses",
  "scoring sheet", "right step/answer",
];

/** Somebody has not done, shown or held a thing. */
export const absences = [
  "you/it/they (had/did/have/were/could/would/do) not/never really/actually/even/yet",
  "you/it/there/they didn't/hadn't/haven't/couldn't/weren't/wasn't/don't/aren't/isn't/didnt/hadnt/havent/couldnt/dont",
  "never", "without",
  "no/zero/any example/examples/plan/mention/experience/evidence/proof/tests/reference/figure/figures/number/numbers/data/answer/questions/budget/work/time/background/knowledge/word/detail",
  "only worked/led/managed/used/had/done/have", "nothing about/on", "left out", "left it", "yet", "not on your",
  "not a single",
];

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
