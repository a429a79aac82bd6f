package cn.doublerandom.servicekit.board;

import cn.doublerandom.servicekit.waiting.Figure;
import cn.doublerandom.servicekit.waiting.Sentence;
import java.util.ArrayList;
import java.util.List;

/** What one service shows on the board, of the bureau that asks. */
public record BoardPart(List<Placed> figures, List<Series> series) {
  /** Of a service that shows nothing of the business. */
  public static final BoardPart NOTHING = new BoardPart(List.of(), List.of());

  public BoardPart {
    figures = List.copyOf(figures);
    series = List.copyOf(series);
  }

  /** A figure where it belongs. */
  public record Placed(BoardGroup group, Figure figure) {}

  /**
   * Numbers of the same kind, one after the other.
   *
   * @param kind code word
   * @param title what is counted, of what
   * @param at address of the page whose rows are counted
   */
  public record Series(
      BoardGroup group, String kind, Sentence title, List<Point> points, String at) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /** One of them. */
  public record Point(String label, long value) {}

  /** Figures of one group. */
  public static BoardPart of(BoardGroup group, List<Figure> figures) {
    return new BoardPart(
        figures.stream().map(figure -> new Placed(group, figure)).toList(), List.of());
  }

  /** This and another one. */
  public BoardPart and(BoardPart other) {
    List<Placed> all = new ArrayList<>(figures);
    all.addAll(other.figures);
    List<Series> both = new ArrayList<>(series);
    both.addAll(other.series);
    return new BoardPart(all, both);
  }

  /** This and a series. */
  public BoardPart and(Series one) {
    return and(new BoardPart(List.of(), List.of(one)));
  }
}
