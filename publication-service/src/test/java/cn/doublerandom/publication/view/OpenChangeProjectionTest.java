package cn.doublerandom.publication.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.Anchor;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.NoticeCodec;
import cn.doublerandom.publication.notice.NoticeDecider;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.opendata.OpenChange;
import cn.doublerandom.publication.result.ResultCodec;
import cn.doublerandom.publication.result.ResultDecider;
import cn.doublerandom.publication.result.ResultEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each notice stands once, at its last change. */
class OpenChangeProjectionTest {
  private static final LocalDate APRIL = LocalDate.of(2023, 4, 10);
  private static final Instant NINE = Instant.parse("2023-04-10T01:00:00Z");
  private static final String ID = "130534-2023001-001-1-91130534MA0023063G";
  private static final String RESULT = PublicationStreams.RESULT.of(ID);
  private static final ResultEvent PUBLISHED =
      new ResultEvent.ResultPublished("公司", APRIL, true, "索引", "publisher", null);

  private static ProjectionSpecification changes() {
    return ProjectionSpecification.over(log ->
            new OpenChangeProjection(
                new OpenView(),
                new CommandHandler<>(log, new ResultDecider(), ResultCodec.ofEvents()),
                new CommandHandler<>(log, new NoticeDecider(), NoticeCodec.ofEvents())))
        .at(NINE);
  }

  @Test
  void the_withdrawal_of_a_bulletin_is_a_change_and_that_it_was_asked_for_is_none() {
    String stream = PublicationStreams.BULLETIN_NOTICE.of("130534-2022-1");
    var bulletin = new BulletinNotice("130534-2022-1", 2022, 1, APRIL, APRIL, List.of(), null);
    var asked =
        changes()
            .given(NoticeCodec.ofEvents(), stream, new NoticeEvent.BulletinNoticeIssued(bulletin))
            .given(
                NoticeCodec.ofEvents(),
                stream,
                new NoticeEvent.BulletinWithdrawalAsked("口径有误", "DD001", APRIL))
            .given(
                NoticeCodec.ofEvents(),
                stream,
                new NoticeEvent.BulletinWithdrawalTakenBack("口径无误", "DD001", APRIL))
            .given(
                NoticeCodec.ofEvents(),
                stream,
                new NoticeEvent.BulletinWithdrawalAsked("重复计算", "DD001", APRIL));

    assertThat(asked.rows("open_change_view", OpenChange.class).values())
        .extracting(OpenChange::seq)
        .containsExactly(1L);
    assertThat(
            asked
                .given(
                    NoticeCodec.ofEvents(),
                    stream,
                    new NoticeEvent.BulletinWithdrawn("重复计算", "DD001", "DD002", APRIL))
                .rows("open_change_view", OpenChange.class)
                .values())
        .extracting(OpenChange::seq)
        .containsExactly(5L);
  }

  @Test
  void a_notice_that_changes_again_moves_behind_those_that_changed_in_between() {
    var plan =
        new PlanNotice("130534-2023", "局", "计划", "", APRIL, List.of(), null, null, null, null);

    assertThat(
            changes()
                .given(ResultCodec.ofEvents(), RESULT, PUBLISHED)
                .given(
                    NoticeCodec.ofEvents(),
                    PublicationStreams.PLAN_NOTICE.of("130534-2023"),
                    new NoticeEvent.PlanNoticeIssued(plan))
                .given(
                    ResultCodec.ofEvents(),
                    RESULT,
                    new ResultEvent.PublicationWithdrawn("撤案", "publisher", "coordinator", APRIL))
                .rows("open_change_view", OpenChange.class))
        .containsOnlyKeys("RESULT " + ID, "PLAN 130534-2023")
        .containsEntry(
            "PLAN 130534-2023", new OpenChange(2, OpenChange.Kind.PLAN, "130534-2023", NINE))
        .containsEntry("RESULT " + ID, new OpenChange(3, OpenChange.Kind.RESULT, ID, NINE));
  }

  @Test
  void what_stays_inside_the_bureau_is_no_change() {
    var anchor = new Anchor("draw", 7, "cd".repeat(32), "note", NINE);

    assertThat(
            changes()
                .given(
                    NoticeCodec.ofEvents(),
                    PublicationStreams.ANCHOR.of(anchor.id()),
                    new NoticeEvent.AnchorNoted(anchor))
                .given(ResultCodec.ofEvents(), RESULT, PUBLISHED)
                .given(
                    ResultCodec.ofEvents(),
                    RESULT,
                    new ResultEvent.WithdrawalAsked("撤案", "publisher", APRIL))
                .given(
                    ResultCodec.ofEvents(),
                    RESULT,
                    new ResultEvent.ChangeTakenBack("对象无误", "publisher", APRIL))
                .rows("open_change_view", OpenChange.class)
                .values())
        .containsExactly(new OpenChange(2, OpenChange.Kind.RESULT, ID, NINE));
  }
}
