package cn.doublerandom.servicekit.border;

import cn.doublerandom.pagekit.KitFile;
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
