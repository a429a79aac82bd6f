package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.NameBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whose account it is: the person's own token says his name, as far as this program has met him,
 * and the register that of an inspector. It is remembered in memory alone, for the bureau he acted
 * in, and written nowhere: names of people stay where they are sealed (ADR 50, 92).
 */
@ApplicationScoped
public class AccountNames implements Met {
  /** A province has fewer; whoever fills it makes it begin anew. */
  private static final int MOST = 20_000;

  private static final int LONGEST = 60;
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}<>]");

  private final RegisteredNames registered;
  private volatile Map<Account, String> known = Map.of();

  @Inject
  AccountNames(RegisteredNames registered) {
    this.registered = registered;
  }

  private record Account(BureauKey bureau, String name) {}

  @Override
  public void met(BureauKey bureau, JsonWebToken token) {
    registered.met(bureau, token.getRawToken());
    if (token.getClaim("name") instanceof String name) {
      met(bureau, token.getName(), name.strip());
    }
  }

  void met(BureauKey bureau, String account, String name) {
    var key = new Account(bureau, account);
    if (isName(name) && !name.equals(account) && !name.equals(known.get(key))) {
      Map<Account, String> more = known.size() < MOST ? new HashMap<>(known) : new HashMap<>();
      more.put(key, name);
      known = more;
    }
  }

  /** Whether a text can be what somebody is called. */
  public static boolean isName(String text) {
    return !text.isEmpty() && text.length() <= LONGEST && !UNFIT.matcher(text).find();
  }

  /** The names of the accounts of a bureau: as a token said, else as the register does. */
  public Names of(BureauKey bureau) {
    Map<Account, String> now = known;
    return account -> {
      String own = now.getOrDefault(new Account(bureau, account), "");
      return own.isEmpty() ? registered.of(bureau, account) : own;
    };
  }

  /** Those of the bureau that asks. */
  public Uni<Names> of(Asking asking) {
    return asking.orSeed().map(this::of);
  }

  /** What accounts are called. */
  @FunctionalInterface
  public interface Names {
    /** Of nobody. */
    Names NONE = account -> "";

    /** The name of an account; empty where it is not known. */
    String find(String account);

    /** Of who acts for another each is called for himself. */
    private static String both(String actor, UnaryOperator<String> called) {
      return Arrays.stream(actor.split(SecondPerson.ACTS_FOR, -1))
          .map(called)
          .collect(Collectors.joining(SecondPerson.ACTS_FOR));
    }

    /** For a sentence: the name, or the account where no name is known. */
    default String brief(String account) {
      if (account.contains(SecondPerson.ACTS_FOR)) {
        return both(account, this::brief);
      }
      String name = find(account);
      return name.isEmpty() ? account : name;
    }

    /**
     * The members of a team, for a sentence. Beside those who are named it is said of the others
     * that their name is not known.
     */
    default List<String> together(List<String> accounts, boolean english) {
      boolean anyNamed = accounts.stream().anyMatch(one -> !brief(one).equals(one));
      return accounts.stream()
          .map(one ->
              anyNamed && brief(one).equals(one) ? NameBook.unnamed(one, english) : brief(one))
          .toList();
    }

    /** For a table: the name with the account beside it, or the account alone. */
    default String of(String account) {
      if (account.contains(SecondPerson.ACTS_FOR)) {
        return both(account, this::of);
      }
      String name = find(account);
      return name.isEmpty() ? account : name + "（" + account + "）";
    }
  }
}
