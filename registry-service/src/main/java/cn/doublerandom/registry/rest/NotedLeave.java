package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.Leave;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days of leave that hold, or that wait.
 *
 * @param waiting for whom they wait; absent where they hold
 */
public record NotedLeave(
    LocalDate from,
    LocalDate until,
    String reason,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AwaitedApproval waiting) {
  /** Those that hold in the order they were granted, and at the end what waits. */
  static List<NotedLeave> of(Inspector.Registered known) {
    return Stream.concat(
            known.leaves().stream().map(leave -> of(leave, null)),
            known.absenceAsked().flatMap(NotedLeave::waiting).stream())
        .toList();
  }

  private static Optional<NotedLeave> waiting(Inspector.AbsenceAsked asked) {
    return Optional.ofNullable(asked.leave())
        .map(leave -> of(leave, AwaitedApproval.of(asked.inWords(), leave.from(), asked.by())));
  }

  private static NotedLeave of(Leave leave, @Nullable AwaitedApproval waiting) {
    return new NotedLeave(leave.from(), leave.until(), leave.reason(), waiting);
  }
}
