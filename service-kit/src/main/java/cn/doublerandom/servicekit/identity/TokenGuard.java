package cn.doublerandom.servicekit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Lets in no token that {@link TokenRules} refuses, however well it is signed. */
@ApplicationScoped
public class TokenGuard implements SecurityIdentityAugmentor {
  private final ServedBureaus served;
  private final boolean mustName;

  /**
   * @param mustName whether a token says which bureau is meant where there are several
   */
  @Inject
  TokenGuard(
      ServedBureaus served,
      @ConfigProperty(name = "suite.bureau-claim-required") boolean mustName) {
    this.served = served;
    this.mustName = mustName;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    // Real time: a business date that was set changes nothing about who somebody is.
    return TokenRules.fault(
            token.getIssuedAtTime(),
            token.getExpirationTime(),
            token.getSubject(),
            token.getRawToken(),
            Instant.now())
        .or(() ->
            TokenRules.isAccount(token.getName()) && isUnit(token.getClaim("unit"))
                ? bureauFault(token)
                : Optional.of(TokenRules.Fault.NAME_MALFORMED))
        .<Uni<SecurityIdentity>>map(
            fault -> Uni.createFrom().failure(new AuthenticationFailedException("token " + fault)))
        .orElseGet(() -> Uni.createFrom().item(identity));
  }

  private Optional<TokenRules.Fault> bureauFault(JsonWebToken token) {
    Object claim = token.getClaim(BureauClaim.NAME);
    if (claim == null && mustName && served.keys().size() > 1) {
      return Optional.of(TokenRules.Fault.BUREAU_NOT_NAMED);
    }
    return switch (BureauClaim.read(claim, Asking.groups(token), served.keys())) {
      case BureauClaim.Read.Of of -> Optional.empty();
      case BureauClaim.Read.Refused(var fault) -> Optional.of(fault);
    };
  }

  /** A blank one says no unit, and what is no text is not read as one. */
  private static boolean isUnit(@Nullable Object claim) {
    return !(claim instanceof String unit) || unit.isBlank() || TokenRules.isWritten(unit);
  }
}
