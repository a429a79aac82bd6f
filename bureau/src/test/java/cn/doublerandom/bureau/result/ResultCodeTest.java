package cn.doublerandom.bureau.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultCodeTest {
  @ParameterizedTest
  @ValueSource(strings = {"1", "F", "7", "9", "10", "11", "12"})
  void that_nothing_was_found_or_a_subject_is_gone_is_no_finding(String code) {
    assertThat(ResultCode.areFinding(List.of(code))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "B", "C", "6", "D", "3", "4", "5", "G", "E", "8", "2"})
  void every_other_code_is_a_finding_and_so_is_one_nobody_knows(String code) {
    assertThat(ResultCode.areFinding(List.of(code))).isTrue();
    assertThat(ResultCode.areFinding(List.of("1", code))).isTrue();
  }

  @Test
  void no_code_is_no_finding() {
    assertThat(ResultCode.areFinding(List.of())).isFalse();
  }

  @Test
  void the_public_reads_what_the_codes_say_and_nothing_of_a_retired_one() {
    assertThat(ResultCode.text(List.of("B", "6"))).isEqualTo("未按规定公示应当公示的信息；通过登记的住所（经营场所）无法联系");
    assertThat(ResultCode.text(List.of("2"))).isEmpty();
  }

  @Test
  void a_code_is_known_by_its_letter_and_a_retired_one_is_none() {
    assertThat(ResultCode.of("1")).contains(ResultCode.NO_PROBLEM);
    assertThat(ResultCode.of("1").orElseThrow().code()).isEqualTo("1");
    assertThat(ResultCode.of("12")).contains(ResultCode.MOVED_OUT);
    assertThat(ResultCode.of("2")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // found, said later, whether nothing found is left out
    "B, B, true",
    "B, B E, true",
    "B E, E, false",
    "B, 1, false",
    "E, A, true",
    "E, B, false",
    "A, E, false",
    "1, B, true",
    "F, A, true"
  })
  void nothing_that_was_found_may_be_left_out_later(String found, String later, boolean keeps) {
    assertThat(ResultCode.keep(List.of(found.split(" ")), List.of(later.split(" "))))
        .isEqualTo(keeps);
  }

  @ParameterizedTest
  @CsvSource({
    "1 1, 1",
    "1 B, B",
    "E 1, E",
    "A E, A",
    "A F, A",
    "A E F B, A B",
    "E F, E",
    "B F, B F",
    "F 1, F",
    "E B, B E",
    "B B 6, 6 B"
  })
  void a_subjects_result_is_the_gravest_its_items_have(String items, String subject) {
    assertThat(ResultCode.combined(Stream.of(items.split(" "))))
        .containsExactly(subject.split(" "));
  }
}
