package cn.doublerandom.draw.drawing.ui;

/**
 * An exact number of firms as a page shows it: {@code 30/1} is a whole number and stands as one.
 */
final class ExactCount {
  private ExactCount() {}

  static String shown(String exact) {
    return exact.endsWith("/1") ? exact.substring(0, exact.length() - 2) : exact;
  }
}
