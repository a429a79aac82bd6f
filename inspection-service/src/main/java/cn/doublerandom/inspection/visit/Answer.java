package cn.doublerandom.inspection.visit;

import java.util.List;

/**
 * What was found for one item.
 *
 * @param codes result codes, at least one; code 1 stands alone
 * @param note in words; needed where there is a problem
 */
public record Answer(String itemCode, List<String> codes, String note) {
  public Answer {
    codes = List.copyOf(codes);
  }
}
