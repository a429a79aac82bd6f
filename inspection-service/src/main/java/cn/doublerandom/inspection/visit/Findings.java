package cn.doublerandom.inspection.visit;

import cn.doublerandom.bureau.result.ResultCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was found on a visit that is over, as it holds now: what was corrected in public since holds
 * as corrected.
 *
 * @param found items with a finding
 * @param waiting those of them that have to be followed
 */
public record Findings(Set<String> found, Set<String> waiting) {
  public Findings {
    found = Set.copyOf(found);
    waiting = Set.copyOf(waiting);
  }

  /** Of a visit that is not over nothing. */
  public static Findings of(Visit visit) {
    Optional<Amendment> since = Amendment.of(visit);
    Set<String> found = new TreeSet<>();
    Set<String> waiting = new TreeSet<>();
    for (Answer answer :
        visit.over().<Collection<Answer>>map(one -> one.answers().values()).orElse(List.of())) {
      List<String> codes = since.map(one -> one.of(answer)).orElse(answer.codes());
      if (ResultCode.areFinding(codes)) {
        found.add(answer.itemCode());
        if (waits(codes, answer.violation())) {
          waiting.add(answer.itemCode());
        }
      }
    }
    return new Findings(found, waiting);
  }

  /** Whether a finding has to be followed: it says so, or what follows it is somebody's to do. */
  private static boolean waits(List<String> codes, @Nullable Violation said) {
    boolean pending = codes.contains(ResultCode.PENDING_FOLLOW_UP.code());
    if (said == null) {
      return pending;
    }
    return switch (said.measure()) {
      case CORRECTION_ORDER, CASE_FILED, AUTHORITY_NOTIFIED -> true;
      case NONE, STOPPED, OTHER -> pending;
    };
  }
}
