package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemMappers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
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

  static final long MAX_BYTES = 9L * 1024 * 1024;

  /** Tables go to disk as they come; the same as quarkus.http.limits.max-body-size. */
  static final long MAX_TABLE_BYTES = 520L * 1024 * 1024;

  static final List<String> TABLES = List.of("/imports", "/imports/marked");

  static final List<String> REFUSED =
      List.of(";", "%3b", "%2f", "%5c", "\\", "//", "/./", "/../", "%2e", "%00");

  static final List<String> REFUSED_ENDINGS = List.of("/..", "/.");

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  private void check(RoutingContext request) {
    String path = request.request().path();
    if (path == null || isRefused(path)) {
      refuse(request, EdgeRejection.PATH_REFUSED);
    } else if (request.request().uri().length() > MAX_ADDRESS) {
      refuse(request, EdgeRejection.ADDRESS_TOO_LONG);
    } else if (isTooLarge(path, request.request().getHeader("Content-Length"))) {
      refuse(request, EdgeRejection.REQUEST_TOO_LARGE);
    } else if (!isTable(path) && request.request().getHeader("Transfer-Encoding") != null) {
      refuse(request, EdgeRejection.LENGTH_REQUIRED);
    } else {
      request.next();
    }
  }

  private static void refuse(RoutingContext request, EdgeRejection refusal) {
    if (request.request().version() != HttpVersion.HTTP_2) {
      // HTTP/2 has no such header; a client that meets it there gives up on the answer.
      request.response().putHeader("Connection", "close");
    }
    request
        .response()
        .setStatusCode(refusal.status())
        .putHeader("Content-Type", ProblemMappers.MEDIA_TYPE)
        .end(problem(refusal));
  }

  /** The document of a refusal that comes before any language is known. */
  public static String problem(EdgeRejection refusal) {
    return new JsonObject()
        .put("type", "urn:doublerandom:problem:" + refusal.code())
        .put("title", refusal.text())
        .put("status", refusal.status())
        .put("code", refusal.code())
        .encode();
  }

  /** Told before a byte of the body is read; what lies about its length the server cuts off. */
  static boolean isTooLarge(String path, @Nullable String contentLength) {
    return contentLength != null
        && contentLength.matches("[0-9]+")
        && (contentLength.length() > 12
            || Long.parseLong(contentLength) > (isTable(path) ? MAX_TABLE_BYTES : MAX_BYTES));
  }

  private static boolean isTable(String path) {
    return TABLES.stream().anyMatch(path::endsWith);
  }

  static boolean isRefused(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return REFUSED.stream().anyMatch(lower::contains)
        || REFUSED_ENDINGS.stream().anyMatch(lower::endsWith);
  }
}
