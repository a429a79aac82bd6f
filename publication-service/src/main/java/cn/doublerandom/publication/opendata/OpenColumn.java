package cn.doublerandom.publication.opendata;

/**
 * A column of a table of open data.
 *
 * @param name as the files have it: a word of letters
 * @param kind what its cells are
 * @param chinese what it means
 * @param english the same in English
 */
public record OpenColumn(String name, Kind kind, String chinese, String english) {
  /** What a cell is. A cell that says nothing is absent in JSON, and empty in a csv. */
  public enum Kind {
    TEXT,
    /** A whole number. */
    NUMBER,
    /** {@code true} or {@code false}. */
    TRUTH,
    /** Codes without spaces: a list in JSON, parted by spaces in a csv. */
    CODES,
    /** ISO 8601, 2023-03-15. */
    DAY
  }

  static OpenColumn text(String name, String chinese, String english) {
    return new OpenColumn(name, Kind.TEXT, chinese, english);
  }

  static OpenColumn number(String name, String chinese, String english) {
    return new OpenColumn(name, Kind.NUMBER, chinese, english);
  }

  static OpenColumn truth(String name, String chinese, String english) {
    return new OpenColumn(name, Kind.TRUTH, chinese, english);
  }

  static OpenColumn codes(String name, String chinese, String english) {
    return new OpenColumn(name, Kind.CODES, chinese, english);
  }

  static OpenColumn day(String name, String chinese, String english) {
    return new OpenColumn(name, Kind.DAY, chinese, english);
  }
}
