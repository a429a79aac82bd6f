package cn.doublerandom.servicekit.problem;

import cn.doublerandom.eventstore.Handled;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From what became of a command to the refusal that says why not. */
public final class Refusals {
  private Refusals() {}

  /** The accepted outcome, or the problem that says why not. */
  public static <E, S> Handled.Done<E, S> require(Handled<E, S> handled) {
    return switch (handled) {
      case Handled.Done<E, S> done -> done;
      case Handled.Refused<E, S>(var rejection, var details) ->
          throw new ProblemException(rejection, fieldOf(details, rejection.text()), details);
      case Handled.VersionMismatch<E, S>(long actual) ->
          throw new ProblemException(
              EdgeRejection.VERSION_MISMATCH, List.of(), Map.of("actual", "v" + actual));
      case Handled.KeyReused<E, S>() -> throw new ProblemException(EdgeRejection.KEY_REUSED);
    };
  }

  private static List<Problem.FieldError> fieldOf(Map<String, Object> details, String text) {
    return Optional.ofNullable(details.get("field"))
        .map(f -> List.of(new Problem.FieldError(String.valueOf(f), null, "refused", text)))
        .orElse(List.of());
  }
}
