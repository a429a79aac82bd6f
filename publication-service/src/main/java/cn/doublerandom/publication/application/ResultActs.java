package cn.doublerandom.publication.application;

import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Act;
import java.util.List;
import java.util.Map;

/** What people do with published results, in words, by the type of the event. */
public final class ResultActs {
  private static final List<String> READERS =
      List.of(Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR);

  /** By type of event. */
  public static final Map<String, Act> ALL =
      Map.of(
          "ResultPublished", act("公示检查结果", "Published a result"),
          "CorrectionAsked", act("提出更正公示结果", "Asked to correct a published result"),
          "WithdrawalAsked", act("提出撤销公示结果", "Asked to withdraw a published result"),
          "RejectionAsked", act("提出驳回异议", "Asked to reject an objection"),
          "ChangeDeclined", act("不同意提出的更正、撤销或者驳回", "Declined what was asked for of a result"),
          "ChangeTakenBack", act("撤回提出的更正、撤销或者驳回", "Took back what was asked for of a result"),
          "ResultCorrected", act("同意更正公示结果", "Agreed to the correction of a result"),
          "PublicationWithdrawn", act("同意撤销公示结果", "Agreed to the withdrawal of a result"),
          "RepairProposed", act("拟同意信用修复", "Proposed to grant a repair"),
          "RepairRefused", act("不予信用修复", "Refused a repair"));

  private ResultActs() {}

  private static Act act(String chinese, String english) {
    return Act.of(chinese, english, PublicationStreams.RESULT, MatterPlaces.RESULT, READERS);
  }
}
