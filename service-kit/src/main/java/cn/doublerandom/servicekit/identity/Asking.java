package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * On whose behalf a request is answered: the bureau of the token and nothing that was sent beside
 * it. Who shows no token, and whose token is refused, is the public, which reads of one bureau at a
 * time: the one the address is about ({@link PublicBureau}); where one is served, it need not say
 * so. What the service does by itself it does on behalf of a bureau of its {@link Rounds}.
 */
@ApplicationScoped
public class Asking {
  private final CurrentIdentityAssociation identity;
  private final ServedBureaus served;
  private final Acting acting;
  private final List<Met> listening;

  @Inject
  Asking(
      CurrentIdentityAssociation identity,
      ServedBureaus served,
      Acting acting,
      @All List<Met> listening) {
    this.listening = listening;
    this.identity = identity;
    this.served = served;
    this.acting = acting;
  }

  /** Who asks now, for what is no bean. */
  public static Asking now() {
    return Arc.container().instance(Asking.class).get();
  }

  /** The scope of who asks; empty where nobody does and the service works by itself. */
  public Uni<Optional<Scope>> scope() {
    return bureau().map(asking -> asking.map(Asking::scope));
  }

  /** The bureau of who asks; empty where nobody does and the service works by itself. */
  public Uni<Optional<BureauKey>> bureau() {
    if (!Arc.container().requestContext().isActive()) {
      return Uni.createFrom().item(Optional.empty());
    }
    Optional<BureauKey> acts = acting.bureau();
    if (acts.isPresent()) {
      return Uni.createFrom().item(acts);
    }
    return identity
        .getDeferredIdentity()
        .map(this::of)
        .onFailure(AuthenticationFailedException.class)
        .recoverWithItem(this::ofPublic)
        .map(Optional::of);
  }

  /** The bureau somebody acts in who is signed in; empty for the public. */
  Uni<Optional<BureauKey>> signedIn() {
    return identity
        .getDeferredIdentity()
        .map(known ->
            known.getPrincipal() instanceof JsonWebToken
                ? Optional.of(of(known))
                : Optional.<BureauKey>empty())
        .onFailure(AuthenticationFailedException.class)
        .recoverWithItem(Optional.empty());
  }

  /** Whether the public asks, and of no bureau more than of another. */
  public Uni<Boolean> isPublicOfAll() {
    if (!Arc.container().requestContext().isActive()
        || acting.bureau().isPresent()
        || acting.about().isPresent()) {
      return Uni.createFrom().item(false);
    }
    return identity
        .getDeferredIdentity()
        .map(known -> !(known.getPrincipal() instanceof JsonWebToken))
        .onFailure(AuthenticationFailedException.class)
        .recoverWithItem(true);
  }

  /** The bureau of who asks; the seed's where nobody does. */
  public Uni<BureauKey> orSeed() {
    return bureau().map(asking -> asking.orElse(BureauKey.SEED));
  }

  /** The scope of who asks; the seed's where nobody does. */
  public Uni<Scope> scopeOrSeed() {
    return orSeed().map(Asking::scope);
  }

  private BureauKey of(SecurityIdentity known) {
    if (!(known.getPrincipal() instanceof JsonWebToken token)) {
      return ofPublic();
    }
    List<BureauKey> claimed = claimed(token);
    BureauKey own =
        own(
            known.getAttribute(ActingRole.CHOSEN) instanceof String chosen
                ? chosen(chosen, claimed)
                : claimed.getFirst());
    listening.forEach(one -> one.met(own, token));
    return own;
  }

  /** He acts in one of his own; whatever else is said beside his token is none. */
  static BureauKey chosen(String said, List<BureauKey> claimed) {
    return claimed.stream()
        .filter(own -> own.text().equals(said))
        .findFirst()
        .orElseThrow(() -> new ProblemException(EdgeRejection.BUREAU_NOT_OWN));
  }

  private List<BureauKey> claimed(JsonWebToken token) {
    return switch (BureauClaim.read(
        token.getClaim(BureauClaim.NAME), groups(token), served.keys())) {
      case BureauClaim.Read.Of(var claim) -> claim.bureaus();
      case BureauClaim.Read.Refused(var fault) ->
          throw new IllegalStateException("a token that is refused was let in: " + fault);
    };
  }

  /** All bureaus somebody may act in that are served here; none where nobody is signed in. */
  public List<BureauKey> all(SecurityIdentity known) {
    return known.getPrincipal() instanceof JsonWebToken token ? claimed(token) : List.of();
  }

  /** Of several bureaus none is meant by itself: what is said of one would seem said of all. */
  private BureauKey ofPublic() {
    if (acting.isUnchosen()) {
      throw new ProblemException(EdgeRejection.BUREAU_NOT_CHOSEN);
    }
    return acting.about().orElse(BureauKey.SEED);
  }

  /** Who is signed in reads of his own bureau; of another he reads as the public does. */
  private BureauKey own(BureauKey bureau) {
    if (acting.isNamed() && !acting.about().equals(Optional.of(bureau))) {
      throw new ProblemException(EdgeRejection.BUREAU_NOT_OWN);
    }
    return bureau;
  }

  static Set<String> groups(JsonWebToken token) {
    return token.getGroups() == null ? Set.of() : token.getGroups();
  }

  /** Where the streams of a bureau are in the log. */
  static Scope scope(BureauKey bureau) {
    return bureau.isSeed() ? Scope.HOME : new Scope(bureau.text());
  }

  /** Whose streams a scope holds. */
  public static BureauKey bureau(Scope scope) {
    return scope.isHome() ? BureauKey.SEED : new BureauKey(scope.name());
  }
}
