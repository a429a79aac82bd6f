/** HTTP in and out of the inspections. */
@NullMarked
@SchemaName(of = Amendment.class, is = "AmendmentOfResult")
@SchemaName(of = Amendment.OfItem.class, is = "AmendedItem")
@SchemaName(of = DoorCertificates.Certificate.class, is = "CertificateShown")
@SchemaName(of = Paper.class, is = "FiledPaper")
@SchemaName(of = CaseSeal.class, is = "SealOfCaseFile")
@SchemaName(of = OwnPapers.class, is = "PapersOfVisit")
@SchemaName(of = CaseFileDirectory.Line.class, is = "ListedCaseFile")
@SchemaName(of = VisitPapers.Kind.class, is = "KindOfVisitPaper")
@SchemaName(of = PaperKind.class, is = "KindOfPaper")
@SchemaName(of = Signature.class, is = "PaperSignature")
@SchemaName(of = Signature.Role.class, is = "SignatureRole")
@SchemaName(of = Answer.class, is = "ChecklistAnswer")
@SchemaName(of = Assignment.Item.class, is = "AssignedItem")
@SchemaName(of = Overruled.class, is = "OverruledFinding")
@SchemaName(of = Arrangement.class, is = "ArrangementOfVisit")
@SchemaName(of = Arrangement.AskedDay.class, is = "AskedDayOfVisit")
@SchemaName(of = DepartureSummary.State.class, is = "DepartureState")
@SchemaName(of = HandoverOutcome.class, is = "OutcomeOfHandover")
@SchemaName(of = DepartureSummary.class, is = "DepartureOfOfficer")
@SchemaName(of = DepartureRequest.class, is = "DepartureAskedFor")
@SchemaName(of = Departures.OpenWork.class, is = "OpenWorkOfOfficer")
@SchemaName(of = Departures.OneVisit.class, is = "VisitHandedOver")
@SchemaName(of = Handover.class, is = "HandoverOfVisit")
@SchemaName(of = Violation.class, is = "WeighedFinding")
@SchemaName(of = Violation.Severity.class, is = "SeverityOfFinding")
@SchemaName(of = Violation.Measure.class, is = "MeasureAfterFinding")
@SchemaName(of = ClosingSummary.class, is = "ClosingOfVisit")
@SchemaName(of = Statement.class, is = "StatementOfSubject")
@SchemaName(of = SubjectSignature.class, is = "SignatureOfSubject")
@SchemaName(of = SubjectSignature.Way.class, is = "WayOfSigning")
@SchemaName(of = OfficerSignature.class, is = "SignatureOfOfficer")
@SchemaName(of = VoidedSignatures.class, is = "SignaturesOfBefore")
@SchemaName(of = VoidedSignatures.Why.class, is = "WhySignaturesAreVoid")
@SchemaName(of = SignatureGaps.class, is = "GapsOfRecord")
@SchemaName(of = SignatureGap.class, is = "GapOfRecord")
@SchemaName(of = Dissent.class, is = "DissentOfOfficer")
@SchemaName(of = Ending.class, is = "EndOfVisitAsked")
@SchemaName(of = Returned.class, is = "ReturnedResult")
@SchemaName(of = ReviewStep.class, is = "StepOfReview")
@SchemaName(of = ReviewStep.By.class, is = "KindOfReview")
@SchemaName(of = ReviewPassed.class, is = "PassedReview")
@SchemaName(of = RecordSignatures.RecordText.class, is = "RecordOfVisit")
@SchemaName(of = SignatureSheet.class, is = "SheetOfSignature")
@SchemaName(of = TicketSummary.class, is = "ListedTicket")
@SchemaName(of = TicketSummary.State.class, is = "StateOfTicket")
@SchemaName(of = Conclusion.class, is = "ConclusionOfTicket")
@SchemaName(of = FrozenSignal.class, is = "SignalOfTicket")
@SchemaName(of = RatingCodes.MadeCode.class, is = "MadeRatingCode")
@SchemaName(of = RatingCode.class, is = "RatingCodeOfVisit")
@SchemaName(of = SigningKeys.ListedKey.class, is = "ListedSigningKey")
@SchemaName(of = SigningKey.class, is = "KeyOfAccount")
@SchemaName(of = PhoneStep.Kind.class, is = "KindOfPhoneStep")
@SchemaName(of = PhoneSync.StepOutcome.class, is = "OutcomeOfPhoneStep")
@SchemaName(of = SecondOfficer.Confirmation.class, is = "ConfirmationOfSecondOfficer")
@SchemaName(of = Hold.class, is = "HeldResult")
@SchemaName(of = FollowUp.class, is = "FollowUpOfFinding")
@SchemaName(of = FollowUp.Recheck.class, is = "RecheckOfFollowUp")
@SchemaName(of = RecheckVisit.class, is = "RecheckOfOrder")
@SchemaName(of = Rechecks.OwnRecheck.class, is = "RecheckOfMine")
@SchemaName(of = Rechecks.ToRecheck.class, is = "OrderToRecheck")
@SchemaName(of = FollowUp.Receipt.class, is = "ReceiptOfFollowUp")
@SchemaName(of = FollowUpKind.class, is = "KindOfFollowUp")
@SchemaName(of = Alarm.class, is = "AlarmOfFollowUp")
@SchemaName(of = Alarm.What.class, is = "KindOfAlarm")
@SchemaName(of = FollowUpWork.OfFindings.class, is = "FollowUpsOfFindings")
@SchemaName(of = Receipts.ReceiptLink.class, is = "LinkOfReceipt")
@SchemaName(of = Receipts.Received.class, is = "WhatIsReceived")
@SchemaName(of = VisitSummary.class, is = "InspectionVisit")
@SchemaName(of = VisitState.class, is = "InspectionVisitState")
@SchemaName(of = KeptEvidence.class, is = "EvidenceOfVisit")
@SchemaName(of = KeptEvidence.Withdrawn.class, is = "WithdrawnEvidence")
@SchemaName(of = Evidence.class, is = "PieceOfEvidence")
@SchemaName(of = EvidenceKind.class, is = "KindOfEvidence")
@SchemaName(of = PhotoFacts.class, is = "WhatPhotoSays")
@SchemaName(of = PhotoFacts.PhotoPlace.class, is = "PlaceOfPhoto")
@SchemaName(of = Gate.class, is = "VisitGate")
@SchemaName(of = Gate.Step.class, is = "VisitGateStep")
@SchemaName(of = Notice.class, is = "ServedNotice")
@SchemaName(of = Notice.Way.class, is = "WayOfService")
@SchemaName(of = Preparations.Prepared.class, is = "VisitReadiness")
@SchemaName(of = PreparationSummary.class, is = "VisitPreparation")
@SchemaName(of = Recusal.class, is = "VisitRecusal")
@SchemaName(of = Recusal.Decided.class, is = "DecidedRecusal")
@SchemaName(of = Recusal.Outcome.class, is = "RecusalOutcome")
@SchemaName(of = ExpertSummary.class, is = "ExpertBesideTeam")
@SchemaName(of = ExpertSummary.State.class, is = "StateOfExpert")
@SchemaName(of = Entrusted.class, is = "EntrustmentOfExpert")
@SchemaName(of = Assistance.Outcome.class, is = "OutcomeOfExpert")
@SchemaName(of = Assistance.Opinion.class, is = "OpinionOfExpert")
@SchemaName(of = VisitParticulars.Particulars.class, is = "ParticularsOfVisit")
@SchemaName(of = VisitParticulars.ItemGuidance.class, is = "GuidanceOfItem")
@SchemaName(of = VisitParticulars.EarlierResult.class, is = "FormerResult")
@SchemaName(of = Doors.Door.class, is = "DoorCheck")
@SchemaName(of = Doors.WhoComes.class, is = "DoorOfficer")
@SchemaName(of = Doors.WhoAssists.class, is = "DoorExpert")
@SchemaName(of = Doors.WhatIsChecked.class, is = "DoorItem")
@SchemaName(of = KnownSubject.class, is = "VisitedSubject")
@SchemaName(of = Question.class, is = "GuidanceQuestion")
@SchemaName(of = Question.Kind.class, is = "KindOfQuestion")
@SchemaName(of = MotionSignals.OfYear.class, is = "SignalsOfYear")
@SchemaName(of = SignalTerms.class, is = "LimitsOfSignals")
@SchemaName(of = Signal.class, is = "SignalOfUnit")
@SchemaName(of = Signal.Kind.class, is = "KindOfSignal")
@SchemaName(of = UnitScores.OfYear.class, is = "ScoresOfYear")
@SchemaName(of = UnitScore.class, is = "ScoreOfUnit")
@SchemaName(of = UnitScore.Line.class, is = "LineOfScore")
@SchemaName(of = Fact.class, is = "KindOfFact")
@SchemaName(of = BulletinSummary.class, is = "ListedBulletin")
@SchemaName(of = BulletinSummary.State.class, is = "StateOfBulletin")
@SchemaName(of = Reach.class, is = "ReachOfBulletin")
@SchemaName(of = Audience.class, is = "AudienceOfBulletin")
@SchemaName(of = Bulletin.OfUnit.class, is = "FiguresOfUnit")
@SchemaName(of = Bulletin.Point.class, is = "FigureOfUnit")
@SchemaName(of = Bulletin.Fact.class, is = "KindOfFigure")
@SchemaName(of = Outcome.class, is = "OutcomeOfAssessment")
@SchemaName(of = AssessmentSummary.class, is = "ListedAssessment")
@SchemaName(of = AssessmentSummary.State.class, is = "StateOfAssessment")
@SchemaName(of = VisitRatings.OfYear.class, is = "RatingsOfYear")
@SchemaName(of = VisitRatings.OwnRating.class, is = "RatingOfVisit")
@SchemaName(of = TeamRatings.class, is = "RatingsOfUnit")
@SchemaName(of = Tally.class, is = "SumOfRatings")
@SchemaName(of = ProblemRates.class, is = "RatesOfProblems")
@SchemaName(of = ProblemRates.Rate.class, is = "RateOfProblems")
@SchemaName(of = RevisitSummary.class, is = "RevisitsOfTask")
@SchemaName(of = SampleSummary.class, is = "SampleOfVisits")
@SchemaName(of = SampleSummary.Phase.class, is = "PhaseOfSample")
@SchemaName(of = Revisit.class, is = "RevisitedVisit")
@SchemaName(of = Revisit.Confirmed.class, is = "ConfirmedRevisit")
@SchemaName(of = RevisitFinding.class, is = "FindingOfRevisit")
@SchemaName(of = Agreement.class, is = "AgreementOfTeam")
@SchemaName(of = RevisitRecords.ToRevisit.class, is = "VisitToRevisit")
@SchemaName(of = RevisitRecords.RevisitItem.class, is = "ItemToRevisit")
@SchemaName(of = RevisitRecords.OwnRevisit.class, is = "RevisitOfMine")
@SchemaName(of = Reply.class, is = "ChecklistReply")
package cn.doublerandom.inspection.rest;

