package cn.doublerandom.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.catalogue.CatalogueCommand;
import cn.doublerandom.registry.expert.ExpertCommand;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDecider;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.office.OfficeCommand;
import cn.doublerandom.registry.office.OfficeDecider;
import cn.doublerandom.registry.office.OfficeEvent;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import cn.doublerandom.registry.person.ErasureCommand;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDecider;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectStatus;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody approves the merge or the erasure he asked for, however his account is spelt. */
class TwoSidesTest {
  private static final LocalDate DAY = LocalDate.of(2023, 3, 1);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A released sample of an event, as the register begins. */
  private static <E> E sample(Class<E> events, String type) throws IOException {
    Path file = Path.of("src/test/resources/events", events.getSimpleName(), "0.2.ndjson");
    for (String line : Files.readAllLines(file)) {
      JsonNode sample = JSON.readTree(line);
      if (sample.path("type").asText().equals(type)) {
        return new EventCodec<>(events).decode(type, sample.path("payload").toString());
      }
    }
    throw new IllegalStateException("no sample of " + type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registrar", "Registrar", " registrar", "ｒｅｇｉｓｔｒａｒ", "regi\u200bstrar"})
  void nobody_approves_the_merge_he_asked_for_nor_its_reversal(String spelling) throws IOException {
    var subject =
        DeciderSpecification.of(new SubjectDecider())
            .given(sample(SubjectEvent.class, "SubjectRegistered"))
            .having(new SubjectCommand.RequestMerge("X", true, "重复登记", DAY, "registrar"));
    subject
        .when(new SubjectCommand.ApproveMerge(spelling, "X"))
        .thenRejected(RegistryRejection.MERGE_NEEDS_SECOND_PERSON);
    var merged = subject.having(new SubjectCommand.ApproveMerge("approver", "X"));
    merged
        .when(new SubjectCommand.ApproveMerge("approver", "X"))
        .thenRejected(RegistryRejection.MERGE_NOT_REQUESTED);
    var back = merged.having(new SubjectCommand.RequestUnmerge("两家企业", DAY, "registrar"));
    back.when(new SubjectCommand.ApproveMerge(spelling, null))
        .thenRejected(RegistryRejection.MERGE_NEEDS_SECOND_PERSON);
    assertThat(back.when(new SubjectCommand.ApproveMerge("approver", null)).events())
        .containsExactly(new SubjectEvent.SubjectUnmerged("两家企业", DAY, "registrar", "approver"));
  }

  @Test
  void who_asked_for_the_merge_before_somebody_else_did_does_not_approve_it() throws IOException {
    var asked =
        DeciderSpecification.of(new SubjectDecider())
            .given(sample(SubjectEvent.class, "SubjectRegistered"))
            .having(new SubjectCommand.RequestMerge("X", true, "重复登记", DAY, "registrar"))
            .having(new SubjectCommand.RequestMerge("Y", true, "重复登记", DAY, "other"));
    asked
        .when(new SubjectCommand.ApproveMerge("registrar", "Y"))
        .thenRejected(RegistryRejection.MERGE_NEEDS_SECOND_PERSON);
    asked
        .when(new SubjectCommand.ApproveMerge("other", "Y"))
        .thenRejected(RegistryRejection.MERGE_NEEDS_SECOND_PERSON);
    assertThat(asked.when(new SubjectCommand.ApproveMerge("approver", "Y")).events()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registrar", "REGISTRAR", "registrar\u3000", "ｒｅｇｉｓｔｒａｒ"})
  void nobody_approves_the_erasure_he_asked_for(String spelling) throws IOException {
    var asked =
        DeciderSpecification.of(new InspectorDecider())
            .given(
                sample(InspectorEvent.class, "InspectorRegistered"),
                new InspectorEvent.ErasureRequested("本人申请", "registrar"));
    asked
        .when(new InspectorCommand.ApproveErasure(spelling))
        .thenRejected(RegistryRejection.ERASURE_OWN_REQUEST);
    assertThat(asked.when(new InspectorCommand.ApproveErasure("approver")).events())
        .containsExactly(new InspectorEvent.ErasureApproved("approver"));
    asked
        .when(new InspectorCommand.EndErasure(spelling, "保存期限未满", false))
        .thenRejected(RegistryRejection.ERASURE_OWN_REQUEST);
    asked
        .when(new InspectorCommand.EndErasure("approver", "本人撤回", true))
        .thenRejected(RequestRejection.ERASURE_ASKED_BY_ANOTHER);
    for (boolean withdrawn : List.of(true, false)) {
      String by = withdrawn ? spelling : "approver";
      asked
          .when(new InspectorCommand.EndErasure(by, "x", withdrawn))
          .thenRejected(RegistryRejection.REASON_MISSING);
      var end = new InspectorCommand.EndErasure(by, "保存期限未满", withdrawn);
      assertThat(asked.when(end).events())
          .containsExactly(
              new InspectorEvent.ErasureRequestEnded("registrar", "保存期限未满", by, withdrawn));
    }
    asked
        .having(new InspectorCommand.EndErasure(spelling, "本人撤回", true))
        .when(new InspectorCommand.ApproveErasure("approver"))
        .thenRejected(RegistryRejection.ERASURE_NOT_REQUESTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registrar", "Registrar", " registrar", "ｒｅｇｉｓｔｒａｒ", "regi\u200bstrar"})
  void nobody_approves_the_cancellation_he_asked_for_alone_or_with_a_table(String spelling)
      throws IOException {
    for (String batch : new String[] {null, "2023-03-01-1a2b3c4d"}) {
      var asked =
          DeciderSpecification.of(new SubjectDecider())
              .given(
                  sample(SubjectEvent.class, "SubjectRegistered"),
                  new SubjectEvent.StatusRequested(
                      SubjectStatus.CANCELLED, "企业申请注销", DAY, "registrar", batch));
      asked
          .when(new SubjectCommand.ApproveStatus(spelling, batch, DAY))
          .thenRejected(RegistryRejection.STATUS_NEEDS_SECOND_PERSON);
      assertThat(asked.when(new SubjectCommand.ApproveStatus("approver", batch, DAY)).events())
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"registrar", "Registrar", " registrar", "ｒｅｇｉｓｔｒａｒ", "regi\u200bstrar"})
  void nobody_approves_the_return_from_a_pause_he_asked_for(String spelling) throws IOException {
    var asked =
        DeciderSpecification.of(new SubjectDecider())
            .given(
                sample(SubjectEvent.class, "SubjectRegistered"),
                new SubjectEvent.SubjectStatusChanged(
                    SubjectStatus.SUSPENDED, "企业申请停业", DAY, "registrar", "approver"))
            .having(
                new SubjectCommand.ChangeStatus(SubjectStatus.ACTIVE, "恢复营业", DAY, "registrar"));
    asked
        .when(new SubjectCommand.ApproveStatus(spelling, null, DAY))
        .thenRejected(RegistryRejection.STATUS_NEEDS_SECOND_PERSON);
    assertThat(asked.when(new SubjectCommand.ApproveStatus("approver", null, DAY)).events())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registrar", "Registrar", " registrar", "ｒｅｇｉｓｔｒａｒ", "regi\u200bstrar"})
  void nobody_approves_the_mandate_he_asked_for(String spelling) {
    var old = new OfficeMandate("交通局", OfficeLevel.COUNTY, "三定规定", List.of());
    var other = new OfficeMandate("交通局", OfficeLevel.CITY, "三定规定", List.of());
    var office =
        DeciderSpecification.of(new OfficeDecider())
            .given()
            .having(new OfficeCommand.RegisterMandate(old, "registrar"));
    office
        .when(new OfficeCommand.ApproveMandate(spelling))
        .thenRejected(RegistryRejection.MANDATE_NEEDS_SECOND_PERSON);
    office = office.having(new OfficeCommand.ApproveMandate("approver"));
    office
        .when(new OfficeCommand.ApproveMandate("approver"))
        .thenRejected(RegistryRejection.MANDATE_NOT_REQUESTED);
    var asked = office.having(new OfficeCommand.RegisterMandate(other, "registrar"));
    asked
        .when(new OfficeCommand.ApproveMandate(spelling))
        .thenRejected(RegistryRejection.MANDATE_NEEDS_SECOND_PERSON);
    for (String anybody : List.of("another", "registrar")) {
      asked
          .when(
              new OfficeCommand.RegisterMandate(
                  new OfficeMandate("交通局", OfficeLevel.STATION, "三定规定", List.of()), anybody))
          .thenRejected(RegistryRejection.MANDATE_WAITS);
    }
    asked
        .when(new OfficeCommand.ApproveMandate("approver"))
        .then(new OfficeEvent.MandateRegistered(other, "registrar", "approver"));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        SubjectCommand.class,
        InspectorCommand.class,
        ErasureCommand.class,
        ExpertCommand.class,
        ItemCommand.class,
        OfficeCommand.class,
        CatalogueCommand.class
      })
  void no_command_that_approves_is_forgotten_here(Class<?> commands) {
    assertThat(commands.getPermittedSubclasses())
        .filteredOn(c -> c.getSimpleName().startsWith("Approve"))
        .allSatisfy(c ->
            assertThat(c)
                .isIn(
                    SubjectCommand.ApproveMerge.class,
                    SubjectCommand.ApproveStatus.class,
                    InspectorCommand.ApproveErasure.class,
                    OfficeCommand.ApproveMandate.class,
                    // InspectorDaysTest
                    InspectorCommand.ApproveAbsence.class,
                    // RecusalsTest
                    InspectorCommand.ApproveRecusals.class,
                    // ItemDeciderTest
                    ItemCommand.ApproveRelease.class,
                    // ItemDeciderTest
                    ItemCommand.ApproveRenaming.class,
                    // ErasureDeciderTest
                    ErasureCommand.ApproveErasure.class));
  }

  @Test
  void an_erasure_nobody_asked_for_is_not_approved() throws IOException {
    DeciderSpecification.of(new InspectorDecider())
        .given(sample(InspectorEvent.class, "InspectorRegistered"))
        .when(new InspectorCommand.ApproveErasure("approver"))
        .thenRejected(RegistryRejection.ERASURE_NOT_REQUESTED);
  }
}
