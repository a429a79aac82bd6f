package cn.doublerandom.publication.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.publication.notice.NoticeBoard.Statistics.Corrected;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the register says of a finished year later changes both numbers of its share. */
class SubjectFiguresTest {
  private static Map<String, Long> firms(long count) {
    return Map.of("ENTERPRISE", count, "VEHICLE", 3L);
  }

  @Test
  void both_numbers_stand_beside_the_share_as_they_were_when_the_year_ended() {
    assertThat(
            new SubjectFigures.OfYear(firms(173), firms(6), Map.of(), firms(2), firms(7))
                .corrected())
        .isEqualTo(new Corrected(0, 2, 175, 7, "4.00%"));
    assertThat(
            new SubjectFigures.OfYear(firms(175), firms(7), firms(1), firms(1), firms(7))
                .corrected())
        .isEqualTo(new Corrected(1, 1, 175, 7, "4.00%"));
  }

  @Test
  void nothing_stands_beside_it_where_nothing_of_the_firms_was_corrected() {
    assertThat(
            new SubjectFigures.OfYear(
                    firms(175), firms(7), Map.of("VEHICLE", 1L), Map.of(), firms(7))
                .corrected())
        .isNull();
  }
}
