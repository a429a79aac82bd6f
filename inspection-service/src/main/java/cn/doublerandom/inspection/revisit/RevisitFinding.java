package cn.doublerandom.inspection.revisit;

import java.util.List;

/**
 * What was found for one item.
 *
 * @param codes result codes, ascending, at least one; code 1 stands alone
 * @param note in words; empty where nothing was noted
 */
public record RevisitFinding(String item, List<String> codes, String note) {
  public RevisitFinding {
    codes = codes.stream().distinct().sorted().toList();
  }

  /** Whether another found the same for the same item: the same codes, whatever was noted. */
  boolean agreesWith(RevisitFinding other) {
    return item.equals(other.item) && codes.equals(other.codes);
  }
}
