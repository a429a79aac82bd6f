package cn.doublerandom.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawRejectionTest {
  private static List<DrawRejection> all() {
    return Stream.of(DrawRejection.class.getPermittedSubclasses())
        .flatMap(family -> Arrays.stream(family.getEnumConstants()))
        .map(DrawRejection.class::cast)
        .toList();
  }

  @Test
  void no_two_refusals_have_the_same_code_whatever_they_refuse() {
    assertThat(all()).hasSizeGreaterThan(130);
    assertThat(all()).extracting(DrawRejection::code).doesNotHaveDuplicates();
  }

  @Test
  void every_refusal_is_called_by_its_code() {
    assertThat(all())
        .allSatisfy(refusal ->
            assertThat(((Enum<?>) refusal).name().toLowerCase(Locale.ROOT))
                .isEqualTo(refusal.code().replace('-', '_')));
  }

  @Test
  void every_refusal_is_found_by_its_code() {
    assertThat(all())
        .allSatisfy(refusal -> assertThat(DrawRejection.coded(refusal.code())).contains(refusal));
    assertThat(DrawRejection.coded("no-such-refusal")).isEmpty();
  }
}
