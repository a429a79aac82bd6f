package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDecider;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.InspectorStatus;
import cn.doublerandom.registry.inspector.Leave;
import cn.doublerandom.registry.office.OfficeCommand;
import cn.doublerandom.registry.office.OfficeDecider;
import cn.doublerandom.registry.office.OfficeEvent;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import cn.doublerandom.registry.person.ErasureCommand;
import cn.doublerandom.registry.person.ErasureDecider;
import cn.doublerandom.registry.person.ErasureEvent;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDecider;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.waiting.Pending;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For whom something waits is whom the rules would let agree to it: asked of the rules themselves.
 */
class RegistryPendingsTest {
  private static final LocalDate DAY = LocalDate.of(2023, 3, 12);
  private static final SubjectEvent FIRM =
      new SubjectEvent.SubjectRegistered(
          new SubjectDetails(
              "91350100M000100Y43",
              "甲公司",
              SubjectKind.ENTERPRISE,
              List.of(),
              CreditRiskClass.B,
              SubjectStatus.ACTIVE,
              "行政审批局",
              DAY,
              "",
              null));
  private static final InspectorEvent OFFICER =
      new InspectorEvent.InspectorRegistered(
          new InspectorDetails(
              "JC001", "", "大队", "13053401", DAY, List.of(), InspectorStatus.LEFT, null),
          null);

  private static <C, E, S> void agree(
      Decider<C, E, S> rules,
      List<E> events,
      BiFunction<String, S, List<Pending>> waiting,
      String stream,
      String account,
      Function<String, C> approval) {
    S state = rules.replay(events);
    boolean refused = rules.decide(approval.apply(account), state) instanceof Decision.Rejected<?>;

    assertThat(waiting.apply(stream, state))
        .singleElement()
        .satisfies(waits -> assertThat(waits.waitsFor(account)).isEqualTo(!refused));
  }

  private static void ofSubject(
      String account, SubjectEvent asked, Function<String, SubjectCommand> approval) {
    agree(
        new SubjectDecider(),
        List.of(FIRM, asked),
        RegistryPendings::of,
        "subject-91350100M000100Y43",
        account,
        approval);
  }

  private static void ofInspector(
      String account, InspectorEvent asked, Function<String, InspectorCommand> approval) {
    agree(
        new InspectorDecider(),
        List.of(OFFICER, asked),
        RegistryPendings::of,
        "inspector-JC001",
        account,
        approval);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registrar", "Registrar", " registrar", "ｒｅｇｉｓｔｒａｒ", "approver"})
  void it_waits_for_exactly_those_the_rules_would_let_agree(String account) {
    ofSubject(
        account,
        new SubjectEvent.StatusRequested(SubjectStatus.SUSPENDED, "企业申请停业", DAY, "registrar", null),
        by -> new SubjectCommand.ApproveStatus(by, null, DAY));
    ofSubject(
        account,
        new SubjectEvent.MergeRequested("X", "重复登记", DAY, "registrar"),
        by -> new SubjectCommand.ApproveMerge(by, "X"));
    ofInspector(
        account,
        new InspectorEvent.AbsenceRequested(new Leave(DAY, DAY, "休假"), "registrar"),
        by -> new InspectorCommand.ApproveAbsence(by, DAY, null));
    ofInspector(
        account,
        new InspectorEvent.ErasureRequested("本人申请", "registrar"),
        InspectorCommand.ApproveErasure::new);
    agree(
        new OfficeDecider(),
        List.of(
            new OfficeEvent.MandateRequested(
                new OfficeMandate("法制安全科", OfficeLevel.COUNTY, "三定规定", List.of()), "registrar")),
        RegistryPendings::of,
        "office-法制安全科",
        account,
        OfficeCommand.ApproveMandate::new);
    agree(
        new ErasureDecider(),
        List.of(new ErasureEvent.ErasureRequested("本人申请", "registrar")),
        RegistryPendings::of,
        "erasure-subject/X",
        account,
        by -> new ErasureCommand.ApproveErasure(ErasureCommand.Standing.GONE, by));
  }
}
