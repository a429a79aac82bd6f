package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.servicekit.problem.Forbidding;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in one of his roles has no other meanwhile, who acts in one of his bureaus is in no
 * other, and who acts for another (代理) has the roles two people lent him. The gateway says which;
 * whoever says it himself has less than his token gives him, or what was lent to him anyway.
 */
@ApplicationScoped
public class ActingRole implements SecurityIdentityAugmentor {
  /** Attribute of an identity: the bureau it acts in, as the gateway said, be it one of its own. */
  static final String CHOSEN = "suite.chosen-bureau";

  private static final String ROLE = "X-Gateway-Role";

  /** Of which of his bureaus somebody acts. */
  static final String BUREAU = "X-Gateway-Bureau";

  private final ServedBureaus served;
  private final Deputyships deputies;
  private final Clock clock;

  @Inject
  ActingRole(ServedBureaus served, Deputyships deputies, Clock clock) {
    this.served = served;
    this.deputies = deputies;
    this.clock = clock;
  }

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
    if (request == null || identity.isAnonymous()) {
      return Uni.createFrom().item(identity);
    }
    String role = request.request().getHeader(ROLE);
    String bureau = request.request().getHeader(BUREAU);
    List<String> principals = request.request().headers().getAll(ForWhom.HEADER);
    if (principals.isEmpty()) {
      return Uni.createFrom()
          .item(role == null && bureau == null ? identity : narrowed(identity, role, bureau));
    }
    return entry(identity, bureau, principals)
        .map(found ->
            found
                .map(entry -> lent(identity, role, bureau, entry))
                .orElseGet(() -> refused(request, identity, bureau, principals.getFirst())));
  }

  private static SecurityIdentity narrowed(
      SecurityIdentity identity, @Nullable String role, @Nullable String bureau) {
    var narrowed = person(identity, bureau);
    if (role == null) {
      narrowed.addRoles(identity.getRoles());
    } else if (identity.hasRole(role)) {
      narrowed.addRole(role);
    }
    return narrowed.build();
  }

  /** The same person without any role. */
  private static QuarkusSecurityIdentity.Builder person(
      SecurityIdentity identity, @Nullable String bureau) {
    var person =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(identity.getPrincipal())
            .addCredentials(identity.getCredentials())
            .addAttributes(identity.getAttributes());
    return bureau == null ? person : person.addAttribute(CHOSEN, bureau);
  }

  private static SecurityIdentity lent(
      SecurityIdentity identity, @Nullable String role, @Nullable String bureau, Deputyship entry) {
    var deputy = person(identity, bureau);
    ForWhom.acts(deputy, entry);
    SecurityIdentity all = deputy.build();
    return role == null ? all : narrowed(all, role, bureau);
  }

  private static SecurityIdentity refused(
      RoutingContext request,
      SecurityIdentity identity,
      @Nullable String bureau,
      String principal) {
    Forbidding.notADeputy(request);
    var nobody = person(identity, bureau);
    ForWhom.refused(nobody, principal);
    return nobody.build();
  }

  /** Said twice he acts for neither, and who watches acts for nobody. */
  private Uni<Optional<Deputyship>> entry(
      SecurityIdentity identity, @Nullable String bureau, List<String> principals) {
    if (principals.size() != 1
        || ForWhom.NEVER.stream().anyMatch(identity::hasRole)
        || !(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(Optional.empty());
    }
    Optional<BureauKey> own = bureau(token, bureau);
    return own.isEmpty()
        ? Uni.createFrom().item(Optional.empty())
        : deputies.between(
            own.get(), token.getName(), principals.getFirst(), BusinessClock.day(clock.instant()));
  }

  /** Whose entry is looked for; none where the token is to be refused anyway. */
  private Optional<BureauKey> bureau(JsonWebToken token, @Nullable String chosen) {
    return switch (BureauClaim.read(
        token.getClaim(BureauClaim.NAME), Asking.groups(token), served.keys())) {
      case BureauClaim.Read.Of(var claim) ->
          claim.bureaus().stream()
              .filter(key -> chosen == null || key.text().equals(chosen))
              .findFirst();
      case BureauClaim.Read.Refused refused -> Optional.empty();
    };
  }
}
