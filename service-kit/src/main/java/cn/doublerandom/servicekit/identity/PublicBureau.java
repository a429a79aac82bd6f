package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
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
  private final Asking asking;

  @Inject
  PublicBureau(ServedBureaus served, Acting acting, Asking asking) {
    this.served = served;
    this.acting = acting;
    this.asking = asking;
  }

  /** Whether anybody may ask at an address. */
  public static boolean isPublic(Method method) {
    return method.isAnnotationPresent(PermitAll.class)
        || (!method.isAnnotationPresent(RolesAllowed.class)
            && method.getDeclaringClass().isAnnotationPresent(PermitAll.class));
  }

  @ServerRequestFilter
  Uni<Void> say(ContainerRequestContext request, ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    if (method == null || !isPublic(method)) {
      return Uni.createFrom().voidItem();
    }
    List<String> all = request.getUriInfo().getQueryParameters().get(PARAMETER);
    Optional<String> named =
        all == null || all.size() != 1 ? Optional.empty() : Optional.of(all.getFirst());
    Optional<BureauKey> meant =
        named.isPresent() ? named.flatMap(BureauKey::of) : ofId(request.getUriInfo());
    boolean isNamed = named.isPresent();
    return known(meant).invoke(known -> say(known, isNamed)).replaceWithVoid();
  }

  private Optional<BureauKey> ofId(UriInfo address) {
    return address.getPathParameters().values().stream()
        .flatMap(List::stream)
        .map(BureauKey::ofId)
        .flatMap(Optional::stream)
        .filter(served.keys()::contains)
        .findFirst();
  }

  /** A practice bureau is known to who acts in it, and to nobody else. */
  private Uni<Optional<BureauKey>> known(Optional<BureauKey> meant) {
    if (meant.filter(BureauKey::isPractice).isEmpty()) {
      return Uni.createFrom().item(meant.filter(served.keys()::contains));
    }
    return asking.signedIn().map(own -> own.equals(meant) ? meant : Optional.empty());
  }

  private void say(Optional<BureauKey> known, boolean isNamed) {
    if (known.isPresent()) {
      acting.about(known.get(), isNamed);
    } else if (isNamed) {
      throw new ProblemException(EdgeRejection.BUREAU_UNKNOWN);
    } else if (served.inPublic().size() > 1) {
      acting.unchosen();
    }
  }
}
