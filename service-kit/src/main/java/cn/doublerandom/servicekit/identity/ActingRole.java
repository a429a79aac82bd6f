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
 * Who acts in one of his roles has no other meanwhile. The gateway says which; it can only take
 * roles away, so that whoever says it himself has less than his token gives him.
 */
@ApplicationScoped
public class ActingRole implements SecurityIdentityAugmentor {
  private static final String ROLE = "X-Gateway-Role";

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
    if (role == null || identity.isAnonymous()) {
      return Uni.createFrom().item(identity);
    }
    var narrowed =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(identity.getPrincipal())
            .addCredentials(identity.getCredentials())
            .addAttributes(identity.getAttributes());
    if (identity.hasRole(role)) {
      narrowed.addRole(role);
    }
    return Uni.createFrom().item(narrowed.build());
  }
}
