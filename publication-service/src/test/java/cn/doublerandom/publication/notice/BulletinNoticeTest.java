package cn.doublerandom.publication.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.publication.ChangeRejection;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.transparency.NoticeContent;
import cn.doublerandom.publication.transparency.NoticeKind;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
              new BulletinNotice.OfUnit("养护中心", 3, 0, 0, 0, 0, null, null)),
          null);
  private static final LocalDate ON = LocalDate.of(2026, 2, 20);
  private static final NoticeEvent.BulletinNoticeIssued ISSUED =
      new NoticeEvent.BulletinNoticeIssued(NOTICE);
  private static final NoticeEvent.BulletinWithdrawalAsked ASKED =
      new NoticeEvent.BulletinWithdrawalAsked("年度检查数重复计算", "DD001", ON);
  private static final NoticeCommand.AskBulletinWithdrawal ASK =
      new NoticeCommand.AskBulletinWithdrawal("年度检查数重复计算", "DD001", ON);
  private static final NoticeEvent.BulletinWithdrawn WITHDRAWN =
      new NoticeEvent.BulletinWithdrawn("年度检查数重复计算", "DD001", "DD002", ON);

  private final DeciderSpecification<NoticeCommand, NoticeEvent, Optional<Noted>> notices =
      DeciderSpecification.of(new NoticeDecider());

  @Test
  void it_is_withdrawn_by_two_supervisors_and_by_nobody_alone() {
    notices.given(ISSUED).when(ASK).then(ASKED);
    notices
        .given(ISSUED, ASKED)
        .when(new NoticeCommand.ApproveBulletinWithdrawal("DD001", ON))
        .thenRejected(PublicationRejection.CHANGE_BY_ONE_PERSON);
    notices
        .given(ISSUED, ASKED)
        .when(new NoticeCommand.ApproveBulletinWithdrawal("DD002", ON))
        .then(WITHDRAWN);
    assertThat(withdrawn().withdrawn()).isEqualTo(new BulletinNotice.Withdrawn(ON, "年度检查数重复计算"));
    assertThat(withdrawn().units()).as("it stays to be read").isEqualTo(NOTICE.units());
    assertThat(Imprint.of(withdrawn(), Optional.empty()).validity())
        .isEqualTo(Imprint.Validity.VOID);
  }

  @Test
  void what_is_not_agreed_to_changes_nothing_and_may_be_asked_for_again() {
    var declined = new NoticeEvent.BulletinWithdrawalDeclined("数字与台账一致", "DD002", ON);

    notices
        .given(ISSUED, ASKED)
        .when(new NoticeCommand.DeclineBulletinWithdrawal("数字与台账一致", "DD001", ON))
        .thenRejected(PublicationRejection.CHANGE_BY_ONE_PERSON);
    notices
        .given(ISSUED, ASKED)
        .when(new NoticeCommand.DeclineBulletinWithdrawal("数字与台账一致", "DD002", ON))
        .then(declined);
    notices
        .given(ISSUED, ASKED, declined)
        .when(new NoticeCommand.ApproveBulletinWithdrawal("DD002", ON))
        .thenRejected(PublicationRejection.NO_CHANGE_WAITS);
    notices.given(ISSUED, ASKED, declined).when(ASK).then(ASKED);
    notices.given(ISSUED, ASKED).when(ASK).thenRejected(PublicationRejection.CHANGE_WAITS);
  }

  @Test
  void who_asked_takes_it_back_with_a_reason_and_nobody_else_does() {
    var back = new NoticeEvent.BulletinWithdrawalTakenBack("核对以后口径无误", "DD001", ON);

    notices
        .given(ISSUED, ASKED)
        .when(takeBack("核对以后口径无误", "DD002"))
        .thenRejected(ChangeRejection.CHANGE_OF_ANOTHER, Map.of("by", "DD001"));
    notices
        .given(ISSUED, ASKED)
        .when(takeBack("。", "DD001"))
        .thenRejected(ChangeRejection.CHANGE_REASON_MISSING, Map.of("field", "reason"));
    notices
        .given(ISSUED, ASKED)
        .when(takeBack("核对以后口径无误", "dd001 "))
        .then(new NoticeEvent.BulletinWithdrawalTakenBack("核对以后口径无误", "dd001 ", ON));
    notices.given(ISSUED, ASKED).when(takeBack("核对以后口径无误", "DD001")).then(back);
    notices
        .given(ISSUED, ASKED, back)
        .when(new NoticeCommand.ApproveBulletinWithdrawal("DD002", ON))
        .thenRejected(PublicationRejection.NO_CHANGE_WAITS);
    notices.given(ISSUED, ASKED, back).when(ASK).then(ASKED);
  }

  @Test
  void what_does_not_wait_is_not_taken_back() {
    var declined = new NoticeEvent.BulletinWithdrawalDeclined("数字与台账一致", "DD002", ON);
    var back = new NoticeEvent.BulletinWithdrawalTakenBack("核对以后口径无误", "DD001", ON);
    var again = takeBack("核对以后口径无误", "DD001");

    notices.given().when(again).thenRejected(PublicationRejection.NOTICE_UNKNOWN);
    notices.given(ISSUED).when(again).thenRejected(PublicationRejection.NO_CHANGE_WAITS);
    for (NoticeEvent end : List.of(declined, back)) {
      notices
          .given(ISSUED, ASKED, end)
          .when(again)
          .thenRejected(PublicationRejection.NO_CHANGE_WAITS);
    }
    notices
        .given(ISSUED, ASKED, WITHDRAWN)
        .when(again)
        .thenRejected(PublicationRejection.BULLETIN_WITHDRAWN);
  }

  private static NoticeCommand takeBack(String reason, String by) {
    return new NoticeCommand.TakeBackBulletinWithdrawal(reason, by, ON);
  }

  @Test
  void what_is_not_public_or_is_withdrawn_already_is_not_withdrawn() {
    notices.given().when(ASK).thenRejected(PublicationRejection.NOTICE_UNKNOWN);
    notices
        .given(ISSUED, ASKED, WITHDRAWN)
        .when(ASK)
        .thenRejected(PublicationRejection.BULLETIN_WITHDRAWN);
    notices
        .given(ISSUED)
        .when(new NoticeCommand.ApproveBulletinWithdrawal("DD002", ON))
        .thenRejected(PublicationRejection.NO_CHANGE_WAITS);
    notices
        .given(ISSUED, ASKED, WITHDRAWN)
        .when(new NoticeCommand.IssueBulletinNotice(NOTICE))
        .then();
  }

  @Test
  void its_second_version_in_the_log_says_that_it_is_withdrawn_and_no_number() {
    assertThat(NoticeContent.of(NoticeKind.BULLETIN, withdrawn(), 3, "n").orElseThrow().text())
        .isEqualTo(
            "{\"id\":\"130534-2025-1\",\"issue\":1,\"kind\":\"bulletin\",\"nonce\":\"n\",\"publishedOn\":\"2026-02-13\","
                + "\"reason\":\"年度检查数重复计算\",\"since\":\"2026-02-20\",\"state\":\"WITHDRAWN\",\"version\":2,\"year\":2025}");
  }

  private BulletinNotice withdrawn() {
    return NOTICE.withdrawn(ON, "年度检查数重复计算");
  }

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
