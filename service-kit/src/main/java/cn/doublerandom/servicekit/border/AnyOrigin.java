package cn.doublerandom.servicekit.border;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a page of anybody may read in a browser (CORS): open data, feeds, and what shows that a
 * notice or a draw is what it was. Nothing else, nothing but reading, and never as somebody: an
 * answer to who is signed in is for no other site.
 */
@ApplicationScoped
public class AnyOrigin {
  /** After what every answer says, before anything is refused: a page reads why. */
  private static final int EARLY = 15_000;

  private static final int NO_CONTENT = 204;
  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private static final Pattern OPEN =
      Pattern.compile(
          "/(?:registry|draw|inspection|publication)/(?:"
              + "api/v1/open-data/.+"
              + "|api/v1/results/root"
              + "|api/v1/(?:plans|programmes|bulletins|draws|results)/[^/]+/(?:commitment/)?proof"
              + "|api/v1/draws/[^/]+/bundle(?:\\.zip)?"
              + "|log/.+"
              + "|asyncapi(?:/schemas/.+)?"
              + "|q/openapi"
              + "|ui/verify\\.mjs"
              + ")");

  /** What a page may read of an answer beside its body. */
  private static final String EXPOSED =
      "ETag, Last-Modified, Link, Content-Disposition, Retry-After, X-As-Of-Seq";

  void register(@Observes Filters filters) {
    filters.register(AnyOrigin::say, EARLY);
  }

  /** Whether a page of another site may read what stands there. */
  static boolean isOpen(String path) {
    return OPEN.matcher(path).matches();
  }

  private static void say(RoutingContext context) {
    HttpServerRequest request = context.request();
    MultiMap asked = request.headers();
    String path = request.path();
    if (path == null || !isOpen(path)) {
      context.next();
    } else if (request.method().equals(HttpMethod.OPTIONS)
        && asked.contains("Access-Control-Request-Method")) {
      context
          .response()
          .setStatusCode(NO_CONTENT)
          .putHeader("Access-Control-Allow-Origin", "*")
          .putHeader("Access-Control-Allow-Methods", "GET, HEAD")
          .putHeader("Access-Control-Allow-Headers", "Accept, Accept-Language, If-None-Match")
          .putHeader("Access-Control-Max-Age", "86400")
          .end();
    } else {
      if (READS.contains(request.method()) && !asked.contains("Authorization")) {
        context.addHeadersEndHandler(end ->
            context
                .response()
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Access-Control-Expose-Headers", EXPOSED));
      }
      context.next();
    }
  }
}
