package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Act;
import cn.doublerandom.servicekit.waiting.MatterPlace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people do with the registers, in words, by the type of the event. */
public final class RegistryActs {
  private static final List<String> KEEPERS =
      List.of(Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR);
  private static final Thing SUBJECT =
      new Thing(RegistryStreams.SUBJECT, new MatterPlace("/registry/ui/subjects/{id}"), KEEPERS);
  private static final Thing INSPECTOR =
      new Thing(RegistryStreams.INSPECTOR, MatterPlaces.INSPECTOR, KEEPERS);
  private static final Thing EXPERT =
      new Thing(RegistryStreams.EXPERT, new MatterPlace("/registry/ui/experts/{id}"), KEEPERS);
  private static final Thing ITEM =
      new Thing(
          RegistryStreams.ITEM,
          new MatterPlace("/registry/ui/items/{id}"),
          List.of(
              Roles.REGISTRAR,
              Roles.COORDINATOR,
              Roles.LEGAL_REVIEWER,
              Roles.AUDITOR,
              Roles.SUPERVISOR));
  private static final Thing CATALOGUE =
      new Thing(RegistryStreams.CATALOGUE, new MatterPlace("/registry/ui/items"), ITEM.readers());
  private static final Thing OFFICE =
      new Thing(
          RegistryStreams.OFFICE,
          new MatterPlace("/registry/ui/offices/{id}"),
          List.of(
              Roles.REGISTRAR, Roles.COORDINATOR, Roles.APPROVER, Roles.AUDITOR, Roles.SUPERVISOR));
  private static final Thing IMPORT =
      new Thing(RegistryStreams.IMPORT, new MatterPlace("/registry/ui/imports/{id}"), KEEPERS);
  private static final Thing HOLIDAYS =
      new Thing(
          null,
          new MatterPlace("/registry/ui/holidays"),
          List.of(Roles.REGISTRAR, Roles.COORDINATOR));
  private static final Thing BUREAU =
      new Thing(
          RegistryStreams.BUREAU, MatterPlaces.BUREAU, List.of(Roles.PLATFORM, Roles.AUDITOR));
  private static final Thing DEPUTY =
      new Thing(
          RegistryStreams.DEPUTY,
          MatterPlaces.DEPUTIES,
          List.of(
              Roles.COORDINATOR,
              Roles.REGISTRAR,
              Roles.APPROVER,
              Roles.UNIT_LEAD,
              Roles.LEGAL_REVIEWER,
              Roles.PUBLISHER,
              Roles.INSPECTOR,
              Roles.AUDITOR,
              Roles.SUPERVISOR));
  private static final Thing PROPOSAL =
      new Thing(
          RegistryStreams.PROPOSAL,
          new MatterPlace("/registry/ui/proposals/{id}"),
          List.of(
              Roles.REGISTRAR, Roles.APPROVER, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR));
  private static final Thing NONE = new Thing(null, MatterPlace.NOWHERE, List.of());

  /** By type of event. */
  public static final Map<String, Act> ALL = Map.copyOf(all());

  private RegistryActs() {}

  /** What something is done to, and where it is looked at. */
  private record Thing(@Nullable StreamKind kind, MatterPlace page, List<String> readers) {
    Act as(String chinese, String english) {
      return Act.of(chinese, english, kind, page, readers);
    }
  }

