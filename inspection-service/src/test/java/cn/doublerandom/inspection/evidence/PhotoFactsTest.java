package cn.doublerandom.inspection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A photo's own time is compared with the time its phone claims. */
class PhotoFactsTest {
  private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
  private static final Instant CLAIMED = Instant.parse("2023-06-16T02:15:30Z");

  private static PhotoFacts taken(String local, @Nullable ZoneOffset offset) {
    return new PhotoFacts(LocalDateTime.parse(local), offset, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-06-16T10:15:30, false",
    "2023-06-16T11:15:30, false",
    "2023-06-16T11:15:31, true",
    "2023-06-16T09:15:30, false",
    "2023-06-16T09:15:29, true",
    "2022-06-16T10:15:30, true"
  })
  void more_than_an_hour_to_either_side_is_far(String local, boolean far) {
    assertThat(taken(local, null).isFarFrom(CLAIMED, HERE)).isEqualTo(far);
  }

  @Test
  void a_photo_that_says_its_zone_is_read_in_it() {
    assertThat(taken("2023-06-16T02:15:30", ZoneOffset.UTC).isFarFrom(CLAIMED, HERE)).isFalse();
    assertThat(taken("2023-06-16T10:15:30", ZoneOffset.UTC).apart(CLAIMED, HERE))
        .isEqualTo(Duration.ofHours(8));
  }

  @Test
  void a_photo_without_a_time_is_far_from_nothing() {
    var facts = new PhotoFacts(null, null, "Example Phone 7", null);

    assertThat(facts.saysAnything()).isTrue();
    assertThat(facts.isFarFrom(CLAIMED, HERE)).isFalse();
    assertThat(new PhotoFacts(null, null, null, null).saysAnything()).isFalse();
  }
}
