package cn.doublerandom.publication.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.application.ToldNotice;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCodec;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultDecider;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.Titles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands on the topic of notices has a row with its hash; what was taken off has none. */
class ToldResultProjectionTest {
  private static final EventCodec<ResultEvent> CODEC = ResultCodec.ofEvents();
  private static final LocalDate ON = LocalDate.of(2023, 4, 14);
  private static final ResultEvent PUBLISHED =
      new ResultEvent.ResultPublished(
          "甲公司", ON, true, "1113/2023-d", "JC009", new Titles("", "", "", "局"));

  private static ResultEvent received(String id) {
    return new ResultEvent.ResultReceived(
        new ResultContent(
            id,
            "d-1",
            "2023001",
            "001",
            "S",
            "大队",
            ON,
            ON,
            false,
            List.of("1"),
            List.of(new ResultContent.Finding("I-1", "经营行为", List.of("1"))),
            null,
            null,
            null));
  }

  private static Map<String, ToldNotice> rows(ResultEvent... events) {
    return ProjectionSpecification.over(log ->
            new ToldResultProjection(
                new ToldResultView(),
                new CommandHandler<>(log, new ResultDecider(), CODEC),
                (scope, state) ->
                    switch (state) {
                      case Publication.Published p ->
                          Optional.of(new ToldNotice("k", "v" + (p.former().size() + 1)));
                      case Publication.Withdrawn w -> Optional.of(new ToldNotice("k", null));
                      case Publication.Ended e -> Optional.of(new ToldNotice("k", "stub"));
                      case Publication.Unreceived u -> Optional.empty();
                      case Publication.NotHeld n -> Optional.empty();
                      case Publication.Settled s -> Optional.empty();
                      case Publication.Unrecorded u -> Optional.empty();
                      case Publication.Received r -> Optional.empty();
                    }))
        .given(CODEC, PublicationStreams.RESULT.of("d-1-S"), events)
        .rows("told_result_view", ToldNotice.class);
  }

  @Test
  void a_notice_has_the_hash_of_its_last_version_and_none_once_it_is_withdrawn() {
    ResultEvent corrected =
        new ResultEvent.ResultCorrected(
            List.of(new ResultContent.Finding("I-1", "经营行为", List.of("A"))),
            List.of("A"),
            "有误",
            "JC009",
            "coordinator",
            ON);
    assertThat(rows(received("d-1-S"))).isEmpty();
    assertThat(rows(received("d-1-S"), PUBLISHED))
        .isEqualTo(Map.of("d-1-S", new ToldNotice("k", "v1")));
    assertThat(rows(received("d-1-S"), PUBLISHED, corrected))
        .isEqualTo(Map.of("d-1-S", new ToldNotice("k", "v2")));
    assertThat(
            rows(
                received("d-1-S"),
                PUBLISHED,
                new ResultEvent.PublicationWithdrawn("有误", "JC009", "coordinator", ON)))
        .isEqualTo(Map.of("d-1-S", new ToldNotice("k", null)));
  }
}
