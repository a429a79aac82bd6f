package cn.doublerandom.publication.result;

import cn.doublerandom.bureau.result.ResultCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a result with a finding is public, as the read side knows it.
 *
 * @param until last day; absent where it has none, and once it is over
 * @param repairFrom first day on which 信用修复 may be asked for; absent likewise
 * @param repairAskedOn since when a repair waits; absent where none does
 * @param publishedBy account that made the result public, while a repair waits; for the bureau
 *     alone
 * @param ended absent while it is public
 */
public record PublicTime(
    @Nullable LocalDate until,
    @Nullable LocalDate repairFrom,
    @Nullable LocalDate repairAskedOn,
    @Nullable String publishedBy,
    @Nullable Ending ended) {
  /** Of what is public; none where nothing was found or no pack ends it. */
  static @Nullable PublicTime of(Publication.Published p) {
    PublicTerm term = p.repairs().term();
    if (term == null || !ResultCode.areFinding(p.content().codes())) {
      return null;
    }
    LocalDate asked = p.repairs().waiting().map(Repair::on).orElse(null);
    return new PublicTime(
        term.until(),
        term.repairFrom(),
        asked,
        asked == null ? null : p.objections().publishedBy(),
        null);
  }

  /** Of what is over. */
  public static PublicTime over(Ending ended) {
    return new PublicTime(null, null, null, null, ended);
  }
}
