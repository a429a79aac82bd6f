package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.application.PhoneSync.Synced;

/**
 * What phones told of a visit that is not over, for its page.
 *
 * @param differing items to which two phones answered differently, so that somebody decides
 * @param waitsFor officers whose phones have not sent all; empty for nobody
 */
public record ShownPhones(int differing, String waitsFor) {
  /** For who may not read the steps, too. */
  static final ShownPhones NONE = new ShownPhones(0, "");

  static ShownPhones of(Synced told) {
    return told.taken().isEmpty() || told.isSettled()
        ? NONE
        : new ShownPhones(told.differing().size(), String.join("、", told.waitsFor()));
  }

  public boolean any() {
    return differing > 0 || !waitsFor.isEmpty();
  }
}
