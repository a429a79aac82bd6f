package cn.doublerandom.eventstore.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.projection.ScopeColumn;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** Rows that depend on how often their records come are found out. */
class ReplicaSpecificationTest {
  private record Row(String told) {}

  /**
   * @param row what was told before, and now
   */
  private record Fold(BinaryOperator<String> row, Optional<ScopeColumn> column) implements Replica {
    @Override
    public String name() {
      return "firms";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public String source() {
      return "topic";
    }

    @Override
    public Set<String> types() {
      return Set.of("T");
    }

    @Override
    public String view() {
      return "firm_view";
    }

    @Override
    public Optional<String> sums() {
      return Optional.of("firm_sum_view");
    }

    @Override
    public Map<String, Long> counts(String body) {
      return Map.of("letters", (long) body.length() - "{\"told\":\"\"}".length());
    }

    @Override
    public Told told(InboxRecord message) {
      return new Told() {
        @Override
        public String id() {
          return StreamNames.parse(message.key()).name();
        }

        @Override
        public Optional<String> after(Optional<String> before) {
          String known =
              before.map(b -> b.substring("{\"told\":\"".length(), b.length() - 2)).orElse("");
          return Optional.of("{\"told\":\"" + row.apply(known, message.value()) + "\"}");
        }
      };
    }
  }

  private static ReplicaSpecification given(BinaryOperator<String> row) {
    return ReplicaSpecification.of(new Fold(row, Optional.empty()))
        .given(
            new Announcement("topic", "S1", "T", "ab"), new Announcement("topic", "S2", "T", "c"))
        .given(new Announcement("topic", "S1", "T", "d"));
  }

  @Test
  void what_was_told_last_stands_however_often_and_late_it_is_told() {
    ReplicaSpecification told = given((before, now) -> now);
    assertThat(told.rows(Row.class)).isEqualTo(Map.of("S1", new Row("d"), "S2", new Row("c")));
    assertThat(told.sums()).isEqualTo(Map.of("letters", 2L));
  }

  @Test
  void a_row_that_grows_with_every_record_is_found_out() {
    ReplicaSpecification told = given(String::concat);
    assertThatThrownBy(() -> told.rows(Row.class)).hasMessageContaining("each twice");
    assertThatThrownBy(told::sums).hasMessageContaining("each twice");
  }

  @Test
  void a_record_of_another_topic_or_kind_is_none_of_its_own() {
    ReplicaSpecification told = given((before, now) -> now);
    assertThatThrownBy(() -> told.given(new Announcement("topic", "S1", "U", "x")))
        .hasMessageContaining("firms");
    assertThatThrownBy(() -> told.given(new Announcement("other", "S1", "T", "x")))
        .hasMessageContaining("firms");
  }

  /** Two bureaus have a firm of the same number each. */
  @Test
  void rows_of_two_scopes_with_one_id_never_meet() {
    var scope = new Scope("b2");
    ReplicaSpecification told =
        ReplicaSpecification.of(
                new Fold((before, now) -> now, Optional.of(new ScopeColumn("whose", "home"))))
            .given(
                new Announcement("topic", "firm-S1", "T", "ab"),
                new Announcement("topic", "firm~b2~S1", "T", "c"),
                new Announcement("topic", "firm~b2~S2", "T", "de"))
            .given(new Announcement("topic", "firm-S1", "T", ""));
    assertThat(told.rows(Row.class)).isEmpty();
    assertThat(told.rows(scope, Row.class))
        .isEqualTo(Map.of("firm-S1", new Row("c"), "firm-S2", new Row("de")));
    assertThat(told.sums()).isEmpty();
    assertThat(told.sums(scope)).isEqualTo(Map.of("letters", 3L));
  }

  @Test
  void rows_that_do_not_say_whose_they_are_take_none_of_another_scope() {
    ReplicaSpecification told =
        given((before, now) -> now).given(new Announcement("topic", "firm~b2~S1", "T", "c"));
    assertThatThrownBy(() -> told.rows(Row.class)).hasMessageContaining("no rows of b2");
  }
}
