package cn.doublerandom.registry.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.intake.IntakeCodec;
import cn.doublerandom.registry.intake.IntakeDirectory.Entry;
import cn.doublerandom.registry.intake.IntakeEvent.TableTaken;
import cn.doublerandom.registry.intake.IntakeKind;
import java.time.Instant;
import java.util.Map;
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
}
