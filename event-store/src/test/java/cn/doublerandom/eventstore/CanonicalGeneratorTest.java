package cn.doublerandom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.contracts.json.CanonicalJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalGeneratorTest {
  private static final ObjectMapper JSON = EventCodec.mapper();
  private static final String SIGNS =
      "abcXYZ 09\"\\/\b\t\n\f\r\u0000\u001f\u007fäß\u0300e、。（）：Ａ一鿿道路운ガ\ue000𠀀😀";

  record Firm(
      String name,
      List<String> labels,
      @Nullable LocalDate since,
      Map<String, Object> more,
      boolean active,
      long number,
      @Nullable Firm owner) {}

  private static Firm firm(Random chance, int depth) {
    Map<String, Object> more = new LinkedHashMap<>();
    for (int i = chance.nextInt(4); i > 0; i--) {
      more.put(text(chance), chance.nextBoolean() ? chance.nextInt() : List.of(text(chance)));
    }
    List<String> labels = new ArrayList<>();
    for (int i = chance.nextInt(3); i > 0; i--) {
      labels.add(text(chance));
    }
    return new Firm(
        text(chance),
        labels,
        chance.nextBoolean() ? LocalDate.ofEpochDay(chance.nextInt(30_000)) : null,
        more,
        chance.nextBoolean(),
        chance.nextLong() >> 11,
        depth > 0 && chance.nextBoolean() ? firm(chance, depth - 1) : null);
  }

  private static String text(Random chance) {
    int[] signs = SIGNS.codePoints().toArray();
    var text = new StringBuilder();
    for (int i = chance.nextInt(8); i > 0; i--) {
      text.appendCodePoint(signs[chance.nextInt(signs.length)]);
    }
    return text.toString();
  }

  /** The one form, by way of maps. */
  private static String slowly(Object value) {
    return CanonicalJson.text(JSON.convertValue(value, Map.class));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void what_is_written_at_once_is_what_is_written_by_way_of_maps(long seed) {
    var chance = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      Firm firm = firm(chance, 3);
      String expected;
      try {
        expected = slowly(firm);
      } catch (IllegalArgumentException refused) {
        assertThatThrownBy(() -> EventCodec.canonical(JSON, firm))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(refused.getMessage());
        continue;
      }
      assertThat(EventCodec.canonical(JSON, firm)).isEqualTo(expected);
    }
  }

  @Test
  void what_has_no_single_form_is_refused() {
    Object amongOthers = Map.of("a", Arrays.asList("b", null));
    for (Object value :
        List.of(Map.of("a", 1.5), Map.of("a", 1L << 53), Map.of("a", 0.1f), amongOthers)) {
      assertThatThrownBy(() -> EventCodec.canonical(JSON, value))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void what_is_not_there_is_left_out() {
    Map<String, Object> nothing = new LinkedHashMap<>();
    nothing.put("a", null);
    nothing.put("b", 1);
    assertThat(EventCodec.canonical(JSON, nothing)).isEqualTo(slowly(nothing));
  }

  @Test
  void members_stand_in_their_order_whatever_order_they_come_in() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("b", Map.of());
    members.put("aa", List.of());
    members.put("a", List.of(1, Map.of("z", "y", "x", "w")));
    assertThat(EventCodec.canonical(JSON, members))
        .isEqualTo("{\"a\":[1,{\"x\":\"w\",\"z\":\"y\"}],\"aa\":[],\"b\":{}}");
  }
}
