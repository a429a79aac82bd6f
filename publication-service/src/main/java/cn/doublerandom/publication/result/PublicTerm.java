package cn.doublerandom.publication.result;

import cn.doublerandom.bureau.rules.RuleBook;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 公示期 of a result as the packs say it on the day it becomes public; it binds while there is a
 * finding (《失信行为纠正后的信用信息修复管理办法（试行）》).
 *
 * @param until last day of a publication with a finding; absent where no pack ends it
 * @param repairFrom first day on which 信用修复 may be asked for; absent where no pack provides it
 * @param rulePack ids of the packs in force, joined by +
 */
public record PublicTerm(
    @Nullable LocalDate until, @Nullable LocalDate repairFrom, String rulePack) {
  /** Of what becomes public on a day; empty where no pack speaks of either. */
  public static Optional<PublicTerm> of(LocalDate published, RuleBook rules) {
    LocalDate until = rules.publicationMonths(published).map(published::plusMonths).orElse(null);
    LocalDate from = rules.repairMonths(published).map(published::plusMonths).orElse(null);
    return until == null && from == null
        ? Optional.empty()
        : Optional.of(new PublicTerm(until, from, rules.inForce(published)));
  }

  /** Whether the last day has passed. */
  boolean isOver(LocalDate today) {
    return until != null && today.isAfter(until);
  }
}
