package cn.doublerandom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.StreamNames.Scoped;
import cn.doublerandom.eventstore.decider.StreamKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamNamesTest {
  private static final Scope SCOPE = new Scope("130534.scjg");
  private static final StreamNames NAMES =
      new StreamNames(
          List.of(new StreamKind("plan"), new StreamKind("plan-notice"), new StreamKind("item")),
          List.of("sealing-key"));

  @ParameterizedTest
  @CsvSource({
    "item-JT-01, item~130534.scjg~JT-01",
    "plan-130534.scjg-2023, plan~130534.scjg~130534.scjg-2023",
    "plan-notice-130534-2023, plan-notice~130534.scjg~130534-2023",
    "item-, item~130534.scjg~",
    "item-路政 大队, item~130534.scjg~路政 大队",
    "sealing-key, sealing-key~130534.scjg"
  })
  void a_stream_is_named_in_its_scope_and_in_the_log(String within, String stored) {
    assertThat(NAMES.stored(SCOPE, within)).isEqualTo(stored);
    assertThat(StreamNames.parse(stored)).isEqualTo(new Scoped(SCOPE, within));
    assertThat(NAMES.stored(Scope.HOME, within)).isEqualTo(within);
    assertThat(StreamNames.parse(within)).isEqualTo(new Scoped(Scope.HOME, within));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"item~130534.scjg~a~b", "item~~a", "~130534~a", "item~X~a", "Item~130534~a", "~"})
  void what_is_written_otherwise_is_no_name(String stored) {
    assertThatThrownBy(() -> StreamNames.parse(stored))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_id_holds_no_separator() {
    assertThatThrownBy(() -> new StreamKind("item").of("a~b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new StreamKind("item").of("a-b")).isEqualTo("item-a-b");
    assertThat(new StreamKind("item").id("item-a-b")).isEqualTo("a-b");
    assertThatThrownBy(() -> new StreamKind("plan").id("item-a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"130534~x", "130534-x", "A", ".a", "a.", "a..b", "a b"})
  void a_scope_has_a_name_of_plain_signs(String name) {
    assertThatThrownBy(() -> new Scope(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "a-", "A", "a~b", "a1"})
  void a_kind_has_a_name_of_letters(String name) {
    assertThatThrownBy(() -> new StreamKind(name)).isInstanceOf(IllegalArgumentException.class);
  }
}
