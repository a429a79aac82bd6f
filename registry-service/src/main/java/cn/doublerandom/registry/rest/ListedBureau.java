package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.bureau.BureauDetails;
import cn.doublerandom.registry.bureau.BureauDirectory;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A bureau in the list of the register.
 *
 * @param bureau its key
 * @param name absent, as is the code, where no entry of it was ever approved
 * @param waits whether something about it waits for a second person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedBureau(
    String bureau,
    @Nullable String name,
    @Nullable String creditCode,
    BureauStanding standing,
    boolean waits) {
  static ListedBureau of(BureauDirectory.Entry entry) {
    return new ListedBureau(
        entry.key(),
        entry.registered().map(BureauDetails::name).orElse(null),
        entry.registered().map(BureauDetails::creditCode).orElse(null),
        standing(entry),
        entry.waits());
  }

  private static BureauStanding standing(BureauDirectory.Entry entry) {
    if (entry.registered().isEmpty()) {
      return BureauStanding.UNREGISTERED;
    }
    return entry.closed() == null ? BureauStanding.OPEN : BureauStanding.CLOSED;
  }
}
