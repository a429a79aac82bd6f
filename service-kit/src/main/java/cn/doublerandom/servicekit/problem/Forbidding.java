package cn.doublerandom.servicekit.problem;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Why somebody may not do what he asked for: his role, or that he is nobody's deputy. */
public final class Forbidding {
  private static final String NOT_A_DEPUTY = Forbidding.class.getName();

  private Forbidding() {}

  /** Who asks said that he acts for somebody, and does not. */
  public static void notADeputy(RoutingContext request) {
    request.put(NOT_A_DEPUTY, true);
  }

  static EdgeRejection of(@Nullable RoutingContext request) {
    return request != null && request.get(NOT_A_DEPUTY) != null
        ? EdgeRejection.NOT_A_DEPUTY
        : EdgeRejection.ROLE_MISSING;
  }
}
