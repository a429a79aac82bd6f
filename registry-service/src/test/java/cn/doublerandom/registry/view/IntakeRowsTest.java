package cn.doublerandom.registry.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.intake.ImportCause;
import cn.doublerandom.registry.intake.IntakeCodec;
import cn.doublerandom.registry.intake.IntakeDirectory.Changed;
import cn.doublerandom.registry.intake.IntakeDirectory.Entry;
import cn.doublerandom.registry.intake.IntakeDirectory.Undo;
import cn.doublerandom.registry.intake.IntakeEvent;
import cn.doublerandom.registry.intake.IntakeEvent.TableTaken;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.registry.intake.UndoCounts;
import cn.doublerandom.registry.item.ItemCodec;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectCodec;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The history of imports has a row for each table, and the later one stands above. */
class IntakeRowsTest {
  private static final Instant NOON = Instant.parse("2023-03-15T04:00:00Z");

  private static TableTaken taken(String file) {
    return new TableTaken(
        IntakeKind.SUBJECTS,
        file,
        "ab".repeat(32),
        true,
        300,
        280,
        8,
        12,
        3,
        1,
        "2023-03-15-x",
        null);
  }

  @Test
  void each_table_has_a_row_with_what_came_of_it_and_when() {
    Map<String, Entry> rows =
        ProjectionSpecification.of(new IntakeProjection(new IntakeView(), IntakeCodec.ofEvents()))
            .at(NOON)
            .given(IntakeCodec.ofEvents(), RegistryStreams.IMPORT.of("1"), taken("名录.xlsx"))
            .given(IntakeCodec.ofEvents(), RegistryStreams.IMPORT.of("2"), taken("名录（改）.xlsx"))
            .rows("import_view", Entry.class);

    assertThat(rows).containsOnlyKeys("1", "2");
    assertThat(rows.get("1").report()).isEqualTo(taken("名录.xlsx"));
    assertThat(rows.get("1").at()).isEqualTo(NOON);
    assertThat(rows.get("2").report().fileName()).isEqualTo("名录（改）.xlsx");
    assertThat(rows.get("2").order()).isGreaterThan(rows.get("1").order());
  }

  private static ProjectionSpecification imports() {
    return ProjectionSpecification.of(
            new IntakeProjection(new IntakeView(), IntakeCodec.ofEvents()))
        .at(NOON)
        .given(IntakeCodec.ofEvents(), RegistryStreams.IMPORT.of("1"), taken("名录.xlsx"));
  }

  @Test
  void a_row_says_how_far_the_undo_of_its_table_is() {
    String table = RegistryStreams.IMPORT.of("1");
    ProjectionSpecification asked =
        imports()
            .given(
                IntakeCodec.ofEvents(),
                table,
                new IntakeEvent.UndoRequested("交错了文件", "registrar", new UndoCounts(1, 2, 0, 0)));

    assertThat(step(imports())).isNull();
    assertThat(step(asked)).isEqualTo(Undo.ASKED);
    assertThat(
            step(
                asked.given(
                    IntakeCodec.ofEvents(),
                    table,
                    new IntakeEvent.UndoRequestEnded("不必撤销", "approver", false))))
        .isNull();
  }

  private static @Nullable Undo step(ProjectionSpecification events) {
    return Objects.requireNonNull(events.rows("import_view", Entry.class).get("1")).undo();
  }

  @Test
  void entries_whose_events_name_a_table_as_their_cause_are_its_own_and_no_others() {
    String changed = "91350100M000100Y43";
    ProjectionSpecification events =
        imports()
            .by("registrar", ImportCause.of("1"))
            .given(SubjectCodec.ofEvents(), RegistryStreams.SUBJECT.of(changed), ENTERED)
            .by("registrar", ImportCause.of("2"))
            .given(
                ItemCodec.ofEvents(),
                RegistryStreams.ITEM.of("JT-01"),
                new ItemEvent.ItemSuperseded("2024版"))
            .by("registrar", "request-2")
            .given(SubjectCodec.ofEvents(), RegistryStreams.SUBJECT.of("X"), ENTERED);

    assertThat(events.rows("import_changed_view", Changed.class))
        .containsOnly(
            Map.entry("1 " + changed, new Changed("1", changed)),
            Map.entry("2 JT-01", new Changed("2", "JT-01")));
  }

  private static final SubjectEvent ENTERED =
      new SubjectEvent.SubjectRegistered(
          new SubjectDetails(
              "91350100M000100Y43",
              "甲公司",
              SubjectKind.ENTERPRISE,
              List.of(),
              CreditRiskClass.B,
              SubjectStatus.UNCONFIRMED,
              "行政审批局",
              LocalDate.of(2018, 5, 2),
              "",
              null));
}
