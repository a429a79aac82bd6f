package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Act;
import cn.doublerandom.servicekit.waiting.MatterPlace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people do on visits and with what follows them, in words, by the type of the event. */
public final class VisitActs {
  private static final List<String> READERS =
      List.of(
          Roles.INSPECTOR,
          Roles.UNIT_LEAD,
          Roles.COORDINATOR,
          Roles.APPROVER,
          Roles.LEGAL_REVIEWER,
          Roles.AUDITOR,
          Roles.SUPERVISOR);
  private static final MatterPlace PAGE = new MatterPlace("/inspection/ui/visits/{id}");
  private static final Thing VISIT = new Thing(VisitStreams.VISIT, PAGE, READERS);
  private static final Thing BEFORE = new Thing(VisitStreams.PREPARATION, PAGE, READERS);
  private static final List<String> ANSWERING =
      List.of(Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR);
  private static final Thing FILE =
      new Thing(
          VisitStreams.CASE_FILE, new MatterPlace("/inspection/ui/case-files/{id}"), ANSWERING);
  private static final Thing AFTER =
      new Thing(
          VisitStreams.FOLLOW_UPS,
          new MatterPlace("/inspection/ui/visits/{id}/follow-ups"),
          ANSWERING);

  private static final Thing TICKET =
      new Thing(
          VisitStreams.TICKET,
          new MatterPlace("/inspection/ui/supervision/tickets/{id}"),
          List.of(Roles.SUPERVISOR, Roles.UNIT_LEAD));

  private static final Thing ASSESSMENT =
      new Thing(
          VisitStreams.ASSESSMENT,
          new MatterPlace("/inspection/ui/supervision/assessments/{id}"),
          List.of(Roles.SUPERVISOR, Roles.UNIT_LEAD));

  private static final Thing BULLETIN =
      new Thing(
          VisitStreams.BULLETIN,
          new MatterPlace("/inspection/ui/supervision/bulletins/{id}"),
          List.of(Roles.SUPERVISOR, Roles.UNIT_LEAD));

  private static final Thing DEPARTURE =
      new Thing(
          VisitStreams.DEPARTURE,
          new MatterPlace("/inspection/ui/departures/{id}"),
          List.of(Roles.UNIT_LEAD, Roles.COORDINATOR));

  /** By type of event. */
  public static final Map<String, Act> ALL = Map.copyOf(all());

  private VisitActs() {}

  /** What something is done to, and where it is looked at. */
  private record Thing(StreamKind kind, MatterPlace page, List<String> readers) {
    Act as(String chinese, String english) {
      return Act.of(chinese, english, kind, page, readers);
    }
  }

