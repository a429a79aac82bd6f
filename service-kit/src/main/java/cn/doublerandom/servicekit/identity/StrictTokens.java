package cn.doublerandom.servicekit.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Every token is judged by its form before it is parsed and verified, and whatever parser and
 * verifier fail at is a bad token, never a failure of the service.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class StrictTokens extends JWTCallerPrincipalFactory {
  private final JWTCallerPrincipalFactory verifying = new DefaultJWTCallerPrincipalFactory();
  private final VerifiedTokens verified = new VerifiedTokens(InstantSource.system());

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo expected) throws ParseException {
    Optional<TokenRules.Fault> fault = TokenForm.fault(token);
    if (fault.isPresent()) {
      throw new ParseException("token " + fault.get());
    }
    try {
      return verified.of(token, one -> verifying.parse(one, expected));
    } catch (RuntimeException unforeseen) {
      throw new ParseException("token " + TokenRules.Fault.MALFORMED, unforeseen);
    }
  }
}