import cn.doublerandom.bureau.rules.SignalTerms;
import cn.doublerandom.inspection.application.Departures;
import cn.doublerandom.inspection.application.DoorCertificates;
import cn.doublerandom.inspection.application.Doors;
import cn.doublerandom.inspection.application.FollowUpWork;
import cn.doublerandom.inspection.application.MotionSignals;
import cn.doublerandom.inspection.application.PhoneSync;
import cn.doublerandom.inspection.application.Preparations;
import cn.doublerandom.inspection.application.RatingCodes;
import cn.doublerandom.inspection.application.Receipts;
import cn.doublerandom.inspection.application.Rechecks;
import cn.doublerandom.inspection.application.RecordSignatures;
import cn.doublerandom.inspection.application.RevisitRecords;
import cn.doublerandom.inspection.application.SigningKeys;
import cn.doublerandom.inspection.application.UnitScores;
import cn.doublerandom.inspection.application.VisitPapers;
import cn.doublerandom.inspection.application.VisitParticulars;
import cn.doublerandom.inspection.application.VisitRatings;
import cn.doublerandom.inspection.archive.CaseFileDirectory;
import cn.doublerandom.inspection.archive.CaseSeal;
import cn.doublerandom.inspection.archive.OwnPapers;
import cn.doublerandom.inspection.archive.Paper;
import cn.doublerandom.inspection.archive.PaperKind;
import cn.doublerandom.inspection.archive.Signature;
import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.inspection.assessment.Fact;
import cn.doublerandom.inspection.assessment.Outcome;
import cn.doublerandom.inspection.assessment.UnitScore;
import cn.doublerandom.inspection.bulletin.Audience;
import cn.doublerandom.inspection.bulletin.Bulletin;
import cn.doublerandom.inspection.bulletin.BulletinSummary;
import cn.doublerandom.inspection.bulletin.Reach;
import cn.doublerandom.inspection.departure.DepartureRequest;
import cn.doublerandom.inspection.departure.DepartureSummary;
import cn.doublerandom.inspection.departure.HandoverOutcome;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.EvidenceKind;
import cn.doublerandom.inspection.evidence.KeptEvidence;
import cn.doublerandom.inspection.evidence.PhotoFacts;
import cn.doublerandom.inspection.followup.Alarm;
import cn.doublerandom.inspection.followup.FollowUp;
import cn.doublerandom.inspection.followup.FollowUpKind;
import cn.doublerandom.inspection.followup.RecheckVisit;
import cn.doublerandom.inspection.phone.PhoneStep;
import cn.doublerandom.inspection.phone.SecondOfficer;
import cn.doublerandom.inspection.preparation.Notice;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.inspection.preparation.RatingCode;
import cn.doublerandom.inspection.preparation.Recusal;
import cn.doublerandom.inspection.rating.Tally;
import cn.doublerandom.inspection.rating.TeamRatings;
import cn.doublerandom.inspection.register.KnownSubject;
import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.inspection.revisit.Agreement;
import cn.doublerandom.inspection.revisit.Revisit;
import cn.doublerandom.inspection.revisit.RevisitFinding;
import cn.doublerandom.inspection.revisit.RevisitSummary;
import cn.doublerandom.inspection.revisit.SampleSummary;
import cn.doublerandom.inspection.signals.ProblemRates;
import cn.doublerandom.inspection.signals.Signal;
import cn.doublerandom.inspection.signing.SignatureSheet;
import cn.doublerandom.inspection.signing.SigningKey;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.FrozenSignal;
import cn.doublerandom.inspection.ticket.TicketSummary;
import cn.doublerandom.inspection.visit.Amendment;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Arrangement;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Assistance;
import cn.doublerandom.inspection.visit.ClosingSummary;
import cn.doublerandom.inspection.visit.Entrusted;
import cn.doublerandom.inspection.visit.ExpertSummary;
import cn.doublerandom.inspection.visit.Gate;
import cn.doublerandom.inspection.visit.Dissent;
import cn.doublerandom.inspection.visit.Ending;
import cn.doublerandom.inspection.visit.Handover;
import cn.doublerandom.inspection.visit.Hold;
import cn.doublerandom.inspection.visit.OfficerSignature;
import cn.doublerandom.inspection.visit.Overruled;
import cn.doublerandom.inspection.visit.Reply;
import cn.doublerandom.inspection.visit.Returned;
import cn.doublerandom.inspection.visit.ReviewPassed;
import cn.doublerandom.inspection.visit.ReviewStep;
import cn.doublerandom.inspection.visit.SignatureGap;
import cn.doublerandom.inspection.visit.SignatureGaps;
import cn.doublerandom.inspection.visit.Statement;
import cn.doublerandom.inspection.visit.SubjectSignature;
import cn.doublerandom.inspection.visit.Violation;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.inspection.visit.VoidedSignatures;
import cn.doublerandom.servicekit.openapi.SchemaName;
import org.jspecify.annotations.NullMarked;