  private static Map<String, Act> all() {
    Map<String, Act> acts = new TreeMap<>();
    acts.put("SubjectRegistered", SUBJECT.as("录入检查对象", "Entered a subject"));
    acts.put("SubjectRevised", SUBJECT.as("变更检查对象信息", "Changed a subject"));
    acts.put("SubjectStatusChanged", SUBJECT.as("变更检查对象的登记状态", "Changed the status of a subject"));
    acts.put("StatusRequested", SUBJECT.as("提出检查对象变更申请", "Asked for a change of a subject"));
    acts.put(
        "StatusRequestEnded",
        SUBJECT.as("退回或撤回检查对象变更申请", "Declined or took back a change of a subject"));
    acts.put(
        "SubjectReclassified",
        SUBJECT.as("变更检查对象的信用风险等级", "Changed the credit class of a subject"));
    acts.put(
        "ImportUndone",
        SUBJECT.as("撤销导入对检查对象的改动", "Took back what an import had made of a subject"));
    acts.put("MergeRequested", SUBJECT.as("提出检查对象合并申请", "Asked for a merge of subjects"));
    acts.put(
        "MergeRequestEnded",
        SUBJECT.as("退回或撤回检查对象合并申请", "Declined or took back a merge of subjects"));
    acts.put("SubjectMerged", SUBJECT.as("合并检查对象", "Merged a subject"));
    acts.put("SubjectUnmerged", SUBJECT.as("撤销检查对象合并", "Undid the merge of a subject"));
    acts.put("InspectorRegistered", INSPECTOR.as("录入执法检查人员", "Entered an inspector"));
    acts.put("InspectorRevised", INSPECTOR.as("变更执法检查人员信息", "Changed an inspector"));
    acts.put("LeaveGranted", INSPECTOR.as("登记执法检查人员请假", "Granted leave to an inspector"));
    acts.put(
        "AbsenceRequested", INSPECTOR.as("提出执法检查人员变更申请", "Asked for a change of an inspector"));
    acts.put(
        "AbsenceRequestEnded",
        INSPECTOR.as("退回或撤回执法检查人员变更申请", "Declined or took back a change of an inspector"));
    acts.put("ConflictsDeclared", INSPECTOR.as("登记执法检查人员回避", "Noted recusals of an inspector"));
    acts.put("ConflictsRevoked", INSPECTOR.as("撤销执法检查人员回避", "Revoked recusals of an inspector"));
    acts.put(
        "RecusalsRequested", INSPECTOR.as("提出执法检查人员回避申请", "Asked for recusals of an inspector"));
    acts.put(
        "RecusalRequestsEnded",
        INSPECTOR.as("退回或撤回执法检查人员回避申请", "Declined or took back recusals of an inspector"));
    acts.put(
        "InspectorImportUndone",
        INSPECTOR.as("撤销导入对执法检查人员的改动", "Took back what an import had made of an inspector"));
    acts.put("ErasureRequested", NONE.as("申请删除个人信息", "Asked that what is personal be erased"));
    acts.put(
        "ErasureRequestEnded",
        NONE.as("退回或撤回删除个人信息的申请", "Declined or took back an erasure of what is personal"));
    acts.put("ErasureApproved", NONE.as("批准删除个人信息", "Agreed that what is personal be erased"));
    acts.put("ExpertRegistered", EXPERT.as("登记专家", "Entered an expert"));
    acts.put("ExpertWithdrawn", EXPERT.as("专家离库", "Took an expert off the register"));
    acts.put("CatalogueImported", CATALOGUE.as("导入抽查事项清单", "Imported the list of items"));
    acts.put("ItemClaimed", ITEM.as("认领抽查事项", "Claimed an item"));
    acts.put("ChecklistSet", ITEM.as("修改检查表", "Set the checklist of an item"));
    acts.put("ReleaseAsked", ITEM.as("申请不再认领事项", "Asked to release an item"));
    acts.put(
        "ReleaseEnded", ITEM.as("退回或撤回不再认领事项的申请", "Declined or took back the release of an item"));
    acts.put("ItemReleased", ITEM.as("不再认领抽查事项", "Released an item"));
    acts.put(
        "ItemImportUndone",
        ITEM.as("撤销导入对抽查事项的改动", "Took back what an import had made of an item"));
    acts.put("RenamingAsked", ITEM.as("申请事项改名", "Asked for another name of an item"));
    acts.put(
        "RenamingEnded", ITEM.as("退回或撤回事项改名申请", "Declined or took back another name of an item"));
    acts.put("MandateRequested", OFFICE.as("提交“三定”职责", "Asked for a mandate"));
    acts.put("MandateRegistered", OFFICE.as("批准“三定”职责", "Agreed to a mandate"));
    acts.put("MandateRequestEnded", OFFICE.as("退回或撤回“三定”职责", "Declined or took back a mandate"));
    acts.put("TableTaken", IMPORT.as("导入文件", "Imported a file"));
    acts.put("UndoRequested", IMPORT.as("申请撤销导入", "Asked that an import be undone"));
    acts.put(
        "UndoRequestEnded",
        IMPORT.as("退回或撤回撤销导入的申请", "Declined or took back the undo of an import"));
    acts.put("UndoApproved", IMPORT.as("批准撤销导入", "Agreed that an import be undone"));
    acts.put("NoticeRequested", HOLIDAYS.as("提交放假安排通知", "Asked for a holiday notice"));
    acts.put("HolidayNoticeIssued", HOLIDAYS.as("批准放假安排通知", "Agreed to a holiday notice"));
    acts.put(
        "NoticeRequestEnded", HOLIDAYS.as("退回或撤回放假安排通知", "Declined or took back a holiday notice"));
    acts.put("BureauRequested", BUREAU.as("提请登记或变更单位", "Asked for the entry of a bureau"));
    acts.put("BureauClosingRequested", BUREAU.as("提请停止服务单位", "Asked that a bureau be closed"));
    acts.put("BureauRegistered", BUREAU.as("批准登记单位", "Agreed to the entry of a bureau"));
    acts.put("BureauChanged", BUREAU.as("批准变更单位登记", "Agreed to another entry of a bureau"));
    acts.put("BureauClosed", BUREAU.as("批准停止服务单位", "Agreed that a bureau is closed"));
    acts.put(
        "BureauRequestEnded", BUREAU.as("退回或撤回单位登记", "Declined or took back a bureau's entry"));
    acts.put("DeputyProposed", DEPUTY.as("提出代理", "Proposed a deputy"));
    acts.put("DeputyApproved", DEPUTY.as("批准代理", "Agreed to a deputy"));
    acts.put("DeputyDeclined", DEPUTY.as("退回或撤回代理", "Declined or took back a deputy"));
    acts.put("DeputyEnded", DEPUTY.as("提前结束代理", "Ended a deputy's time"));
    acts.put(
        "StatusProposalAccepted",
        PROPOSAL.as("采纳检查结果提出的登记状态建议", "Confirmed a status a result proposed"));
    acts.put(
        "CreditProposalAccepted",
        PROPOSAL.as("采纳检查结果提出的信用信号", "Confirmed a credit signal of a result"));
    acts.put(
        "ProposalDeclined", PROPOSAL.as("不采纳检查结果提出的建议", "Did not confirm what a result proposed"));
    return acts;
  }
}
