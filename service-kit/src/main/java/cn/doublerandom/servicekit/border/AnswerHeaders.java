package cn.doublerandom.servicekit.border;

import cn.doublerandom.pagekit.KitFile;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemMappers;
import cn.doublerandom.servicekit.rest.PathGuard;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * What every answer tells a browser: take it for nothing but what it says it is, run nothing that
 * came with it, show it in no frame; and keep nothing where somebody is signed in. The gateway says
 * the same; {@code docs/vectors/answer-headers.json} holds both to one list.
 *
 * <p>Gateway and service kit may not know each other, so this stands in both.
 */
@ApplicationScoped
public class AnswerHeaders {
  /** Before {@code PathGuard}, so that what it refuses says so too. */
  private static final int FIRST = 20_000;

  /** What an answer says whatever it is about. */
  static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self';"
              + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self';"
              + " base-uri 'none'; frame-ancestors 'none'");

  void register(@Observes Filters filters) {
    filters.register(AnswerHeaders::say, FIRST);
  }

  /** At the port of operations too, and what is not there is refused in words. */
  void registerAtOperations(@Observes ManagementInterface operations) {
    operations.router().route().order(Integer.MIN_VALUE).handler(AnswerHeaders::say);
    operations.router().route().last().handler(AnswerHeaders::notThere);
  }

  private static void notThere(RoutingContext request) {
    request
        .response()
        .setStatusCode(EdgeRejection.NOT_FOUND.status())
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Type", ProblemMappers.MEDIA_TYPE)
        .end(PathGuard.problem(EdgeRejection.NOT_FOUND));
  }

  private static void say(RoutingContext request) {
    request.addHeadersEndHandler(end -> {
      MultiMap headers = request.response().headers();
      ALWAYS.forEach(headers::set);
      if (request.request().headers().contains("Authorization")
          && !KitFile.CACHE_CONTROL.equals(headers.get("Cache-Control"))) {
        headers.set("Cache-Control", "no-store");
      }
    });
    request.next();
  }
}
