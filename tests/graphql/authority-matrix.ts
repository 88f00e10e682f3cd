/**
 * Who may do what: one row for every query, mutation and subscription of the schema.
 *
 * A row names each role that is answered, and for whom: `own`, for the organizations the caller
 * belongs to; `region`, for these and the municipalities of a region it advises; `any`, for all of
 * them. Everybody who is not named is denied. `docs/authority.md`
 * is made from these rows, and `authority-matrix.test.ts` really asks as everybody.
 *
 * To add a field: one row. A query shows its arguments; `$planId` and the like are ids of the
 * story in `mutation-story.ts`, and a mutation takes its input from its step there. With braces
 * behind it, a query counts as denied when everything it selects is null.
 */
export type Matrix = Readonly<Record<string, string>>;

const everyone =
  'public=any partner=any municipal-editor=any municipal-approver=any ministry-analyst=any ' +
  'ministry-reviewer=any regional-adviser=any researcher=any administrator=any';
const ministry = 'ministry-analyst=any ministry-reviewer=any administrator=any';
const municipal = 'municipal-editor=own municipal-approver=own';
const withOrganization = `partner=own ${municipal} regional-adviser=own ${ministry}`;
const withBody = `partner=own ${municipal} regional-adviser=region ${ministry}`;
const planning = `${municipal} administrator=any`;
const approving = 'municipal-approver=own administrator=any';
const undertaking = `partner=own ${planning}`;
const reporting = `${municipal} ministry-analyst=any administrator=any`;
const keeping = 'ministry-analyst=any administrator=any';
const judging = 'ministry-analyst=any ministry-reviewer=any administrator=any';
const importing =
  'municipal-editor=any municipal-approver=any ministry-analyst=any administrator=any';
const registering =
  'partner=any municipal-editor=any municipal-approver=any ministry-analyst=any ' +
  'ministry-reviewer=any regional-adviser=any administrator=any';
const administering = 'administrator=any';
const appointing = 'ministry-reviewer=any administrator=any';

