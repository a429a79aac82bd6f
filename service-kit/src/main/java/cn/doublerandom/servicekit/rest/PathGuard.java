package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemMappers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first thing a request meets: paths that two parts of the stack could read differently get
 * 400, before anyone asks who may go there. The gateway asks the same before it; {@code
 * docs/vectors/path-guard.json} holds both to one list.
 */
@ApplicationScoped
public class PathGuard {
  private static final int BEFORE_EVERYTHING = 10_000;

  /**
   * The server itself reads more, quarkus.http.limits.max-initial-line-length, so as to say why.
   */
  static final int MAX_ADDRESS = 8 * 1024;

  private static final long LINGER_MILLIS = 2_000;

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,12}");
  private static final Set<HttpMethod> WITH_BODY =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

  static final List<String> REFUSED =
      List.of(";", "%3b", "%2f", "%5c", "\\", "//", "/./", "/../", "%2e", "%00", "~", "%7e");

  static final List<String> REFUSED_ENDINGS = List.of("/..", "/.");

  private static final List<EdgeRejection> WITHOUT_WORDS =
      List.of(
          EdgeRejection.UNAUTHENTICATED,
          EdgeRejection.ROLE_MISSING,
          EdgeRejection.NOT_FOUND,
          EdgeRejection.METHOD_NOT_ALLOWED,
          EdgeRejection.NOT_ACCEPTABLE,
          EdgeRejection.BODY_TOO_SLOW,
          EdgeRejection.LENGTH_REQUIRED,
          EdgeRejection.REQUEST_TOO_LARGE,
          EdgeRejection.ADDRESS_TOO_LONG,
          EdgeRejection.TYPE_NOT_TAKEN,
          EdgeRejection.HEADERS_TOO_LONG,
          EdgeRejection.TEMPORARILY_UNAVAILABLE);

  private final BodyLimits limits;

  @Inject
  PathGuard(BodyLimits limits) {
    this.limits = limits;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  private void check(RoutingContext request) {
    String path = request.request().path();
    if (path == null || isRefused(path)) {
      refuse(request, EdgeRejection.PATH_REFUSED);
    } else if (request.request().uri().length() > MAX_ADDRESS) {
      refuse(request, EdgeRejection.ADDRESS_TOO_LONG);
    } else if (isTooLarge(request.request())) {
      refuse(request, EdgeRejection.REQUEST_TOO_LARGE);
    } else if (isUnmeasured(request.request()) && !limits.takesUnmeasured(request.request())) {
      refuse(request, EdgeRejection.LENGTH_REQUIRED);
    } else {
      request.next();
    }
  }

  /** Answers before any route, and the connection ends: bytes may come that nobody reads. */
  static void refuse(RoutingContext request, EdgeRejection refusal) {
    if (request.request().version() != HttpVersion.HTTP_2) {
      // HTTP/2 has no such header; a client that meets it there gives up on the answer.
      request.response().putHeader("Connection", "close");
    }
    ProblemMappers.retryAfter(refusal)
        .ifPresent(seconds -> request.response().putHeader("Retry-After", seconds));
    request
        .response()
        .setStatusCode(refusal.status())
        .putHeader("Content-Type", ProblemMappers.MEDIA_TYPE)
        .end(problem(refusal));
    if (!request.request().isEnded() && request.request().version() != HttpVersion.HTTP_2) {
      hangUp(request);
    }
  }

  /** Throws away what still comes for a moment, so that the answer is read; then it is over. */
  private static void hangUp(RoutingContext request) {
    request.request().resume();
    request.vertx().setTimer(LINGER_MILLIS, later -> request.request().connection().close());
  }

  /** The document of a refusal that comes before any language is known. */
  public static String problem(EdgeRejection refusal) {
    return document(refusal).encode();
  }

  /** The document of an answer of which nothing but the status is known. */
  public static String problem(int status) {
    EdgeRejection refusal =
        WITHOUT_WORDS.stream()
            .filter(r -> r.status() == status)
            .findFirst()
            .orElse(status < 500 ? EdgeRejection.MALFORMED_REQUEST : EdgeRejection.INTERNAL);
    return document(refusal).put("status", status).encode();
  }

  /** The same about one header. */
  public static String problem(EdgeRejection refusal, String header, String text) {
    JsonObject fault =
        new JsonObject().put("field", header).put("code", refusal.code()).put("text", text);
    return document(refusal).put("errors", new JsonArray().add(fault)).encode();
  }

  private static JsonObject document(EdgeRejection refusal) {
    return new JsonObject()
        .put("type", "urn:doublerandom:problem:" + refusal.code())
        .put("title", refusal.text())
        .put("status", refusal.status())
        .put("code", refusal.code());
  }

  /** Told before a byte of the body is read; what lies about its length the server cuts off. */
  private boolean isTooLarge(HttpServerRequest request) {
    long said = length(request.getHeader("Content-Length"));
    return said > BodyLimits.OTHERWISE && said > limits.most(request);
  }

  /** Bytes as the head says; what nobody could send counts as endless, and no length as none. */
  static long length(@Nullable String contentLength) {
    if (contentLength == null
        || contentLength.isEmpty()
        || !contentLength.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    return LENGTH.matcher(contentLength).matches() ? Long.parseLong(contentLength) : Long.MAX_VALUE;
  }

  /** A body whose length nobody said. Over HTTP/2 it needs no word at all, so methods decide. */
  private static boolean isUnmeasured(HttpServerRequest request) {
    return request.getHeader("Transfer-Encoding") != null
        || (request.version() == HttpVersion.HTTP_2
            && WITH_BODY.contains(request.method())
            && request.getHeader("Content-Length") == null);
  }

  /** Whether two parts of the stack could read the path differently. */
  public static boolean isRefused(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return REFUSED.stream().anyMatch(lower::contains)
        || REFUSED_ENDINGS.stream().anyMatch(lower::endsWith);
  }
}
