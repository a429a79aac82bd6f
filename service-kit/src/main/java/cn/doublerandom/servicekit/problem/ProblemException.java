package cn.doublerandom.servicekit.problem;

import cn.doublerandom.eventstore.decider.Rejection;
import java.util.List;
import java.util.Map;

/** A refusal on its way to the client; only the edge throws it. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;
  private final transient List<Problem.FieldError> errors;
  private final transient Map<String, Object> context;

  public ProblemException(Rejection rejection) {
    this(rejection, List.of(), Map.of());
  }

  public ProblemException(
      Rejection rejection, List<Problem.FieldError> errors, Map<String, Object> context) {
    super(rejection.code(), null, false, false);
    this.rejection = rejection;
    this.errors = List.copyOf(errors);
    this.context = Map.copyOf(context);
  }

  public Rejection rejection() {
    return rejection;
  }

  public List<Problem.FieldError> errors() {
    return errors;
  }

  public Map<String, Object> context() {
    return context;
  }
}