  private static Map<String, Act> all() {
    Map<String, Act> acts = new TreeMap<>();
    acts.put("TicketOpened", TICKET.as("开督导单", "Opened a ticket of supervision"));
    acts.put("TicketAnswered", TICKET.as("答复督导单", "Answered a ticket of supervision"));
    acts.put("TicketClosed", TICKET.as("办结督导单", "Closed a ticket of supervision"));
    acts.put("ScoreFrozen", ASSESSMENT.as("固定年度考核得分", "Froze the yearly score of a unit"));
    acts.put("AssessmentAnswered", ASSESSMENT.as("就年度考核陈述", "Answered a yearly assessment"));
    acts.put("AssessmentConcluded", ASSESSMENT.as("办结年度考核", "Concluded a yearly assessment"));
    acts.put("BulletinDrawnUp", BULLETIN.as("拟定通报", "Drew up a bulletin"));
    acts.put("BulletinAnswered", BULLETIN.as("就通报陈述", "Answered a bulletin"));
    acts.put("BulletinConcluded", BULLETIN.as("办结通报", "Concluded a bulletin"));
    acts.put("TrainingConfirmed", BEFORE.as("确认检查前培训", "Confirmed the training before a visit"));
    acts.put("ApprovalAsked", BEFORE.as("提请行政检查审批", "Asked for the approval of a visit"));
    acts.put("InspectionApproved", BEFORE.as("批准行政检查", "Approved a visit"));
    acts.put("ApprovalDeclined", BEFORE.as("不批准行政检查", "Declined a visit"));
    acts.put("ApprovalTakenBack", BEFORE.as("撤回行政检查审批申请", "Took back the request for a visit"));
    acts.put("NoticeServed", BEFORE.as("送达检查通知书", "Served the notice of a visit"));
    acts.put("RatingCodeMade", BEFORE.as("取出评价码", "Had a rating code made"));
    acts.put("RecusalAsked", BEFORE.as("提出回避", "Asked for a recusal"));
    acts.put("RecusalDecided", BEFORE.as("决定回避", "Decided on a recusal"));
    acts.put("DepartureAsked", DEPARTURE.as("提出调离移交", "Asked that an officer hands over"));
    acts.put("DepartureAgreed", DEPARTURE.as("同意调离移交", "Agreed that an officer hands over"));
    acts.put("DepartureDeclined", DEPARTURE.as("退回调离移交", "Declined that an officer hands over"));
    acts.put("HandoversRepeated", DEPARTURE.as("再次申请移交", "Asked for hand-overs again"));
    acts.put("HandoverAsked", VISIT.as("申请移交检查", "Asked to hand a visit over"));
    acts.put("HandoverTakenBack", VISIT.as("收回移交申请", "Took a hand-over back"));
    acts.put("DayAsked", VISIT.as("申请改期", "Asked for another day of a visit"));
    acts.put("DayAgreed", VISIT.as("同意检查日期", "Agreed to the day of a visit"));
    acts.put("DayDeclined", VISIT.as("退回改期申请", "Declined another day of a visit"));
    acts.put("PresenceConfirmed", VISIT.as("到场", "Arrived for a visit"));
    acts.put("InspectionStarted", VISIT.as("开始检查", "Started a visit"));
    acts.put("ItemChecked", VISIT.as("检查事项", "Checked an item"));
    acts.put("EvidenceAdded", VISIT.as("添加证据", "Added evidence"));
    acts.put("EvidenceWithdrawn", VISIT.as("撤回证据", "Withdrew evidence"));
    acts.put("ExpertAsked", VISIT.as("申请专家协助", "Asked for an expert"));
    acts.put("ExpertAgreed", VISIT.as("同意专家协助", "Agreed to an expert"));
    acts.put("ExpertDeclined", VISIT.as("不同意专家协助", "Declined an expert"));
    acts.put("ExpertTakenBack", VISIT.as("退回专家", "Took an expert back"));
    acts.put("ExpertRecused", VISIT.as("决定专家回避", "Recused an expert"));
    acts.put("OpinionNoted", VISIT.as("记录专家意见", "Took down what an expert says"));
    acts.put("EndAsked", VISIT.as("申请结束检查", "Asked that a visit ends"));
    acts.put("EndAgreed", VISIT.as("同意结束检查", "Agreed that a visit ends"));
    acts.put("InspectionFinished", VISIT.as("结束检查", "Finished a visit"));
    acts.put("StatementTaken", VISIT.as("记录陈述申辩", "Took a statement"));
    acts.put("SubjectSigned", VISIT.as("检查对象签字", "Had the subject sign"));
    acts.put("OfficerSigned", VISIT.as("签检查记录", "Signed the record of a visit"));
    acts.put("SignaturesVoided", VISIT.as("作废签名", "Voided signatures"));
    acts.put("GapsAsked", VISIT.as("申请不补签录入", "Asked to record without signatures"));
    acts.put("GapsAgreed", VISIT.as("同意不补签录入", "Agreed to record without signatures"));
    acts.put("GapsDeclined", VISIT.as("退回不补签录入的申请", "Sent back to be signed"));
    acts.put("ConclusionsDisputed", VISIT.as("不同意检查结论", "Disputed the conclusions"));
    acts.put("ResultRecorded", VISIT.as("录入检查结果", "Recorded a result"));
    acts.put("ReviewGiven", VISIT.as("审核检查结果", "Reviewed a result"));
    acts.put("ResultHeld", VISIT.as("暂缓检查结果", "Held a result back"));
    acts.put("HoldLifted", VISIT.as("解除暂缓", "Lifted a hold"));
    acts.put("ResultReturned", VISIT.as("退回检查结果", "Returned a result"));
    acts.put("FollowUpOpened", AFTER.as("启动后续处置", "Opened a follow-up"));
    acts.put("RecheckStated", AFTER.as("录入复查情况", "Stated a re-check"));
    acts.put("RectificationVerified", AFTER.as("核实整改", "Verified a rectification"));
    acts.put("ReceiptLinkIssued", AFTER.as("发出移送回执链接", "Sent the link for a receipt"));
    acts.put("TransferAcknowledged", AFTER.as("登记移送回执", "Entered the receipt of a transfer"));
    acts.put("PaperFiled", FILE.as("归入检查案卷", "Filed a paper"));
    acts.put("CaseFileArchived", FILE.as("检查案卷归档", "Archived a case file"));
    return acts;
  }
}
