package cn.doublerandom.eventstore.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.EventCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The gate and the upcasters, shown on planted changes. */
class EvolutionTest {
  sealed interface Released {
    record Drawn(String subject, int rank, Level level) implements Released {}

    enum Level {
      LOW,
      HIGH
    }
  }

  sealed interface Added {
    record Drawn(String subject, int rank, Risk level, @Nullable String note) implements Added {}

    record Voided(String reason) implements Added {}

    enum Risk {
      LOW,
      HIGH,
      NONE
    }
  }

  sealed interface Broken {
    record Drawn(String subject, String rank, Grade level, String by) implements Broken {}

    enum Grade {
      LOW
    }
  }

  private static List<String> breaks(Class<?> today, String... versioned) {
    return EventShapes.breaks(
        EventShapes.of(Released.class), EventShapes.of(today), List.of(versioned));
  }

  @Test
  void optional_members_new_values_and_new_events_pass_the_gate() {
    assertThat(breaks(Added.class)).isEmpty();
  }

  @Test
  void a_planted_break_is_caught_member_by_member() {
    assertThat(breaks(Broken.class))
        .containsExactly(
            "Drawn.by was added and may not be absent",
            "Drawn.level=HIGH was removed",
            "Drawn.rank was integer and is text");
  }

  @Test
  void an_event_with_an_upcaster_may_change_as_it_likes() {
    assertThat(breaks(Broken.class, "Drawn")).isEmpty();
  }

  sealed interface Today {
    record Drawn(String subject, String rank, String by) implements Today {}
  }

  private static EventCodec<Today> codec() {
    return new EventCodec<>(Today.class)
        .upcasting(
            Today.Drawn.class,
            List.of(
                v1 -> v1.put("rank", "第" + v1.get("rank").asInt() + "名"),
                v2 -> v2.put("by", "2023 年以前不详")));
  }

  @Test
  void what_was_written_in_any_version_is_read_as_the_newest() throws Exception {
    assertThat(codec().decode("Drawn", "{\"rank\":3,\"subject\":\"甲\"}"))
        .isEqualTo(new Today.Drawn("甲", "第3名", "2023 年以前不详"));
    assertThat(codec().decode("Drawn.v2", "{\"rank\":\"首名\",\"subject\":\"甲\"}"))
        .isEqualTo(new Today.Drawn("甲", "首名", "2023 年以前不详"));
    assertThat(codec().decode("Drawn.v3", "{\"by\":\"乙\",\"rank\":\"首名\",\"subject\":\"甲\"}"))
        .isEqualTo(new Today.Drawn("甲", "首名", "乙"));
    assertThat(codec().typeOf(new Today.Drawn("甲", "首名", "乙"))).isEqualTo("Drawn.v3");
  }

  @Test
  void a_member_of_a_newer_writer_is_no_obstacle_and_a_newer_version_is_refused() throws Exception {
    assertThat(
            codec()
                .decode(
                    "Drawn.v3",
                    "{\"by\":\"乙\",\"new\":{\"x\":1},\"rank\":\"首名\",\"subject\":\"甲\"}"))
        .isEqualTo(new Today.Drawn("甲", "首名", "乙"));
    assertThatThrownBy(() -> codec().decode("Drawn.v4", "{}"))
        .hasMessageContaining("unknown event type Drawn.v4");
    assertThatThrownBy(() -> codec().decode("Vanished", "{}"))
        .hasMessageContaining("unknown event type");
  }

  @Test
  void shapes_see_what_lies_inside() {
    assertThat(EventShapes.of(Added.class))
        .containsAllEntriesOf(
            Map.of("Drawn.note", "text?", "Drawn.level=NONE", "value", "Voided", "object"));
  }
}
