// The words by which an answer is sorted: one list, in groups, each group with the reason it is there.
//
// A phrase is matched word by word, whatever the case. `a/b` one of them; `word*` any ending; `(a/b)` may be there or
// not; `_` up to three words of any kind. Words are separated by spaces; an apostrophe belongs to its word. It is plain
// data, so that a person can read it and argue with a line; bench/feedback.mjs prints what the whole of it is worth.

export type Theme =
  | "presence"
  | "fit"
  | "level"
  | "strategy"
  | "communication"
  | "confidence"
  | "drive"
  | "experience"
  | "people"
  | "personality"
  | "depth"
  | "profile";

export interface PhraseGroup {
  readonly id: string;
  readonly kind: "reading" | "empty";
  /** One line for the person: why these words cannot be worked on. */
  readonly reason: string;
  /** What a reading is about; empty sentences are about nothing. */
  readonly theme?: Theme;
  readonly phrases: readonly string[];
}

export const phraseGroups: readonly PhraseGroup[] = [
  {
    id: "fit",
    kind: "reading",
    theme: "fit",
    reason: "“Fit” compares you with a picture nobody has described.",
    phrases: [
      "better/best/right/good/great/closer/closest/stronger/perfect/natural/ideal/cultural/culture/team/personal fit",
      "fit/fits/fitted (in/into/for/with) the/our/this/that/to", "fit in", "fit", "fitting", "not _ fit",
      "cultural/culture", "culturally", "right/wrong/good/better/exact/perfect/ideal/closer/stronger/best match",
      "match for", "a match", "right/wrong/good/better vibe/vibes", "vibe/vibes", "chemistry", "click/clicked/clicks",
      "connect/connected (with) you/him/her/us/them", "connected with", "rapport", "strong hire", "better off",
      "gel/gelled with", "align/aligns/aligned/aligning (more/most/less) closely/strongly/fully/directly/well/better",
      "more/most/better closely/suited/suitable", "better/best suited", "suited to/for", "suit/suits us/our/the",
      "right person", "on the same wavelength", "wavelength", "our values", "way we work", "dna", "one of us",
      "where the team/company/business is going/heading", "our/current/specific/exact/present needs",
      "what we need (right) now", "what we are/were looking for", "what we're looking for", "not (quite) what we",
      "different/another profile", "more rounded/complete/convincing/suitable/interesting profile", "right profile",
      "the profile we", "hit the ground", "ground running", "get up to speed", "up to speed", "competitive advantage",
      "better prepared", "smaller/larger/bigger organisation/organization/team/company/firm",
      "be happy/happier/comfortable", "get bored", "pace here/of", "see/saw/seen/see you (more) in",
      "did not/didn't/don't see you", "different/another environment", "supporting/support function",
      "start-up/startup life", "mentality", "mindset", "belong/belongs",
    ],
  },
  {
    id: "presence",
    kind: "reading",
    theme: "presence",
    reason: "“Presence” names no event: nobody can say when you had it and when not.",
    phrases: [
      "(more) (leadership/executive/stage/physical/personal) presence", "gravitas", "charisma*", "stature", "authority",
      "aura", "weight in the room", "leadership qualities/skills/potential/style/material/mindset/maturity/profile",
      "stronger leadership", "natural leader", "leader", "leaders", "own/command/fill the room", "energy in the room",
      "in the room", "edge", "spark", "x factor", "x-factor", "wow", "wow-factor", "magnetism",
      "take/takes/taking the initiative/lead/reins", "number two/one", "impact", "weight", "inspire/inspiring/inspires",
      "impose/assert yourself",
    ],
  },
  {
    id: "level",
    kind: "reading",
    theme: "level",
    reason: "“Level” is a verdict until somebody names the piece of work you have not done.",
    phrases: [
      "seniority", "senior enough", "not/more/too senior", "too/quite/still/rather/bit/little junior", "junior",
      "overqualified", "over-qualified", "underqualified", "ready for", "not/quite/fully ready", "(quite) ready (yet)",
      "readiness", "too early", "too soon", "a year/step too", "one day", "in a few years", "not there yet",
      "step too far", "next level", "this/that/the level", "at this/that grade", "maturity", "mature", "more seasoned",
      "seasoned", "more time to", "need/needs more time", "still developing", "still growing", "room to grow",
      "grow/grown into", "grow faster", "growing", "step/stepping up", "bigger/larger stage", "heavyweight",
      "lightweight", "potential", "raw", "out of (your/his/her) depth", "bit of a stretch", "a stretch",
      "big jump/leap",
    ],
  },
  {
    id: "strategy",
    kind: "reading",
    theme: "strategy",
    reason: "“Strategic” means something else to everyone who says it.",
    phrases: [
      "strategic", "strategically", "strategic thinker/thinking/mindset", "strategist", "tactical", "operational",
      "big picture", "bigger picture", "helicopter view", "vision", "visionary",
      "commercial/business/political instinct/acumen/sense/awareness/edge/mindset", "commercial enough",
      "commercially minded/aware", "commercial", "commercially", "entrepreneurial", "think/thinking/thinks (more) like",
      "like an owner", "ownership", "overthink*", "too academic", "academic", "theoretical", "too theoretical",
      "too detailed", "in the weeds", "in the detail/details", "big ideas", "outside the box", "out of the box",
      "innovative", "creative enough", "more creative", "creativity", "specialist", "generalist", "more of a/an",
      "technical enough", "too technical", "too technically", "hands-on", "hands on", "holistic", "long-term thinking",
    ],
  },
  {
    id: "communication",
    kind: "reading",
    theme: "communication",
    reason: "How you came across is an echo in one room. Ask which answer it was.",
    phrases: [
      "came/come/comes/coming across/over", "communication style/skills/abilities", "communicate*", "communication",
      "the way you present*/speak/talk/come/put", "articulate", "articulation", "clearer",
      "not (very/always/quite/so) clear", "unclear", "crisp/crisper", "concise", "more concise", "sharper",
      "punchy/punchier", "compelling", "persuasive", "convincing", "convince/convinced", "sell/selling/sold yourself",
      "sell it", "storytelling", "land/landed/lands (well)", "resonate/resonated", "hit home", "rambl*", "waffl*",
      "long-winded", "wordy", "verbose", "high-level", "too high level", "lacked/lack/lacking (some/any) structure",
      "structure", "structured", "all over the place", "hard/difficult to read/follow", "polish", "polished",
      "more polish", "delivery", "tone", "listen/listening better", "listener", "body language", "eye contact",
      "impression", "first impression",
    ],
  },
  {
    id: "confidence",
    kind: "reading",
    theme: "confidence",
    reason: "Nerves are a guess from outside, about one hour of your life.",
    phrases: [
      "confidence", "confident", "self-confidence", "self-assured", "assertive", "assertiveness", "assured", "nervous",
      "nerves", "shy", "timid", "hesitant", "hesitated a", "unsure of yourself", "reserved", "guarded", "quiet",
      "too quiet", "holding/held/hold back", "modest", "too modest/humble", "humble",
      "too soft/nice/kind/polite/gentle", "soft", "softer", "bolder", "bold", "braver", "relax/relaxed", "stiff",
      "tense", "tired", "flat", "defensive", "resilience", "resilient", "thick-skinned", "under pressure",
      "cope/coping with", "struggle with ambiguity", "ambiguity", "self-awareness", "self aware", "self-aware",
    ],
  },
  {
    id: "drive",
    kind: "reading",
    theme: "drive",
    reason: "Wanting it is inside you; nobody across a table can see it.",
    phrases: [
      "drive", "driven", "hungry", "hunger", "ambition", "ambitious", "motivation", "motivated", "passion",
      "passionate", "enthusiasm", "enthusiastic", "excited about", "excitement", "energy", "energetic", "dynamic",
      "dynamism", "really want/wants/wanted", "want it (enough)", "how much you want", "commitment", "committed",
      "interest in the role", "curious", "curiosity", "proactive", "proactivity", "initiative", "self-starter",
      "go-getter", "urgency", "pushing hard", "fire in", "engaged", "engagement", "heart was/wasn't", "fighter",
      "winner", "winning",
    ],
  },
  {
    id: "experience",
    kind: "reading",
    theme: "experience",
    reason: "“Experience” without a what or a how long is a measure without a number.",
    phrases: [
     
      "more/broader/wider/deeper/stronger/better/relevant/enough/sufficient/greater/solid/direct/varied/right experience",
      "more relevant", "experience (is/was/isn't/wasn't) (not) _ match", "more experienced", "inexperienced",
      "experienced enough", "stronger/better/proven track record", "track record",
      "stronger/broader/better/different/relevant background", "background*", "skill set", "skillset", "skills set",
      "exposure", "broader", "breadth", "stronger candidate/candidates/applicant/applicants/profile/profiles",
      "more qualified", "better qualified", "best qualified", "interviewed/performed/did/came better",
      "better interview", "more rounded", "well-rounded", "all-rounder", "solid performance", "performance",
      "expert rather",
    ],
  },
  {
    id: "people",
    kind: "reading",
    theme: "people",
    reason: "Working with people shows in events. None is named here.",
    phrases: [
      "people person", "people skills", "soft/softer skills/side", "interpersonal", "interpersonal skills",
      "team player", "team-player", "teamwork", "collaborative", "collaborat*", "work/works/working alone", "lone wolf",
      "loner", "individualist", "bring people", "take people with", "buy-in", "influence", "influencing (skills)",
      "influencer", "empath*", "emotional intelligence", "eq", "diplomatic", "diplomacy", "political", "politically",
      "savvy", "dealing with conflict", "deal with conflict", "conflict", "relationships", "relationship building",
      "stakeholder skills", "approachable", "difficult to work", "hard to work", "handle people", "manage up",
      "reporting to someone",
    ],
  },
  {
    id: "personality",
    kind: "reading",
    theme: "personality",
    reason: "A trait is not an act. You are not asked to become somebody else.",
    phrases: [
      "personality", "character", "attitude", "likeable", "likable", "authentic", "genuine", "warm and", "thoughtful",
      "well prepared", "intense", "arrogant", "aggressive", "abrasive", "blunt", "direct", "too direct", "stubborn",
      "rigid", "flexible", "inflexible", "flexibility", "adaptable", "adaptability", "mellow", "serious", "too serious",
      "emotional", "sensitive", "cold", "distant", "aloof", "friendly", "charming", "funny", "smart", "bright",
      "intelligent", "clever", "sharp", "mature person", "older", "younger", "old-fashioned", "traditional",
      "conservative", "perfectionist", "pedantic", "chaotic", "disorganised", "disorganized", "professional",
      "professionalism", "professional manner", "trust you", "trustworthy", "reliable", "loyal", "style", "your manner",
      "demeanour", "demeanor", "kind of person", "type of person", "sort of person",
    ],
  },
  {
    id: "depth",
    kind: "reading",
    theme: "depth",
    reason: "“Depth” asks for more, and does not say of what.",
    phrases: [
      "depth", "deeper", "superficial", "shallow", "surface", "generic", "vague", "too vague", "lacked substance",
      "substance", "not enough detail", "more detail/details", "more examples",
      "weak/poor/good/great/nice/strong/mixed/thin/average answers/answer/examples/responses", "weak", "poor", "narrow",
      "examples were", "answers were/lacked/felt/weren't", "okay but", "ok but", "fine but", "good but", "stand out",
      "stood out", "average", "mediocre", "so-so", "lacklustre", "underwhelming", "not _ compelling",
      "something was missing", "something missing", "put a/my/our finger", "quality of thinking", "your thinking",
      "analytical enough", "more analytical", "rigour", "rigor", "insight", "insightful", "nuance", "original",
    ],
  },
  {
    id: "profile",
    kind: "reading",
    theme: "profile",
    reason: "Being seen is done by others. Ask who would have to see what.",
    phrases: [
      "visible", "visibility", "more visible", "raise/raising your profile", "your profile", "known in",
      "network/networking more", "your brand", "personal brand", "seen as", "see you as", "sees you as", "perceived as",
      "perceive/perceived/perception*", "reputation", "known as", "your standing", "sponsor", "on the radar",
    ],
  },
  {
    id: "impressions",
    kind: "reading",
    reason: "“We felt” tells you about them. True for them, not proven.",
    phrases: [
     
      "i/we/they/he/she/panel/team/committee/director/board/everyone/some/others/people (just/simply/all/both/really/also/personally/honestly/rather) felt/feel/feels/sensed/sense/thought/believe/believed/suspect/suspected/doubt/doubted/guess/worried/worry/wondered/found/saw",
      "felt", "not/didn't/don't feel", "the way you", "something about", "left us/me/them", "feeling",
      "a/the sense that", "it/it's felt/seems/seemed/appears/appeared/thought", "was/were thought/felt",
      "seem/seems/seemed", "appear/appeared to", "struck", "gut", "instinct", "impression", "opinion",
      "in our/my eyes/view/opinion/mind", "for my/our taste", "doubt/doubts (about)", "concern/concerns (about)",
      "some/few/slight/minor/certain reservations", "reservations", "question mark/marks", "hesitation", "unconvinced",
      "not/wasn't/weren't/isn't/aren't (so/fully/quite/entirely/totally/really/completely) convinced/sure/certain",
      "not everybody/everyone", "wasn't/weren't/not (quite) (as) clear", "missed a/some/the",
      "lack/lacks/lacked/lacking", "hoped/hoping for", "had/we'd/i'd hoped", "have/i'd/we'd have expected",
      "expected more", "a bit/little/touch/tad too", "slightly/somewhat/rather/quite/perhaps/maybe/bit/little/just too",
      "somewhat", "slightly", "not enough", "less so", "rather than a/an", "tend/tends/tended to", "a bit/little more",
      "bit more", "could/should/might be/come/have been (a/bit/little) (more)",
      "need/needs to be/become/show/demonstrate/develop/improve/work",
      "should/could/might (want/like/need) (to) (perhaps/maybe) work/improve/develop/show/think/be/step",
      "work on your", "would/you'd benefit from", "be wise to", "may/might/would struggle", "not natural",
      "not a natural", "ability/abilities to", "thrive", "flourish",
      "came/comes/come down to personality/fit/chemistry", "i was told",
    ],
  },
  {
    id: "close-call",
    kind: "empty",
    reason: "A hard choice tells you about their afternoon, not about you.",
    phrases: [
      "tough/hard/difficult/close/tight/agonising/agonizing/painful/challenging decision/choice/call/contest/race/one",
      "not/wasn't/no (an) easy decision/choice/one", "close call", "very/so/extremely/incredibly/really/pretty close",
      "it was close", "finest/narrowest/smallest/slimmest/tightest of margins", "fine/narrow/small margin/margins",
      "hair's breadth", "whisker", "meant to be", "it's us", "not about you", "coin toss/flip", "toss of a coin",
      "toss-up", "spoilt/spoiled for choice", "could (easily/really) have been any/you/either", "any (one) of you/the",
      "every one of", "each of you", "all of you", "only one person/position/place/role/candidate/winner/can",
      "made it (very/so/really) hard/difficult/tough", "could have done the job/role", "heavy heart", "luck", "lucky",
      "unlucky", "bad/poor timing", "numbers game", "at the end of the day", "that's life", "just one of those",
    ],
  },
  {
    id: "field",
    kind: "empty",
    reason: "How good the others were is weather. You could not have dressed for it.",
    phrases: [
     
      "strong/competitive/crowded/excellent/exceptional/outstanding/talented/impressive/high-quality/stellar/great/good/tough (candidate/applicant/talent) field/pool/shortlist/competition/group/cohort/bunch/line-up/lineup/set",
      "strong/excellent/outstanding/exceptional/great/good/impressive/brilliant/qualified/high-calibre/talented candidates/applicants/applications/people/contenders/finalists",
      "number/volume/quality/calibre/caliber/standard/level of applications/applicants/candidates/all/the/interest/responses/those",
      "the standard/calibre/caliber/quality/competition/level", "standard this/was/is", "competition",
      "competitive/tough process/market/situation", "fierce",
      "receive/received _ applications/applicants/cvs/resumes/responses/candidates",
      "had _ applications/applicants/cvs/resumes", "applications for",
      "high/very/exceptional/highest quality/calibre/caliber/standard", "overwhelmed by",
      "all (the/our/of) (the) candidates/applicants/finalists",
      "many (strong/good/great/qualified) candidates/applicants",
    ],
  },
  {
    id: "thanks",
    kind: "empty",
    reason: "Thanks are kind, and hold nothing you can use.",
    phrases: [
      "thank you", "thanks", "thank/thanking you", "many thanks", "we/i thank", "grateful", "gratitude",
      "appreciate/appreciated/appreciates your/you/the/that/it", "much/greatly appreciated",
      "it was/is/has (been) (so/really/very/truly/such) (a) (lovely/great/good/nice/wonderful/real/true) pleasure/joy/delight/meeting/talking/seeing/hearing/speaking/to",
      "lovely/great/nice/good/wonderful/delighted/pleased/happy/pleasure to meet/have/hear/speak/talk/see", "pleasure",
      "enjoyed (very) (much) learning/reading/interviewing/meeting/talking/our/your/the/speaking/getting/hearing/it/chatting",
      "great/lovely/nice/good chat/conversation/talk/meeting", "loved meeting/talking/our", "for your interest",
      "your interest in", "time and effort", "your patience", "for your time", "your valuable time", "taking the time",
      "coming in/along/over",
    ],
  },
  {
    id: "encouragement",
    kind: "empty",
    reason: "Encouragement is meant well. It says nothing of why.",
    phrases: [
      "don't/not/never be (too) discouraged/disheartened/disappointed/hard/put", "keep doing (exactly) what (you/you're) (are) (doing)",
      "keep it/at/going/up/trying/your/on", "chin up", "heads up high", "head (held) high", "lose heart", "give up",
      "stay positive/strong/motivated", "never mind", "take/taken it (too) personally/hard/to", "personally",
      "be (very/really/rightly) proud", "proud of", "no doubt",
      "i'm/we're/am/are (sure/certain/confident/convinced) (that) you/you'll/your/there/the/something/someone",
      "will (surely/certainly/definitely) find/succeed/go/get/be", "you'll find/go/get/be/land/do/succeed/make/soon",
      "go far", "your time will", "time will come", "right one/thing/role/job/opportunity will",
      "something (great/better/good/else/right) will/soon/is", "onwards", "upwards", "well done", "congratulations",
      "other/more/new/further opportunities/chances/openings/doors", "another chance/opportunity", "plenty more",
      "when one door", "better luck", "next time lucky", "any employer", "lucky to have you",
      "nothing you/against/personal/wrong/but", "reflection on/of", "could have done differently", "hard feelings",
      "head up", "spirits up", "hang in", "believe in yourself", "be yourself", "stay as you are",
    ],
  },
  {
    id: "praise",
    kind: "empty",
    reason: "Praise that names nothing is a pat on the back: keep the warmth, not the words.",
    phrases: [
     
      "did/were/are/you're/was (really/very/so/a/an/truly/absolutely/such/all/both) (really/very/truly) great/good/well/fantastic/excellent/brilliant/amazing/wonderful/super/outstanding/terrific/superb/lovely",
      "great/fantastic/excellent/brilliant/amazing/outstanding/wonderful/strong/terrific/superb/impressive/good/exceptional (strong/good) candidate",
      "were/was (very/really/truly/so/deeply/all/hugely) impressed", "impressed", "impressive",
      "interviewed (really/very/extremely/so) well", "excellent impression", "good things", "speak highly",
      "think (very) highly", "valued/valuable/great/respected colleague/member/employee", "valued", "value/values your",
      "your dedication/hard/effort/efforts/contribution/contributions/qualifications", "equally qualified/strong/good",
      "asset", "strong/great/good/excellent/solid/impressive interview/showing/application/cv/résumé/resume",
      "great/good job", "good/great/nice work", "in many ways", "skills are/were",
      "your skills/qualifications/experience is/are/was/were (very/truly) impressive/excellent/outstanding",
      "great person", "rate you",
    ],
  },
  {
    id: "verdict",
    kind: "empty",
    reason: "The decision, without its reason.",
    phrases: [
      "unfortunately", "regret", "regrettably", "sadly", "sorry", "apolog*", "afraid",
      "not/won't be/not (be) able/moving/proceeding/taking/progressing/going/offering/continuing/successful/in",
      "moving/move/moved/go/going/gone/proceed/proceeding/proceeded/progress/continue/continuing/press (forward/ahead/on) with another/other/someone/a/an/your/different/somebody",
      "move/moving/go/going forward", "proceed with", "unable to", "not (been) successful/selected/shortlisted/chosen",
      "unsuccessful", "turned down", "decided to proceed/move/go/pursue/offer/appoint/choose/hire/continue/not",
      "decided against", "decided not", "different/another/other direction/way/route/path",
      "made (our/a/the/their) (final) decision/choice", "choice (has/is) fallen/fell/made", "opted for",
      "offered (the/it) (position/role/job) to", "has been filled", "filled (the/this) vacancy/position/role/post",
      "another/other candidate/person/applicant", "it's/is/was a no", "a no from",
      "carefully reviewed/considered/assessed", "looked at/through (all/many) applications",
      "careful/full/due/thorough/much consideration/deliberation/thought", "on this occasion",
      "at this time/point/stage", "this time", "not (the) news/outcome/answer/result",
      "isn't/wasn't the news/outcome/answer/result", "news you", "disappoint*", "not offer", "inform you",
      "to let you know",
    ],
  },
  {
    id: "manners",
    kind: "empty",
    reason: "Letter manners: they open and close, and carry nothing.",
    phrases: [
      "hope this/that/you/you're/your/all/it/we/to", "i/we hope", "find/please/see (find/see) below/attached/enclosed",
      "please find", "here is/are the/my/our/your/some/a", "a few thoughts/words/lines", "feedback from",
      "get/getting/got/come/coming/came/be (back) in touch", "in touch", "back to you", "get back",
      "reach/reaching out", "feel free", "hesitate to", "let me/us know", "any (further/other/more) questions",
      "stay/keep/remain in touch/contact/the", "in contact", "connect with me/us", "linkedin",
      "grab/have/get/drink/do (a) coffee/beer/call/drink/lunch/chat", "door (is/remains/stays) (always)",
      "always/still open", "glad/happy to have/hear/talk/chat/speak/help/call/discuss", "look/looking forward",
      "have a good/nice/great/lovely", "enjoy your", "take care", "regards", "wishes", "best of luck", "good luck",
      "every success", "all the best", "wish/wishing/wishes you", "much/every/lots/best (of) success/luck",
      "future endeavours/endeavors", "job hunt/search", "as discussed/promised/mentioned/agreed/you",
      "i/we (have/just) shared/passed/forwarded your", "like/love to meet/discuss/talk/chat/speak/hear",
      "wanted to get/write/let/say/tell/call/thank/reach/send/drop", "can/can't imagine", "how you (must) feel",
      "i/we know this/that/how/it", "i/we understand this/that/how/it", "per company policy", "policy", "rest assured",
      "not/can't/cannot/can/unable (not) (to) (go/give/provide/share/offer/comment/disclose/say) (into) (individual/more/further/detailed/any/details/detail/specific) feedback/information/informations/details/detail",
      "individual/detailed feedback", "confidential", "legal reasons",
      "we (value/embrace/celebrate) diversity/inclusion", "equal opportunity/opportunities", "remain a",
      "quick note/line", "per your request", "you asked (me) (for) feedback/why",
    ],
  },
  {
    id: "on-file",
    kind: "empty",
    reason: "A promise of some day is not a plan you can keep.",
    phrases: [
      "keep/kept/hold/retain/store (your) cv/resume/résumé/details/application/profile/information/data", "on file",
      "in (our/the) system/database/files/records/mind/talent", "talent pool",
      "future opportunities/vacancies/roles/openings/positions/opportunity/reference", "in (the) future",
      "please (feel) (free) (to) apply/reapply", "apply to/with us again", "do apply",
      "encourage you to apply/look/keep/check/stay/try/re-apply/reapply", "careers/career page/site/portal",
      "hiring portal", "our portal/website/careers", "anything suitable/comes/similar", "comes up",
      "suitable role/vacancy/opening/position", "other roles/vacancies/openings", "down the line/road", "some time",
      "sometime", "some day", "someday",
    ],
  },
];

/** Words that make a phrase stronger or weaker and nothing else; a marked span takes in those before it. */
export const degreeWords: ReadonlySet<string> = new Set(
  "a an really very so quite rather extremely incredibly truly exceptionally pretty somewhat slightly more most such".split(" "),
);
