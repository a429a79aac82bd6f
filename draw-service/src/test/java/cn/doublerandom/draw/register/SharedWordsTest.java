package cn.doublerandom.draw.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.figures.Standing;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A register read at once keeps what its subjects have in common once. */
class SharedWordsTest {
  /** As rows are read: no word is the same object as in another row. */
  private static KnownSubject read(String id) {
    return new KnownSubject(
        id,
        "公司" + id,
        copied("ENTERPRISE"),
        List.of(copied("field:道路运输")),
        copied("ACTIVE"),
        copied("A"),
        Standing.of(LocalDate.of(2020, 1, 1), "ACTIVE"),
        null);
  }

  private static String copied(String word) {
    return new String(word.toCharArray());
  }

  @Test
  void a_subject_says_the_same_whatever_it_shares() {
    var words = new SharedWords();
    assertThat(words.of(read("S1"))).isEqualTo(read("S1"));
    assertThat(words.of(read("S2"))).isEqualTo(read("S2"));
    var bare = new KnownSubject("S3", "丙", "PERSON", List.of(), "CANCELLED", null, null, null);
    assertThat(words.of(bare)).isEqualTo(bare);
  }

  @Test
  void two_subjects_alike_share_every_word_but_number_and_name() {
    var words = new SharedWords();
    KnownSubject one = words.of(read("S1"));
    KnownSubject other = words.of(read("S2"));
    assertThat(other.kind()).isSameAs(one.kind());
    assertThat(other.labels()).isSameAs(one.labels());
    assertThat(other.status()).isSameAs(one.status());
    assertThat(other.creditRiskClass()).isSameAs(one.creditRiskClass());
    assertThat(other.standing()).isSameAs(one.standing());
    assertThat(other.name()).isEqualTo("公司S2");
  }
}
