/** HTTP in and out of the registry. */
@NullMarked
@SchemaName(of = Inspectors.Certificate.class, is = "InspectorCertificate")
@SchemaName(of = Validity.class, is = "CertificateValidity")
@SchemaName(of = AgreedStatus.class, is = "AgreedSubjectStatus")
@SchemaName(of = BureauDetails.class, is = "DetailsOfBureau")
@SchemaName(of = BureauLevel.class, is = "LevelOfBureau")
@SchemaName(of = Catalogue.Issued.class, is = "IssuedCatalogue")
@SchemaName(of = CatalogueDiff.class, is = "CatalogueComparison")
@SchemaName(of = CatalogueDiff.Change.class, is = "CatalogueChange")
@SchemaName(of = CatalogueDiff.Member.class, is = "ChangedMember")
@SchemaName(of = Different.class, is = "DifferentRecord")
@SchemaName(of = Different.Difference.class, is = "RecordDifference")
@SchemaName(of = ExchangeTables.Compared.class, is = "ExchangeComparison")
@SchemaName(of = Exchanged.class, is = "ExchangedRecord")
@SchemaName(of = Exchanged.Later.class, is = "LaterChange")
@SchemaName(of = StatutoryHoliday.class, is = "HolidayOfLaw")
@SchemaName(of = ExpertDetails.Kind.class, is = "ExpertKind")
@SchemaName(of = DeclaredReason.class, is = "ReasonOfRecusal")
@SchemaName(of = DeclaringSide.class, is = "SideOfRecusal")
@SchemaName(of = InspectorStatus.class, is = "StateOfInspector")
@SchemaName(of = Leave.class, is = "LeaveOfInspector")
@SchemaName(of = Recusal.class, is = "RecusalOfInspector")
@SchemaName(of = Checklist.class, is = "ChecklistOfItem")
@SchemaName(of = Checklist.AnswerKind.class, is = "ChecklistAnswerKind")
@SchemaName(of = Checklist.Question.class, is = "ChecklistQuestion")
@SchemaName(of = ItemCategory.class, is = "CategoryOfItem")
@SchemaName(of = ItemDetails.class, is = "ItemDescription")
@SchemaName(of = ItemDirectory.Entry.class, is = "ListedItem")
@SchemaName(of = ItemDirectory.Renamed.class, is = "OtherNameOfItem")
@SchemaName(of = IntakeKind.class, is = "KindOfImport")
@SchemaName(of = UndoCounts.class, is = "EntriesOfUndo")
@SchemaName(of = DrawnSince.class, is = "DrawnSinceImport")
@SchemaName(of = DrawnSince.Drawn.class, is = "DrawnSubject")
@SchemaName(of = DrawnSince.Frozen.class, is = "FrozenDraw")
@SchemaName(of = OfficeLevel.class, is = "LevelOfOffice")
@SchemaName(of = OfficeMandate.class, is = "MandateOfOffice")
@SchemaName(of = OfficeMandate.Clause.class, is = "MandateClause")
@SchemaName(of = ProposalDirectory.State.class, is = "StateOfProposal")
@SchemaName(of = ProposalKind.class, is = "KindOfProposal")
@SchemaName(of = Point.class, is = "ReadinessPoint")
@SchemaName(of = CreditRiskClass.class, is = "RiskClass")
@SchemaName(of = Departure.class, is = "SubjectDeparture")
@SchemaName(of = Licence.class, is = "SubjectLicence")
@SchemaName(of = Particulars.class, is = "SubjectParticulars")
@SchemaName(of = Period.class, is = "SubjectPeriod")
@SchemaName(of = RiskSource.class, is = "SourceOfRiskClass")
@SchemaName(of = SubjectDetails.class, is = "InspectionSubject")
@SchemaName(of = SubjectKind.class, is = "KindOfSubject")
@SchemaName(of = SubjectStatus.class, is = "StateOfSubject")
@SchemaName(of = HolidayNotice.class, is = "NoticeOfHolidays")
@SchemaName(of = WorkdayCalendar.Deadline.class, is = "WorkdayDeadline")
package cn.doublerandom.registry.rest;

import cn.doublerandom.bureau.key.BureauLevel;
import cn.doublerandom.bureau.time.HolidayNotice;
import cn.doublerandom.bureau.time.StatutoryHoliday;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.registry.application.AgreedStatus;
import cn.doublerandom.registry.application.Inspectors;
import cn.doublerandom.registry.bureau.BureauDetails;
import cn.doublerandom.registry.catalogue.Catalogue;
import cn.doublerandom.registry.catalogue.CatalogueDiff;
import cn.doublerandom.registry.drawn.DrawnSince;
import cn.doublerandom.registry.exchange.Different;
import cn.doublerandom.registry.exchange.ExchangeTables;
import cn.doublerandom.registry.exchange.Exchanged;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.inspector.DeclaredReason;
import cn.doublerandom.registry.inspector.DeclaringSide;
import cn.doublerandom.registry.inspector.InspectorStatus;
import cn.doublerandom.registry.inspector.Leave;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.registry.inspector.Validity;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.registry.intake.UndoCounts;
import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.ItemCategory;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import cn.doublerandom.registry.proposal.ProposalDirectory;
import cn.doublerandom.registry.proposal.ProposalKind;
import cn.doublerandom.registry.readiness.Point;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.Departure;
import cn.doublerandom.registry.subject.Licence;
import cn.doublerandom.registry.subject.Particulars;
import cn.doublerandom.registry.subject.Period;
import cn.doublerandom.registry.subject.RiskSource;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.openapi.SchemaName;
import org.jspecify.annotations.NullMarked;
