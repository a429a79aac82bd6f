package cn.doublerandom.registry.rest;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.registry.deputy.DeputyDirectory;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deputy in the list, with what waits, or else what was agreed to.
 *
 * @param holds whether he may act today
 * @param waits whether something waits for a second person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedDeputy(
    String deputy,
    String principal,
    @Nullable List<String> roles,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    boolean holds,
    boolean waits) {
  static ListedDeputy of(DeputyDirectory.Entry entry, LocalDate today) {
    Deputyship shown = entry.shown();
    return new ListedDeputy(
        entry.deputy(),
        entry.principal(),
        shown == null ? null : shown.roles(),
        shown == null ? null : shown.from(),
        shown == null ? null : shown.until(),
        entry.isHeld(today),
        entry.asked() != null);
  }

  String id() {
    return Deputyship.id(deputy, principal);
  }
}
