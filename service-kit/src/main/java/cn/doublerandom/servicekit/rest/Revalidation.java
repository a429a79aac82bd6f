package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.memory.ReadVersion;
import cn.doublerandom.servicekit.openapi.Revalidated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * {@code ETag} and 304 of what is {@link Revalidated}: who has it already is told so before a row
 * is read. Who is signed in is answered anew each time, and keeps nothing.
 */
@Singleton
public class Revalidation {
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final String TAG = Revalidation.class.getName();
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  /** Before anything is routed. */
  private static final int EARLY = 15_000;

  /** After whatever else is judged of a request. */
  private static final int LAST = Priorities.USER + 1_000;

  private final ReadVersion version;
  private final CurrentVertxRequest current;

  @Inject
  Revalidation(ReadVersion version, CurrentVertxRequest current) {
    this.version = version;
    this.current = current;
  }

  /**
   * Says the tag of what was answered, streamed or not. A handler that is registered before those
   * of the resources comes after them, when the status is known.
   */
  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          context.addHeadersEndHandler(end -> tell(context));
          context.next();
        },
        EARLY);
  }

  private static void tell(RoutingContext context) {
    String tag = context.get(TAG);
    HttpServerResponse answer = context.response();
    if (tag != null && (answer.getStatusCode() == OK || answer.getStatusCode() == NOT_MODIFIED)) {
      answer
          .putHeader(HttpHeaders.ETAG, tag)
          .putHeader(HttpHeaders.CACHE_CONTROL, EntityTags.CACHE_CONTROL)
          .putHeader(HttpHeaders.VARY, EntityTags.VARY);
    }
  }

  /** Answers who has what he asks for. */
  @ServerRequestFilter(priority = LAST)
  public Uni<Response> known(ContainerRequestContext request, ResourceInfo resource) {
    if (!isRevalidated(resource.getResourceMethod())
        || !READS.contains(request.getMethod())
        || request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)) {
      return Uni.createFrom().nullItem();
    }
    RoutingContext head = current.getCurrent();
    URI asked = request.getUriInfo().getRequestUri();
    List<String> had = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
    return version
        .now()
        .map(now -> tag(asked, now))
        .invoke(tag -> head.put(TAG, tag))
        .map(tag -> isKnown(had, tag) ? Response.notModified().build() : null);
  }

  private static boolean isRevalidated(@Nullable Method method) {
    Revalidated said = method == null ? null : method.getAnnotation(Revalidated.class);
    return said != null && !said.byItself();
  }

  /** Of an address alone, without the host by which it is asked for. */
  private static String tag(URI asked, String version) {
    String what = asked.getRawPath() + "?" + asked.getRawQuery() + " " + version;
    return EntityTags.of(what.getBytes(StandardCharsets.UTF_8));
  }

  /** Whatever there is, {@code *}, is not known before it was looked for. */
  private static boolean isKnown(@Nullable List<String> had, String tag) {
    return had != null && !had.contains("*") && EntityTags.has(had, tag);
  }
}
