package cn.doublerandom.draw.drawing;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Who may not be the second person of what waits in a draw, for its rules and for who is told. */
public final class SecondPeople {
  private SecondPeople() {}

  /** Who may not agree to the terms: who works on the draw, keeps its secret or has promised. */
  public static Set<String> barredFromTerms(Preparation known) {
    Set<String> barred = new LinkedHashSet<>(known.hands());
    known
        .deposit()
        .ifPresent(deposit -> {
          barred.add(deposit.by());
          barred.add(deposit.holder());
        });
    for (Preparation.Witness witness : known.promised()) {
      if (witness.access() instanceof Preparation.Access.Account(var own)) {
        barred.add(own);
      }
    }
    return barred;
  }

  /** Who may not agree that a draw is void, beside who has agreed already. */
  public static Set<String> barredFromVoiding(String drawId, TaskDraws draws) {
    return Voiding.touchedBy(drawId, draws);
  }

  /** The first of two approvals of a void; empty where nobody has agreed yet. */
  public static Optional<TaskDraws.Approval> voidApproval(String drawId, TaskDraws draws) {
    Optional<TaskDraws.Executed> earlier = draws.earlier(drawId);
    if (earlier.isPresent()) {
      return earlier.get().approval();
    }
    return switch (draws) {
      case TaskDraws.Undrawn undrawn -> Optional.empty();
      case TaskDraws.Frozen frozen -> frozen.approval();
      case TaskDraws.Committed committed -> committed.approval();
      case TaskDraws.Sealed sealed -> sealed.approval();
      case TaskDraws.Executed executed -> executed.approval();
    };
  }
}
