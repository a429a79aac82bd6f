package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemMappers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;

/**
 * The first thing a request meets: paths that two parts of the stack could read differently get
 * 400, before anyone asks who may go there.
 */
@ApplicationScoped
public class PathGuard {
  private static final int BEFORE_EVERYTHING = 10_000;
  private static final List<String> REFUSED =
      List.of(";", "%3b", "%2f", "%5c", "\\", "//", "/./", "/../", "%2e", "%00");

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  private void check(RoutingContext request) {
    String path = request.request().path();
    if (path == null || isRefused(path)) {
      EdgeRejection refusal = EdgeRejection.PATH_REFUSED;
      request
          .response()
          .setStatusCode(400)
          .putHeader("Content-Type", ProblemMappers.MEDIA_TYPE)
          .end(
              new JsonObject()
                  .put("type", "urn:doublerandom:problem:" + refusal.code())
                  .put("title", refusal.text())
                  .put("status", 400)
                  .put("code", refusal.code())
                  .encode());
    } else {
      request.next();
    }
  }

  static boolean isRefused(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return REFUSED.stream().anyMatch(lower::contains)
        || lower.endsWith("/..")
        || lower.endsWith("/.");
  }
}
