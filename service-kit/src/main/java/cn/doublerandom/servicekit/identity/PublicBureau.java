package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Which bureau an address of the public is about: what {@code ?bureau=} names, else the bureau an
 * id of the address begins with. From there on the public asks as somebody of that bureau who is
 * not signed in, and by no other way: no policy and no query shows the rows of two bureaus (ADR
 * 42).
 */
@Singleton
public class PublicBureau {
  /** The parameter of every address of the public that is read. */
  public static final String PARAMETER = "bureau";

  private final ServedBureaus served;
  private final Acting acting;

  @Inject
  PublicBureau(ServedBureaus served, Acting acting) {
    this.served = served;
    this.acting = acting;
  }

  /** Whether anybody may ask at an address. */
  public static boolean isPublic(Method method) {
    return method.isAnnotationPresent(PermitAll.class)
        || (!method.isAnnotationPresent(RolesAllowed.class)
            && method.getDeclaringClass().isAnnotationPresent(PermitAll.class));
  }

  @ServerRequestFilter
  void say(ContainerRequestContext request, ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    if (method == null || !isPublic(method)) {
      return;
    }
    List<String> named = request.getUriInfo().getQueryParameters().get(PARAMETER);
    Set<BureauKey> keys = served.keys();
    if (named != null && named.size() == 1) {
      acting.about(
          BureauKey.of(named.getFirst())
              .filter(keys::contains)
              .orElseThrow(() -> new ProblemException(EdgeRejection.BUREAU_UNKNOWN)),
          true);
      return;
    }
    Optional<BureauKey> ofId =
        request.getUriInfo().getPathParameters().values().stream()
            .flatMap(List::stream)
            .map(BureauKey::ofId)
            .flatMap(Optional::stream)
            .filter(keys::contains)
            .findFirst();
    if (ofId.isPresent()) {
      acting.about(ofId.get(), false);
    } else if (keys.size() > 1) {
      acting.unchosen();
    }
  }
}
