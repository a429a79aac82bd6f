package cn.doublerandom.publication.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.publication.application.PublicFirms.Part;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.SubjectReplacement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the public reads of a firm in a draw is what the draw's own page says. */
class PublicFirmsTest {
  private static final LocalDate DAY = LocalDate.of(2023, 3, 20);

  private static DrawNotice drawn(SubjectReplacement... replaced) {
    return new DrawNotice(
        "130534-2023001-001-1",
        "130534-2023",
        "2023001-001",
        1,
        "EXECUTED",
        5,
        "",
        "",
        "",
        List.of("CY-0001", "CY-0002"),
        "2023-03-15",
        "",
        null,
        null,
        List.of(replaced),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static SubjectReplacement by(String alternate, @Nullable String undone) {
    return new SubjectReplacement("CY-0001", alternate, "企业已注销", DAY, null, undone, null, null);
  }

  @Test
  void an_alternate_that_came_in_took_the_place_of_the_one_that_was_drawn() {
    DrawNotice draw = drawn(by("CY-0009", null));

    assertThat(Part.of(draw, "CY-0009")).isEqualTo(Part.ALTERNATE);
    assertThat(Part.of(draw, "CY-0001")).isEqualTo(Part.REPLACED);
    assertThat(Part.of(draw, "CY-0002")).isEqualTo(Part.SELECTED);
  }

  @Test
  void a_replacement_that_did_not_come_about_leaves_everybody_where_he_was() {
    DrawNotice draw = drawn(by("CY-0009", "检查已经结束"));

    assertThat(Part.of(draw, "CY-0009")).isEqualTo(Part.STANDS_BY);
    assertThat(Part.of(draw, "CY-0001")).isEqualTo(Part.SELECTED);
  }

  @Test
  void of_two_tries_the_one_that_stands_counts() {
    DrawNotice draw = drawn(by("CY-0009", "检查已经结束"), by("CY-0008", null));

    assertThat(Part.of(draw, "CY-0009")).isEqualTo(Part.STANDS_BY);
    assertThat(Part.of(draw, "CY-0008")).isEqualTo(Part.ALTERNATE);
  }
}
