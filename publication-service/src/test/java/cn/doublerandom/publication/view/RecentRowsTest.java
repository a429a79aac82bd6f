package cn.doublerandom.publication.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.application.ResultActs;
import cn.doublerandom.publication.result.ResultCodec;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.waiting.Doing;
import cn.doublerandom.servicekit.waiting.RecentProjection;
import cn.doublerandom.servicekit.waiting.RecentView;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What people did with results stands in a row for each request. */
class RecentRowsTest {
  private static final LocalDate APRIL = LocalDate.of(2023, 4, 10);
  private static final String RESULT =
      PublicationStreams.RESULT.of("130534-2023001-001-1-91130534MA0023063G");

  @Test
  void who_asks_for_a_withdrawal_and_who_agrees_to_it_each_did_one_thing() {
    assertThat(
            ProjectionSpecification.of(new RecentProjection(new RecentView(), () -> ResultActs.ALL))
                .at(Instant.parse(APRIL + "T01:00:00Z"))
                .by("publisher", "request-1")
                .given(
                    ResultCodec.ofEvents(),
                    RESULT,
                    new ResultEvent.WithdrawalAsked("撤案", "publisher", APRIL))
                .by("coordinator", "request-2")
                .given(
                    ResultCodec.ofEvents(),
                    RESULT,
                    new ResultEvent.PublicationWithdrawn("撤案", "publisher", "coordinator", APRIL))
                .rows("recent_view", Doing.class)
                .values())
        .containsExactlyInAnyOrder(
            new Doing("WithdrawalAsked", RESULT, "publisher", APRIL, 1, 1),
            new Doing("PublicationWithdrawn", RESULT, "coordinator", APRIL, 2, 1));
  }
}
