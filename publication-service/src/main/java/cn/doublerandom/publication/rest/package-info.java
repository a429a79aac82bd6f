/** HTTP in and out of the publication. */
@NullMarked
@SchemaName(of = DrawnVisits.class, is = "VisitsOfDraw")
@SchemaName(of = Imprint.class, is = "NoticeImprint")
@SchemaName(of = Imprint.Validity.class, is = "ValidityOfNotice")
@SchemaName(of = PlanAlarm.class, is = "AlarmOfPlan")
@SchemaName(of = PlanNotice.class, is = "NoticeOfPlan")
@SchemaName(of = PlanVersion.class, is = "VersionOfPlan")
@SchemaName(of = BulletinNotice.class, is = "NoticeOfBulletin")
@SchemaName(of = BulletinNotice.OfUnit.class, is = "UnitInBulletin")
@SchemaName(of = BulletinNotice.Withdrawn.class, is = "WithdrawalOfBulletin")
@SchemaName(of = ProgrammeNotice.class, is = "NoticeOfProgramme")
@SchemaName(of = ProgrammeNotice.Former.class, is = "FormerProgramme")
@SchemaName(of = SubjectReplacement.class, is = "ReplacedMember")
@SchemaName(of = SubjectReplacement.Passed.class, is = "SkippedCandidate")
@SchemaName(of = DrawSealing.class, is = "SealedDraw")
@SchemaName(of = NamedSubject.class, is = "DrawnSubject")
@SchemaName(of = PlanTask.class, is = "NoticedTask")
@SchemaName(of = NoticeBoard.Statistics.class, is = "YearStatistics")
@SchemaName(of = NoticeBoard.Statistics.Apart.class, is = "CountedApart")
@SchemaName(of = NoticeBoard.Statistics.Corrected.class, is = "CorrectedAfterYear")
@SchemaName(of = AnnualCoverage.Basis.class, is = "CoverageBasis")
@SchemaName(of = Objection.class, is = "ObjectionToResult")
@SchemaName(of = Objection.Evidence.class, is = "EvidenceOfObjection")
@SchemaName(of = Objection.Answer.class, is = "AnswerToObjection")
@SchemaName(of = Objection.Outcome.class, is = "OutcomeOfObjection")
@SchemaName(of = ObjectionWork.IssuedCode.class, is = "CodeOfNotice")
@SchemaName(of = ObjectionWork.OwnResult.class, is = "ResultOfFirm")
@SchemaName(of = ObjectionWork.OwnObjection.class, is = "ObjectionOfFirm")
@SchemaName(of = OwnRepair.class, is = "RepairOfFirm")
@SchemaName(of = OwnRepair.Asked.class, is = "RepairAskedByFirm")
@SchemaName(of = Repair.class, is = "RepairOfResult")
@SchemaName(of = Repair.Refused.class, is = "RefusalOfRepair")
@SchemaName(of = Ending.class, is = "EndOfPublication")
@SchemaName(of = Ending.Cause.class, is = "CauseOfEnd")
@SchemaName(of = Discipline.class, is = "DisciplineOfResult")
@SchemaName(of = Discipline.Terms.class, is = "TermsOfDiscipline")
@SchemaName(of = Discipline.Decided.class, is = "DecisionOnDiscipline")
@SchemaName(of = Discipline.TakenBack.class, is = "WithdrawalOfProposedDiscipline")
@SchemaName(of = Discipline.Deed.class, is = "DeedOfReceiver")
@SchemaName(of = Discipline.Ended.class, is = "EndOfDiscipline")
@SchemaName(of = Discipline.Cause.class, is = "CauseOfEndOfDiscipline")
@SchemaName(of = StandingDiscipline.class, is = "DisciplineInForce")
@SchemaName(of = DisciplineWork.DisciplineLink.class, is = "LinkOfReceiver")
@SchemaName(of = DisciplineWork.Asked.class, is = "DisciplineAsked")
@SchemaName(of = DisciplineWork.EndedMeasure.class, is = "DisciplineToLift")
@SchemaName(of = LetterWork.OwnLetter.class, is = "LetterOfWriter")
@SchemaName(of = LetterWork.Receipt.class, is = "ReceiptOfLetter")
@SchemaName(of = LetterFigures.class, is = "FiguresOfLetters")
@SchemaName(of = LetterKind.class, is = "KindOfLetter")
@SchemaName(of = LetterLine.class, is = "LetterInList")
@SchemaName(of = LetterLine.Stage.class, is = "StageOfLetter")
@SchemaName(of = SignIn.class, is = "NotedSignIn")
@SchemaName(of = SignIn.What.class, is = "SignInDoing")
@SchemaName(of = OpenChange.Kind.class, is = "KindOfNotice")
@SchemaName(of = OpenSnapshot.class, is = "SignedSnapshot")
@SchemaName(of = Report.class, is = "ProgressReport")
@SchemaName(of = ReportLine.class, is = "FiguresOfTask")
@SchemaName(of = Share.class, is = "ShareOfAll")
@SchemaName(of = Owed.class, is = "OwedPublication")
@SchemaName(of = Owed.What.class, is = "WhatIsOwed")
@SchemaName(of = NoticeLog.NoticeProof.class, is = "ProofOfNotice")
@SchemaName(of = NoticeLog.LeafOfNotice.class, is = "LeafInLog")
@SchemaName(of = NoticeLog.GrownLog.class, is = "GrowthOfLog")
@SchemaName(of = ListedWebhook.class, is = "SubscriptionOfWebhook")
@SchemaName(of = WebhookNews.class, is = "NewsOfWebhook")
@SchemaName(of = WebhookShelf.Line.class, is = "MessageOfWebhook")
@SchemaName(of = WebhookShelf.Stage.class, is = "StageOfWebhook")
@SchemaName(of = WebhookShelf.State.class, is = "StateOfMessage")
package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.ListedWebhook;
import cn.doublerandom.publication.application.WebhookShelf;
import cn.doublerandom.publication.webhook.WebhookNews;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.DrawSealing;
import cn.doublerandom.publication.notice.DrawnVisits;
import cn.doublerandom.publication.notice.SubjectReplacement;
import cn.doublerandom.bureau.figures.AnnualCoverage;
import cn.doublerandom.publication.application.DisciplineWork;
import cn.doublerandom.publication.application.LetterWork;
import cn.doublerandom.publication.application.NamedSubject;
import cn.doublerandom.publication.application.NoticeLog;
import cn.doublerandom.publication.application.ObjectionWork;
import cn.doublerandom.publication.application.OwnRepair;
import cn.doublerandom.publication.letter.LetterFigures;
import cn.doublerandom.publication.letter.LetterKind;
import cn.doublerandom.publication.letter.LetterLine;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.Imprint;
import cn.doublerandom.publication.notice.PlanAlarm;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.notice.PlanVersion;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.result.Discipline;
import cn.doublerandom.publication.opendata.OpenChange;
import cn.doublerandom.publication.opendata.OpenSnapshot;
import cn.doublerandom.publication.report.Owed;
import cn.doublerandom.publication.report.Report;
import cn.doublerandom.publication.report.ReportLine;
import cn.doublerandom.publication.report.Share;
import cn.doublerandom.publication.result.Ending;
import cn.doublerandom.publication.result.Objection;
import cn.doublerandom.publication.result.Repair;
import cn.doublerandom.publication.result.StandingDiscipline;
import cn.doublerandom.publication.signin.SignIn;
import cn.doublerandom.servicekit.openapi.SchemaName;
import org.jspecify.annotations.NullMarked;
