package cn.doublerandom.servicekit.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.problem.Refusals;
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
    return Refusals.require(handled);
  }
}
