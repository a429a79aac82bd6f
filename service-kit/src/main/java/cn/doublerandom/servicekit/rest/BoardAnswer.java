package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.board.BoardPart;
import cn.doublerandom.servicekit.rest.GlanceAnswer.GlanceBureau;
import cn.doublerandom.servicekit.rest.GlanceAnswer.GlanceFigure;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What this service shows on the board (看板), in the language of who asks.
 *
 * @param bureaus those he may act in, the one he acts in first
 */
public record BoardAnswer(
    List<GlanceBureau> bureaus, List<BoardFigure> figures, List<BoardSeries> series) {
  /**
   * A figure.
   *
   * @param group what it is about: COVERAGE, PUBLICATION, DEADLINES, PROBLEMS, VISITS or MEMORY
   */
  public record BoardFigure(@Schema(examples = "COVERAGE") String group, GlanceFigure figure) {}

  /**
   * Numbers of the same kind, one after the other.
   *
   * @param group what it is about, as of a figure
   * @param kind code word
   * @param at address of the page whose rows are counted
   */
  public record BoardSeries(
      @Schema(examples = "VISITS") String group,
      @Schema(examples = "visits-by-week") String kind,
      @Schema(examples = "每周完成的检查") String title,
      List<BoardPoint> points,
      @Schema(examples = "/inspection/ui/visits") String at) {}

  /** One of them. */
  public record BoardPoint(@Schema(examples = "03-13") String label, long value) {}

  static BoardAnswer of(List<GlanceBureau> bureaus, BoardPart part, boolean english) {
    return new BoardAnswer(
        bureaus,
        part.figures().stream()
            .map(placed ->
                new BoardFigure(placed.group().name(), GlanceFigure.of(placed.figure(), english)))
            .toList(),
        part.series().stream()
            .map(one ->
                new BoardSeries(
                    one.group().name(),
                    one.kind(),
                    english ? one.title().english() : one.title().chinese(),
                    one.points().stream()
                        .map(point -> new BoardPoint(point.label(), point.value()))
                        .toList(),
                    one.at()))
            .toList());
  }
}
