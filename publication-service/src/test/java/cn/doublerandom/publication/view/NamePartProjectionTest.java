package cn.doublerandom.publication.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.ResultCodec;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultDecider;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.Titles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A firm is in the index of names once a result of it is public, and stays there. */
class NamePartProjectionTest {
  private static final EventCodec<ResultEvent> CODEC = ResultCodec.ofEvents();
  private static final LocalDate ON = LocalDate.of(2023, 4, 14);
  private static final ResultEvent RECEIVED =
      new ResultEvent.ResultReceived(
          new ResultContent(
              "d-1-S",
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
  private static final ResultEvent PUBLISHED =
      new ResultEvent.ResultPublished(
          "甲公司", ON, true, "1113/2023-d", "JC009", new Titles("", "", "", "局"));
  private static final ResultEvent WITHDRAWN =
      new ResultEvent.PublicationWithdrawn("有误", "JC009", "coordinator", ON);

  private static Map<String, NamePart> rows(ResultEvent... events) {
    return ProjectionSpecification.over(log ->
            new NamePartProjection(
                new NoticeSearchView(), new CommandHandler<>(log, new ResultDecider(), CODEC)))
        .given(CODEC, PublicationStreams.RESULT.of("d-1-S"), events)
        .rows("name_part_view", NamePart.class);
  }

  @Test
  void a_firm_is_found_once_its_result_is_public_and_also_when_that_was_withdrawn() {
    NamePart firm = new NamePart("S");
    Map<String, NamePart> named =
        Map.of("甲公司\u001fS", firm, "公司\u001fS", firm, "司\u001fS", firm, "S\u001fS", firm);
    assertThat(rows(RECEIVED)).isEmpty();
    assertThat(rows(RECEIVED, PUBLISHED)).isEqualTo(named);
    assertThat(rows(RECEIVED, PUBLISHED, WITHDRAWN)).isEqualTo(named);
  }
}
