package cn.doublerandom.bureau.key;

import java.util.Set;

/** 行政区划代码, GB/T 2260: six digits, of which the first two are the province. */
public final class RegionCode {
  private static final int LENGTH = 6;

  /** The provinces, autonomous regions, municipalities and special regions of GB/T 2260. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82");

  private RegionCode() {}

  /** Whether it has the form of a code and a province begins with it. */
  public static boolean isOne(String code) {
    return code.length() == LENGTH
        && code.chars().allMatch(c -> c >= '0' && c <= '9')
        && PROVINCES.contains(code.substring(0, 2));
  }
}
