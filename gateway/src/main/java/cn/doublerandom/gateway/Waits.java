package cn.doublerandom.gateway;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a service may hold back until it shows what was just done. Who shows no token
 * waits for nothing there.
 */
final class Waits {
  /** The parameters every address understands, see {@code Freshness} of the services. */
  private static final Set<String> PARAMETERS = Set.of("minSeq", "seen");

  private Waits() {}

  static boolean mayWait(HttpServerRequest request) {
    return HttpMethod.GET.equals(request.method())
        && mayWait(request.uri(), request.getHeader("Authorization"));
  }

  static boolean mayWait(String uri, @Nullable String authorization) {
    if (authorization == null || uri.indexOf('?') < 0) {
      return false;
    }
    try {
      return new QueryStringDecoder(uri)
          .parameters().keySet().stream().anyMatch(PARAMETERS::contains);
    } catch (IllegalArgumentException notReadable) {
      return false;
    }
  }
}
