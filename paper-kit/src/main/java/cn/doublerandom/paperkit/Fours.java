package cn.doublerandom.paperkit;

/** Long codes in groups of four, as they are read aloud and compared. */
public final class Fours {
  private static final int GROUP = 4;

  private Fours() {}

  /** A space after each fourth sign. */
  public static String of(String code) {
    var groups = new StringBuilder();
    for (int at = 0; at < code.length(); at += GROUP) {
      groups.append(at == 0 ? "" : " ").append(code, at, Math.min(at + GROUP, code.length()));
    }
    return groups.toString();
  }
}