/** The rows. */
export const authorityMatrix: Matrix = {
  'query codeList(scheme: "sectors")': everyone,
  'query codeLists': everyone,
  'query commitment(id: $commitmentId)': everyone,
  'query commitment(id: $commitmentId) { responsible { person } }': withOrganization,
  'query commitmentAgeing': everyone,
  'query commitments': everyone,
  'query compareOutcomes(indicator: $calls, period: "2021", organizations: [$body])': everyone,
  'query observations(indicator: $calls)': everyone,
  'query outcomeDistribution(indicator: $calls, period: "2021")': everyone,
  'query outcomeRevisions(indicator: $calls, period: "2021")': everyone,
  'query consents(firstNation: "saugeen") { id }': withOrganization,
  'query coverage(planId: $planId)': everyone,
  'query due': everyone,
  'query importAttempts': registering,
  'query indicator(key: "housing-cost-burden")': everyone,
  'query indicators': everyone,
  'query measure(id: $measureId)': everyone,
  'query node(id: $planId)': everyone,
  'query nodes(ids: [$planId])': everyone,
  'query obligations': everyone,
  'query observationTimeline(indicator: $calls, organization: $body)': withBody,
  'query organization(code: "3525005")': everyone,
  'query organizations': everyone,
  'query outcomeBreakdown(indicator: $calls, period: "2021", dimension: "genders")': everyone,
  'query outcomeBreakdown(indicator: $calls, period: "2021", dimension: "genders") { complete }':
    ministry,
  'query outcomeRollup(indicator: $calls, period: "2021")': everyone,
  'query outcomeRollup(indicator: $calls, period: "2021") { value }': ministry,
  'query outcomeSeries(indicator: $calls, organization: $body)': everyone,
  'query outcomeSeries(indicator: $calls, organization: $body) { points { value } }': withBody,
  'query outcomesByBody(indicator: $calls, period: "2021")': everyone,
  'query outcomesByBody(indicator: $calls, period: "2021") { edges { node { value } } }': withBody,
  'query people': administering,
  'query plan(id: $planId)': everyone,
  'query planChanges(planId: $planId, from: { position: "20" })': everyone,
  'query planTimeline(planId: $planId)': everyone,
  'query planTimeline(planId: $planId) { edges { node { actor } } }': withOrganization,
  'query planResults(planId: $planId)': everyone,
  'query plans': everyone,
  'query provinceOutcome(indicator: $calls, period: "2021")': everyone,
  'query provinceOutcome(indicator: $calls, period: "2021") { value }': ministry,
  'query reportingAreas': everyone,
  'query informationRequests': registering,
  'query reportingCycle(id: "cycle-2021") { counts { expected } }': everyone,
  'query reportingCycle(id: "cycle-2021") { expectations { indicator { key } } }': everyone,
  'query reportingCycles': everyone,
  'query reportsDue(body: $body) { state }': withBody,
  'query submission(cycleId: "cycle-2021", body: $body) { state }': withBody,
  'query submission(cycleId: "cycle-2021", body: $body) { steps { text { en } } }': withBody,
  'query submissions(cycleId: "cycle-2021") { edges { node { cells { review } } } }': withBody,
  'query submissions(cycleId: "cycle-2021") { edges { node { state } } }': withBody,
  'query statutoryClocks': everyone,
  'query statutoryRules': everyone,
  'query viewer': everyone,

  'mutation acceptSubmission': appointing,
  'mutation adoptPlan': approving,
  'mutation adoptStrategy': planning,
  'mutation appointPlanner': appointing,
  'mutation assignPlanRole': planning,
  'mutation changeCycleDeadline': judging,
  'mutation closeCycle': judging,
  'mutation completeReview': approving,
  'mutation correctObservation': reporting,
  'mutation correctPublishedObservation': keeping,
  'mutation countPopulation': keeping,
  'mutation declareCommitmentStatus': undertaking,
  'mutation defineArea': keeping,
  'mutation defineIndicator': keeping,
  'mutation defineMeasure': planning,
  'mutation deprioritizeRisk': planning,
  'mutation describeRisk': planning,
  'mutation dropCommitmentMilestone': undertaking,
  'mutation endArea': keeping,
  'mutation endPlanRole': planning,
  'mutation exemptCommitteeSeat': planning,
  'mutation fileInterimSubmission': approving,
  'mutation fileSubmission': approving,
  'mutation fillCommitteeSeats': planning,
  'mutation fulfillCommitment': undertaking,
  'mutation giveFeedback': appointing,
  'mutation grantConsent': approving,
  'mutation grantRole': administering,
  'mutation handOverCommitments': undertaking,
  'mutation identifyProtectiveFactor': planning,
  'mutation identifyRisk': planning,
  'mutation importObservations': importing,
  'mutation invitePerson': administering,
  'mutation joinPlan': planning,
  'mutation judgeProgress': judging,
  'mutation leavePlan': planning,
  'mutation linkCommitmentEvidence': undertaking,
  'mutation makeCommitment': undertaking,
  'mutation markRecordedInError': `partner=own ${municipal} ${ministry}`,
  'mutation moveCommitmentMilestone': undertaking,
  'mutation nameCommitmentResponsible': undertaking,
  'mutation narrowConsent': approving,
  'mutation openCycle': judging,
  'mutation openPlan': planning,
  'mutation pledgeCommitmentResource': undertaking,
  'mutation prioritizeRisk': planning,
  'mutation provideInformation': undertaking,
  'mutation publishCodeListVersion': keeping,
  'mutation publishEffectReport': approving,
  'mutation publishPlan': approving,
  'mutation reachCommitmentMilestone': undertaking,
  'mutation reassignCommitment': undertaking,
  'mutation recordConsultation': planning,
  'mutation recordObservation': reporting,
  'mutation recordPublishedObservation': keeping,
  'mutation redactTexts': 'municipal-approver=own ministry-reviewer=any administrator=any',
  'mutation redrawArea': keeping,
  'mutation registerOrganization': keeping,
  'mutation renameOrganization': keeping,
  'mutation reopenSubmission': appointing,
  'mutation reportCommitmentProgress': undertaking,
  'mutation requestInformation': judging,
  'mutation retireIndicator': keeping,
  'mutation retireMeasure': planning,
  'mutation retireStrategy': planning,
  'mutation returnSubmission': appointing,
  'mutation reviseCommitment': undertaking,
  'mutation reviseIndicator': keeping,
  'mutation revisePlan': approving,
  'mutation reviseStrategy': planning,
  'mutation reviseTarget': planning,
  'mutation revokeRole': administering,
  'mutation setBaseline': planning,
  'mutation setCommitmentMilestone': undertaking,
  'mutation setObligation': keeping,
  'mutation setPersonContact': administering,
  'mutation setProgressRule': judging,
  'mutation setTarget': planning,
  'mutation succeedInPlan': reporting,
  'mutation succeedOrganization': keeping,
  'mutation supersedePlan': approving,
  'mutation tellAreaStory': keeping,
  'mutation tellStory': reporting,
  'mutation vacateCommitteeSeats': planning,
  'mutation withdrawCommitment': undertaking,
  'mutation withdrawCommitmentResource': undertaking,
  'mutation withdrawConsent': approving,
  'mutation withdrawInformationRequest': judging,
  'mutation withdrawObservation': reporting,
  'mutation withdrawProgressJudgement': judging,
  'mutation withdrawPublishedObservation': keeping,

  'subscription planChanged(planId: $planId)': everyone,
};
