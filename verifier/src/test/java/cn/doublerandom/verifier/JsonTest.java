package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of protocol §1 is read as it stands, and written so that it has one hash. */
class JsonTest {
  private static Object read(String json) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String written(Object value) {
    return new String(Json.canonical(value), StandardCharsets.UTF_8);
  }

  @Test
  void what_another_program_calls_canonical_is_written_byte_for_byte() throws Exception {
    String file = Files.readString(Path.of("../docs/vectors/canonical_json.json"));
    // Its last two are of truth values, which the protocol has not.
    List<?> vectors =
        (List<?>) read(file.substring(0, file.indexOf(",\n {\n  \"value\": true")) + "]");
    assertThat(vectors).hasSizeGreaterThan(10);
    for (Object vector : vectors) {
      var one = (Map<?, ?>) vector;
      assertThat(written(one.get("value"))).isEqualTo(one.get("canonical"));
      assertThat(read((String) one.get("canonical"))).isEqualTo(one.get("value"));
    }
  }

  @Test
  void members_are_written_in_the_order_of_their_keys_however_they_are_held() {
    Map<String, Object> unsorted = new HashMap<>();
    for (String key : List.of("taskId", "planId", "drawId", "region", "round", "mode")) {
      unsorted.put(key, List.of());
    }
    assertThat(written(unsorted))
        .isEqualTo(
            "{\"drawId\":[],\"mode\":[],\"planId\":[],\"region\":[],\"round\":[],\"taskId\":[]}");
  }

  @Test
  void room_between_signs_means_nothing() {
    assertThat(read(" \t\r\n{ \"a\" : [ 1 , -2 ,\n\"x\" ] ,\r\"b\":{ } , \"c\" : [ ] } \n"))
        .isEqualTo(Map.of("a", List.of(1L, -2L, "x"), "b", Map.of(), "c", List.of()));
  }

  @Test
  void text_is_read_with_all_its_escapes() {
    assertThat(read("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u9053\\u8DEFz\""))
        .isEqualTo("a\"\\/\b\f\n\r\t道路z");
    assertThat(read("\"\\ud840\\udc00 \uD840\uDC00\"")).isEqualTo("\uD840\uDC00 \uD840\uDC00");
    assertThat(read("\"\\ue000\\ud7ff\"")).isEqualTo("\ue000\ud7ff");
    assertThat(read("\"~ \u007f!\"")).isEqualTo("~ \u007f!");
    assertThat(read("[\"aa\",\"ab\",\"aa\",\"\",\"a\",\"\"]"))
        .isEqualTo(List.of("aa", "ab", "aa", "", "a", ""));
  }

  @Test
  void text_is_written_with_no_more_escapes_than_it_needs() {
    assertThat(written("a\u001fb ~\u007f道")).isEqualTo("\"a\\u001fb ~\u007f道\"");
    assertThat(written("\"")).isEqualTo("\"\\\"\"");
    assertThat(written("\\")).isEqualTo("\"\\\\\"");
    assertThat(written("\b\t\n\f\r")).isEqualTo("\"\\b\\t\\n\\f\\r\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1} x | nothing after the value",
        "{\"a\":1,\"a\":2} | each key once; twice came a",
        "{\"a\" 1} | ':'",
        "{\"a\":1;} | ','",
        "{a:1} | '\"'",
        "[1 2] | ','",
        "[1, | more",
        "\"abc | more",
        "\"a\tb\" | control characters escaped",
        "\"\\x\" | a JSON escape",
        "\"\\u12g4\" | four hex digits",
        "\"\\u123 | four hex digits",
        "\"\\udc00\" | no lone surrogate",
        "\"\\udfff\" | no lone surrogate",
        "\"\\ud800a\" | no lone surrogate",
        "\"e\\u0301\" | NFC strings",
        "- | an integer below 2^53",
        "9007199254740992 | an integer below 2^53",
        "-9007199254740992 | an integer below 2^53",
        "1e3 | nothing after the value",
        "1.0 | nothing after the value",
        "+1 | an integer below 2^53",
        "99999999999999999999 | an integer below 2^53"
      })
  void what_the_protocol_has_not_is_refused_with_what_was_expected(String json, String expected) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(Code.MALFORMED))
        .hasMessageContaining("expected " + expected);
  }

  @Test
  void a_fault_is_told_with_its_place() {
    assertThatThrownBy(() -> read("{\"a\":1,\"b\"}")).hasMessage("at character 11 expected ':'");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 9, 10, 9007199254740991L, -9007199254740991L})
  void a_whole_number_is_read_and_written_as_it_is(long number) {
    assertThat(read(String.valueOf(number))).isEqualTo(number);
    assertThat(written(number)).isEqualTo(String.valueOf(number));
  }

  @Test
  void objects_and_arrays_lie_at_most_thirty_two_deep() {
    String deep = "[{\"a\":".repeat(16) + "1" + "}]".repeat(16);
    assertThat(written(read(deep))).isEqualTo(deep);
    for (String deeper : List.of("[" + deep + "]", "{\"a\":" + deep + "}")) {
      assertThatThrownBy(() -> read(deeper)).hasMessageContaining("nesting of at most 32");
    }
  }

  @Test
  void marks_without_end_on_one_sign_are_judged_at_once() {
    String wrong = "\"\u4e00" + "\u0301\u0323".repeat(250_000) + "\"";
    String right = "\"\u4e00" + "\u0323".repeat(250_000) + "\u0301".repeat(250_000) + "\"";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThatThrownBy(() -> read(wrong)).hasMessageContaining("NFC strings");
          assertThat(written(read(right))).isEqualTo(right);
        });
  }
}
