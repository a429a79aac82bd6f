/** HTTP in and out of the draws. */
@NullMarked
@SchemaName(of = PassedOver.class, is = "SkippedCandidate")
@SchemaName(of = SupervisorKeyEvent.SupervisorKeyRegistered.class, is = "RegisteredSupervisorKey")
@SchemaName(of = CombinedDraw.class, is = "CombinedFrame")
@SchemaName(of = CombinedDraw.Cell.class, is = "CombinedFrameCell")
@SchemaName(of = CombinedDraw.Part.class, is = "CombinedFramePart")
@SchemaName(of = Deviation.Kind.class, is = "DeviationKind")
@SchemaName(of = DrawDirectory.Entry.class, is = "ListedDraw")
@SchemaName(of = DrawPapers.Kind.class, is = "KindOfDrawPaper")
@SchemaName(of = DrawPreview.class, is = "FreezePreview")
@SchemaName(of = DrawPreview.Expected.class, is = "ExpectedSample")
@SchemaName(of = DrawState.Exclusion.class, is = "ExcludedSubject")
@SchemaName(of = DrawState.Frozen.class, is = "FrozenDraw")
@SchemaName(of = DrawState.Committed.class, is = "CommittedDraw")
@SchemaName(of = DrawState.Sealed.class, is = "SealedDraw")
@SchemaName(of = DrawState.Drawn.class, is = "DrawnDraw")
@SchemaName(of = DrawState.Ended.class, is = "EndedDraw")
@SchemaName(of = DrawTerms.class, is = "TermsOfDraw")
@SchemaName(of = DrawTerms.Approval.class, is = "TermsAgreed")
@SchemaName(of = DrawTerms.Slot.class, is = "SlotOfTeam")
@SchemaName(of = FrozenFrame.Item.class, is = "FrozenItem")
@SchemaName(of = DueReplacement.class, is = "ReplacementDue")
@SchemaName(of = Explanation.OfInspector.class, is = "InspectorExplanation")
@SchemaName(of = Explanation.OfSubject.class, is = "SubjectExplanation")
@SchemaName(of = Fairness.PairReport.class, is = "PairFairness")
@SchemaName(of = Fairness.Report.class, is = "FairnessReport")
@SchemaName(of = Fairness.StratumReport.class, is = "StratumFairness")
@SchemaName(of = PlanOverlap.Pair.class, is = "TaskPair")
@SchemaName(of = PlanOverlap.Proposal.class, is = "CombinationProposal")
@SchemaName(of = PlanOverlap.class, is = "OverlapReport")
@SchemaName(of = WitnessKind.class, is = "KindOfWitness")
@SchemaName(of = HandExclusion.class, is = "ExclusionByHand")
@SchemaName(of = DrawResult.Allocation.class, is = "StratumAllocation")
@SchemaName(of = DrawResult.Team.class, is = "DrawnTeam")
@SchemaName(of = Register.Counts.class, is = "RegisterCounts")
@SchemaName(of = SealingKeyEvent.SealingKeyRotated.class, is = "SealingKey")
package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.drawing.PassedOver;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent;
import cn.doublerandom.draw.drawing.CombinedDraw;
import cn.doublerandom.draw.drawing.Deviation;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.DrawPreview;
import cn.doublerandom.draw.drawing.application.DrawPapers;
import cn.doublerandom.draw.drawing.application.DrawState;
import cn.doublerandom.draw.drawing.DrawTerms;
import cn.doublerandom.draw.drawing.DueReplacement;
import cn.doublerandom.draw.drawing.Explanation;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.Fairness;
import cn.doublerandom.draw.drawing.WitnessKind;
import cn.doublerandom.draw.exclusion.HandExclusion;
import cn.doublerandom.draw.plan.PlanOverlap;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.draw.sealing.SealingKeyEvent;
import cn.doublerandom.servicekit.openapi.SchemaName;
import org.jspecify.annotations.NullMarked;
