package cn.doublerandom.registry.rest;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.registry.deputy.Deputy;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One who acts for another.
 *
 * @param deputy account
 * @param principal account of whom he acts for
 * @param held what two people agreed to last; absent where nothing was
 * @param ended why it holds no more; absent where nobody ended it
 * @param waiting what waits for a second person; absent where nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeputyOfPrincipal(
    String deputy,
    String principal,
    @Nullable DeputyTerms held,
    @Nullable String ended,
    @Nullable DeputyTerms waiting) {
  static DeputyOfPrincipal of(String deputy, String principal, Deputy state) {
    return new DeputyOfPrincipal(
        deputy,
        principal,
        state
            .held()
            .map(h -> DeputyTerms.of(h.entry(), h.reason(), h.proposedBy(), h.approvedBy()))
            .orElse(null),
        state.held().map(Deputy.Held::ended).orElse(null),
        state.asked().map(a -> DeputyTerms.of(a.entry(), a.reason(), a.by(), null)).orElse(null));
  }

  /**
   * In which roles, when and why.
   *
   * @param unit of the principal; absent where his roles are of none
   * @param approvedBy absent while it waits
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DeputyTerms(
      @Nullable String unit,
      List<String> roles,
      LocalDate from,
      LocalDate until,
      String reason,
      String proposedBy,
      @Nullable String approvedBy) {
    static DeputyTerms of(
        Deputyship entry, String reason, String proposedBy, @Nullable String approvedBy) {
      return new DeputyTerms(
          entry.unit().isEmpty() ? null : entry.unit(),
          entry.roles(),
          entry.from(),
          entry.until(),
          reason,
          proposedBy,
          approvedBy);
    }
  }
}
