package cn.doublerandom.pagekit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A few numbers as a picture and as a table of the same numbers; zero is in the picture.
 *
 * @param title what is counted, of what and as of when
 * @param target drawn as a line; negative where there is none
 * @param source of the target
 */
public record Chart(
    String title, String unit, Form form, List<Point> points, double target, String source) {
  /** How it is drawn. */
  public enum Form {
    BARS,
    LINE
  }

  /**
   * @param text the value as it is read, with its separators
   */
  public record Point(String label, double value, String text) {}

  /**
   * A point in the picture.
   *
   * @param x of its middle
   */
  public record Mark(Point point, double x, double y, double left, double width, double height) {}

  private static final double WIDTH = 640;
  private static final double TOP = 24;
  private static final double BOTTOM = 200;
  private static final double BAR = 0.6;

  public Chart {
    points = List.copyOf(points);
  }

  private double greatest() {
    double most = points.stream().mapToDouble(Point::value).max().orElse(0);
    return Math.max(Math.max(most, target), 1e-9);
  }

  private double height(double value) {
    return (BOTTOM - TOP) * Math.max(0, value) / greatest();
  }

  public List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    double room = WIDTH / Math.max(1, points.size());
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double high = height(point.value());
      double x = room * (i + 0.5);
      marks.add(
          new Mark(
              point,
              rounded(x),
              rounded(BOTTOM - high),
              rounded(x - room * BAR / 2),
              rounded(room * BAR),
              rounded(high)));
    }
    return marks;
  }

  private static double rounded(double number) {
    return Math.round(number * 10) / 10.0;
  }

  /** The way through all points. */
  public String path() {
    return marks().stream()
        .map(mark -> String.format(Locale.ROOT, "%.1f,%.1f", mark.x(), mark.y()))
        .collect(Collectors.joining(" "));
  }

  public boolean line() {
    return form == Form.LINE;
  }

  public boolean aimed() {
    return target >= 0;
  }

  public double aim() {
    return rounded(BOTTOM - height(target));
  }

  /** Where the words of the target stand, so that they are in the picture. */
  public double aimWords() {
    return Math.max(12, aim() - 5);
  }
}
