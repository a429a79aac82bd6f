package cn.doublerandom.servicekit.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Who acts in one of his roles has no other meanwhile, and who acts in one of his bureaus is in no
 * other. The gateway says which; it can only take away, so that whoever says it himself has less
 * than his token gives him.
 */
@ApplicationScoped
public class ActingRole implements SecurityIdentityAugmentor {
  /** Attribute of an identity: the bureau it acts in, as the gateway said, be it one of its own. */
  static final String CHOSEN = "suite.chosen-bureau";

  private static final String ROLE = "X-Gateway-Role";
  private static final String BUREAU = "X-Gateway-Bureau";

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom().item(identity);
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity,
      AuthenticationRequestContext context,
      Map<String, Object> attributes) {
    RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
    String role = request == null ? null : request.request().getHeader(ROLE);
    String bureau = request == null ? null : request.request().getHeader(BUREAU);
    if ((role == null && bureau == null) || identity.isAnonymous()) {
      return Uni.createFrom().item(identity);
    }
    var narrowed =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(identity.getPrincipal())
            .addCredentials(identity.getCredentials())
            .addAttributes(identity.getAttributes());
    if (bureau != null) {
      narrowed.addAttribute(CHOSEN, bureau);
    }
    if (role == null) {
      narrowed.addRoles(identity.getRoles());
    } else if (identity.hasRole(role)) {
      narrowed.addRole(role);
    }
    return Uni.createFrom().item(narrowed.build());
  }
}
