package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who reads English reads in English which column of a row differs from the register. */
class EnglishHeadsTest {
  private static final String CHINESE = "\\p{IsHan}";

  @Test
  void every_column_that_may_differ_has_its_english_head() {
    List<String> heads =
        Stream.of(SubjectDifferences.COLUMNS, InspectorDifferences.COLUMNS, ItemDifferences.COLUMNS)
            .flatMap(List::stream)
            .map(Differences.Column::head)
            .toList();

    assertThat(heads).hasSizeGreaterThan(30).allMatch(head -> head.matches(".*" + CHINESE + ".*"));
    assertThat(heads)
        .allSatisfy(
            head -> assertThat(EnglishHeads.of(head)).as(head).doesNotContainPattern(CHINESE));
  }

  @Test
  void what_stands_in_the_column_is_told_as_it_stands_there() {
    var changed = new Preview.Difference("住所", "旧址", "新址");

    assertThat(changed.inEnglish()).isEqualTo(new Preview.Difference("address", "旧址", "新址"));
  }
}
