package cn.doublerandom.servicekit.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** From what became of a command to an HTTP answer. */
public final class Answers {
  private Answers() {}

  /** 200 with the ETag of the stream, or the problem that says why not. */
  public static <E, S, T> RestResponse<T> ok(Handled<E, S> handled, Function<S, T> view) {
    return answer(RestResponse.Status.OK, handled, view);
  }

  /** 201 with the ETag of the stream, or the problem that says why not. */
  public static <E, S, T> RestResponse<T> created(Handled<E, S> handled, Function<S, T> view) {
    return answer(RestResponse.Status.CREATED, handled, view);
  }

  private static <E, S, T> RestResponse<T> answer(
      RestResponse.Status status, Handled<E, S> handled, Function<S, T> view) {
    Handled.Done<E, S> done = require(handled);
    return versioned(status, view.apply(done.state()), done.version());
  }

  /** A representation of a stream at a version. */
  public static <T> RestResponse<T> versioned(T body, long version) {
    return versioned(RestResponse.Status.OK, body, version);
  }

  private static <T> RestResponse<T> versioned(RestResponse.Status status, T body, long version) {
    return RestResponse.ResponseBuilder.create(status, body)
        .header("ETag", Requests.etag(version))
        .build();
  }

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
