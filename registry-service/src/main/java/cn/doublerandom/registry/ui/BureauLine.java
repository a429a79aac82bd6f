package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.registry.bureau.BureauDetails;
import cn.doublerandom.registry.bureau.BureauDirectory;
import io.quarkus.qute.TemplateData;

/**
 * A bureau in the list.
 *
 * @param name empty, as is the code, where no entry of it was ever approved
 * @param waits whether something about it waits for a second person
 */
@TemplateData
public record BureauLine(
    String key, String name, String creditCode, BureauState standing, boolean waits) {
  static BureauLine of(BureauDirectory.Entry entry) {
    return new BureauLine(
        entry.key(),
        entry.registered().map(BureauDetails::name).orElse(""),
        entry.registered().map(BureauDetails::creditCode).orElse(""),
        standing(entry),
        entry.waits());
  }

  private static BureauState standing(BureauDirectory.Entry entry) {
    if (entry.registered().isEmpty()) {
      return BureauState.UNREGISTERED;
    }
    return entry.closed() == null ? BureauState.OPEN : BureauState.CLOSED;
  }

  /** Whether what it does is an exercise. */
  public boolean practice() {
    return new BureauKey(key).isPractice();
  }

  /** How its state looks. */
  public String look() {
    return standing == BureauState.OPEN ? "ok" : "quiet";
  }
}
