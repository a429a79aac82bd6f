package cn.doublerandom.servicekit.identity;

import cn.doublerandom.servicekit.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Refusals by token and by role as facts for an audit: who was refused what, and nothing of what
 * was sent, neither addresses nor bodies. Every refusal is counted by its stable code.
 */
@ApplicationScoped
public class RefusalLog {
  private static final Logger AUDIT = Logger.getLogger("suite.audit");

  private static final String FIGURE = "suite.refusals";

  /** What somebody may be woken up for. */
  private static final List<String> WATCHED =
      List.of("token-missing", "token-refused", "forbidden");

  /** Before the answer is made a page. */
  private static final int EARLY = 9_000;

  private static final int LONGEST_ACCOUNT = 64;

  private final MeterRegistry figures;
  private final CurrentIdentityAssociation identity;

  @Inject
  RefusalLog(MeterRegistry figures, CurrentIdentityAssociation identity) {
    this.figures = figures;
    this.identity = identity;
    // From nothing on: a first refusal is seen as one.
    WATCHED.forEach(code -> figures.counter(FIGURE, "code", code));
  }

  @ServerResponseFilter(priority = EARLY)
  void refused(
      ContainerRequestContext request,
      ContainerResponseContext response,
      @Nullable SimpleResourceInfo resource) {
    String what = "action=%s method=%s".formatted(action(resource), method(request));
    if (response.getStatus() == 401) {
      boolean sent = request.getHeaderString("Authorization") != null;
      note(sent ? "token-refused" : "token-missing", "-", what);
    } else if (response.getStatus() == 403) {
      // Who it was may not be known yet where no role was asked for, and nobody waits here for it.
      identity
          .getDeferredIdentity()
          .subscribe()
          .with(
              known -> note("forbidden", account(known), what),
              unknown -> note("forbidden", "-", what));
    } else if (response.getEntity() instanceof Problem problem) {
      // Codes are the values of enums: no stranger makes a series.
      count(problem.code());
    }
  }

  private void count(String code) {
    figures.counter(FIGURE, "code", code).increment();
  }

  private void note(String code, String account, String what) {
    count(code);
    AUDIT.infof("refused %s account=%s %s", code, account, what);
  }

  private static String action(@Nullable SimpleResourceInfo resource) {
    return resource == null || resource.getResourceClass() == null
        ? "-"
        : resource.getResourceClass().getSimpleName() + "." + resource.getMethodName();
  }

  /** Standard methods only: any other word is somebody's own. */
  private static String method(ContainerRequestContext request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> request.getMethod();
      default -> "-";
    };
  }

  private static String account(SecurityIdentity known) {
    String name = known.getPrincipal().getName();
    String visible = name.replaceAll("[\\p{C}\\p{Z}]+", "_");
    return visible.substring(0, Math.min(LONGEST_ACCOUNT, visible.length()));
  }
}
