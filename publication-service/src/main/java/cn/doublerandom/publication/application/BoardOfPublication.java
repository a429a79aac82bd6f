package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.figures.Percent;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.result.ResultDesk.Stage;
import cn.doublerandom.servicekit.board.BoardDay;
import cn.doublerandom.servicekit.board.BoardFigures;
import cn.doublerandom.servicekit.board.BoardGroup;
import cn.doublerandom.servicekit.board.BoardPart;
import cn.doublerandom.servicekit.identity.Practice;
import cn.doublerandom.servicekit.waiting.Figure;
import cn.doublerandom.servicekit.waiting.Sentence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/**
 * What the publication shows on the board: 占比 and 公示率 of the year as the portal says them, and
 * results by their last day.
 */
@ApplicationScoped
public class BoardOfPublication implements BoardFigures {
  private final NoticeBoard board;
  private final PublishingDesk desk;
  private final Practice practice;

  @Inject
  BoardOfPublication(NoticeBoard board, PublishingDesk desk, Practice practice) {
    this.board = board;
    this.desk = desk;
    this.practice = practice;
  }

  @Override
  public Uni<BoardPart> on(BoardDay day) {
    return Uni.createFrom()
        .completionStage(() -> board.statistics(day.today().getYear(), day.today()))
        .map(BoardOfPublication::year)
        .flatMap(year -> deadlines(day).map(year::and));
  }

  private Uni<BoardPart> deadlines(BoardDay day) {
    return desk.standing(day.today())
        .flatMap(standing ->
            practice.isNow()
                ? Uni.createFrom().item(practised(standing))
                : desk.due(day.near(), day.today())
                    .map(near -> BoardPart.of(BoardGroup.DEADLINES, figures(day, standing, near))));
  }

  private static BoardPart practised(PublishingDesk.Standing standing) {
    return BoardPart.of(BoardGroup.DEADLINES, YearOfPublication.practised(standing));
  }

  private static List<Figure> figures(BoardDay day, PublishingDesk.Standing standing, long near) {
    List<Figure> known = YearOfPublication.figures(standing);
    return List.of(
        known.getFirst(),
        new Figure(
            "results-near",
            new Sentence("3 个工作日内应公示的结果", "Results due within 3 working days"),
            Long.toString(near),
            new Sentence("结果已录入、尚未公示，含已逾期的", "recorded and not public, what has passed included"),
            BoardDay.near(near),
            MatterPlaces.RESULTS.page(Stage.TO_PUBLISH.name()) + "&until=" + day.near()),
        known.getLast());
  }

  static BoardPart year(NoticeBoard.Statistics figures) {
    String report = MatterPlaces.REPORT.page(Integer.toString(figures.year()));
    long due = figures.recorded() + figures.unrecorded() + figures.notHeld();
    return BoardPart.of(
            BoardGroup.COVERAGE,
            List.of(
                new Figure(
                    "coverage-now",
                    new Sentence("年度抽查企业占比，至今", "Coverage of the year, so far"),
                    figures.coverage(),
                    of(
                        figures.inspected(),
                        figures.registered(),
                        "已检查 %,d 户，共 %,d 户企业",
                        "%,d of %,d enterprises"),
                    "quiet",
                    report)))
        .and(
            BoardPart.of(
                BoardGroup.PUBLICATION,
                List.of(
                    new Figure(
                        "publication-rate",
                        new Sentence("公示率", "Publication rate"),
                        figures.publication(),
                        of(
                            figures.published(),
                            due,
                            "已公示 %,d 件，应公示 %,d 件",
                            "%,d of %,d results that were due"),
                        "quiet",
                        report),
                    new Figure(
                        "published-on-time",
                        new Sentence("按时公示", "Published on time"),
                        Percent.of(figures.publishedOnTime(), figures.published()),
                        of(
                            figures.publishedOnTime(),
                            figures.published(),
                            "按时 %,d 件，已公示 %,d 件",
                            "%,d of %,d that are public"),
                        "quiet",
                        report))));
  }

  private static Sentence of(long part, long whole, String chinese, String english) {
    return new Sentence(
        String.format(Locale.ROOT, chinese, part, whole),
        String.format(Locale.ROOT, english, part, whole));
  }
}
