package cn.doublerandom.publication.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.publication.transparency.NoticeContent;
import cn.doublerandom.publication.transparency.NoticeKind;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A bulletin is public once, with numbers of units and nothing of a person. */
class BulletinNoticeTest {
  private static final BulletinNotice NOTICE =
      new BulletinNotice(
          "130534-2025-1",
          2025,
          1,
          LocalDate.of(2026, 2, 5),
          LocalDate.of(2026, 2, 13),
          List.of(
              new BulletinNotice.OfUnit("道路运输股", 12, 1, 1, 1, 0, 94, 100),
              new BulletinNotice.OfUnit("养护中心", 3, 0, 0, 0, 0, null, null)));

  @Test
  void it_is_noted_once() {
    var notices = DeciderSpecification.of(new NoticeDecider());
    var issue = new NoticeCommand.IssueBulletinNotice(NOTICE);

    assertThat(notices.given().when(issue).state()).contains(NOTICE);
    notices.given().when(issue).then(new NoticeEvent.BulletinNoticeIssued(NOTICE));
    notices.given().having(issue).when(issue).then();
  }

  @Test
  void its_imprint_has_an_index_number_of_its_own_class() {
    var bureau = Optional.<Bureau>empty();
    assertThat(Imprint.of(NOTICE, bureau).indexNumber()).isNull();
    assertThat(Imprint.of(NOTICE, bureau).publishedOn()).isEqualTo("2026-02-13");
    assertThat(Imprint.of(NOTICE, bureau).validity()).isEqualTo(Imprint.Validity.IN_FORCE);
  }

  @Test
  void what_the_log_keeps_is_units_and_numbers() {
    assertThat(NoticeContent.of(NoticeKind.BULLETIN, NOTICE, 1, "n").orElseThrow().text())
        .isEqualTo(
            "{\"countedOn\":\"2026-02-05\",\"id\":\"130534-2025-1\",\"issue\":1,\"kind\":\"bulletin\",\"nonce\":\"n\",\"publishedOn\":\"2026-02-13\","
                + "\"units\":[{\"base\":100,\"points\":94,\"problems\":1,\"reminded\":0,\"tickets\":1,\"toBePutRight\":1,\"unit\":\"道路运输股\",\"visits\":12},"
                + "{\"problems\":0,\"reminded\":0,\"tickets\":0,\"toBePutRight\":0,\"unit\":\"养护中心\",\"visits\":3}],"
                + "\"version\":1,\"year\":2025}");
  }

  @Test
  void its_only_words_are_its_id_and_the_names_of_units() {
    assertThat(words(BulletinNotice.class)).containsExactly("bulletinId");
    assertThat(words(BulletinNotice.OfUnit.class)).containsExactly("unit");
  }

  private static List<String> words(Class<? extends Record> type) {
    return Stream.of(type.getRecordComponents())
        .filter(one -> one.getType() == String.class)
        .map(RecordComponent::getName)
        .toList();
  }
}
