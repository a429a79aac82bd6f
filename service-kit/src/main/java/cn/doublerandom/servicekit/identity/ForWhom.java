package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import java.util.Set;

/**
 * For whom somebody acts (代理): said by a header beside his own token, and true where the registry
 * has an entry of two people for it (ADR 56). It chooses among rights that are there: he has the
 * roles of the entry and none of his own.
 */
public final class ForWhom {
  /** Names the principal. */
  public static final String HEADER = "X-Gateway-For";

  /** Who watches, witnesses or operates does not do at the same time. */
  static final Set<String> NEVER =
      Set.of(Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR, Roles.WITNESS, Roles.PLATFORM);

  private static final String ENTRY = "suite.deputyship";
  private static final String REFUSED = "suite.not-a-deputy";

  private ForWhom() {}

  /** The same person, acting for another: with the roles that were lent to him. */
  static void acts(QuarkusSecurityIdentity.Builder as, Deputyship entry) {
    as.addAttribute(ENTRY, entry);
    entry.roles().stream().filter(Deputyship.LENT::contains).forEach(as::addRole);
  }

  /** The same person, who said he acts for somebody and does not: he has no role at all. */
  static void refused(QuarkusSecurityIdentity.Builder as, String principal) {
    as.addAttribute(REFUSED, principal);
  }

  /** Whether he said he acts for somebody for whom he does not. */
  public static boolean isRefused(SecurityIdentity who) {
    return refused(who).isPresent();
  }

  /** For whom he said he acts and does not; empty where he said nothing, or told the truth. */
  public static Optional<String> refused(SecurityIdentity who) {
    return Optional.ofNullable(who.<String>getAttribute(REFUSED));
  }

  /** The entry he acts by; empty where he acts for himself. */
  public static Optional<Deputyship> entry(SecurityIdentity who) {
    return Optional.ofNullable(who.<Deputyship>getAttribute(ENTRY));
  }

  /** Fails where somebody said he acts for another and does not. */
  public static void require(SecurityIdentity who) {
    if (isRefused(who)) {
      throw new ProblemException(EdgeRejection.NOT_A_DEPUTY);
    }
  }
}
